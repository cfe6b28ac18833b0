import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { certificationEnvelopesEndpoints } from '@kizuna/shared/contracts/certification.envelopes.endpoints';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import { reportingLedgerEndpoints } from '@kizuna/shared/contracts/reporting.ledger.endpoints';

import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
});
afterAll(() => api.close());

const record = (body: object) =>
  api.as(office).attempt(ledgerPaperRecordsEndpoints.enterPaperRecord, { body });

describe('the ledger on paper', () => {
  it('has nothing to print while it is empty', async () => {
    const sheet = await api.as(office).call(ledgerEndpoints.printLedgerSheet);
    expect([sheet.status, sheet.body.code]).toEqual([409, 'certification.nothing_to_print']);
    const envelopes = await api
      .as(office)
      .call(certificationEnvelopesEndpoints.printRunEnvelopes, { params: { courseRunId: run.courseRunId } });
    expect([envelopes.status, envelopes.body.code]).toEqual([409, 'certification.nobody_by_post']);
  });

  it('is a PDF of all courses and years, with lines of paper', async () => {
    await aCertificate(api, office, run, ['台帳 𠮷子', 'だいちょう よしこ']);
    await record({
      fiscalYear: 2015,
      courseTitle: '昔の講座',
      number: '1',
      name: '昔の 花子',
      completedOn: '2016-02',
    });
    const { status, headers } = await api.as(office).call(ledgerEndpoints.printLedgerSheet);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const none = await api
      .as(office)
      .call(ledgerEndpoints.printLedgerSheet, { query: { fiscalYear: '1999' } });
    expect(none.status).toBe(409);
  });
});

describe('envelopes', () => {
  it('are for those without a mail address, in the order of kana, and name what is to be written by hand', async () => {
    const { status, body } = await api
      .as(office)
      .call(certificationEnvelopesEndpoints.listRunEnvelopes, { params: { courseRunId: run.courseRunId } });
    expect(status).toBe(200);
    for (const item of body.items) expect([item.undrawableName, item.undrawableAddress]).toEqual([[], []]);
    await api.write('UPDATE people SET email = NULL');
    await api.write(
      `UPDATE people SET address = '古河市長谷町38-18 ' || chr(180224) WHERE name = '台帳 𠮷子'`,
    );
    const after = await api
      .as(office)
      .call(certificationEnvelopesEndpoints.listRunEnvelopes, { params: { courseRunId: run.courseRunId } });
    expect(after.body.items).toEqual([
      expect.objectContaining({
        name: '台帳 𠮷子',
        addressMissing: false,
        undrawableName: [],
        undrawableAddress: [String.fromCodePoint(180224)],
      }),
    ]);
    for (const kind of ['envelope', 'label']) {
      const file = await api.as(office).call(certificationEnvelopesEndpoints.printRunEnvelopes, {
        params: { courseRunId: run.courseRunId },
        query: { kind },
      });
      expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    }
  });

  it('are printed for one batch alone: those of another are not among them', async () => {
    const before = (
      await api.as(office).call(certificationBatchesEndpoints.listCertificateBatches, {
        params: { courseRunId: run.courseRunId },
      })
    ).body.items;
    await aCertificate(api, office, run, ['封筒 花子', 'ふうとう はなこ']);
    await api.write('UPDATE people SET email = NULL');
    const all = (
      await api
        .as(office)
        .call(certificationEnvelopesEndpoints.listRunEnvelopes, { params: { courseRunId: run.courseRunId } })
    ).body.items;
    expect(all).toHaveLength(2);
    const known = new Set(before.map((batch: any) => batch.certificateBatchId));
    const batches = (
      await api.as(office).call(certificationBatchesEndpoints.listCertificateBatches, {
        params: { courseRunId: run.courseRunId },
      })
    ).body.items;
    const { certificateBatchId } = batches.find((batch) => !known.has(batch.certificateBatchId))!;
    const list = (
      await api
        .as(office)
        .call(certificationEnvelopesEndpoints.listBatchEnvelopes, { params: { certificateBatchId } })
    ).body.items;
    expect(list.map(({ name }: { name: string }) => name)).toEqual(['封筒 花子']);
    const file = await api.as(office).call(certificationEnvelopesEndpoints.printBatchEnvelopes, {
      params: { certificateBatchId },
      query: { kind: 'label' },
    });
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    await api.write(`UPDATE people SET email = 'hanako@example.jp' WHERE name = '封筒 花子'`);
    await api.write(`UPDATE applications SET reply_by = 'mail'`);
    const none = await api
      .as(office)
      .call(certificationEnvelopesEndpoints.printBatchEnvelopes, { params: { certificateBatchId } });
    expect([none.status, none.body.code]).toEqual([409, 'certification.nobody_by_post']);
  });
});

describe('the ledger for Excel', () => {
  it('has the lines of the screen, and no formula', async () => {
    await record({ fiscalYear: 2015, courseTitle: '昔の講座', number: '2', name: '数式 花子', note: '=1+1' });
    const { raw } = await api
      .as(office)
      .call(reportingLedgerEndpoints.exportLedger, { query: { fiscalYear: '2015' } });
    const text = raw.toString('utf8');
    expect(text).toContain('紙の台帳から転記');
    expect(text).not.toContain(',=1+1');
    expect(text).not.toContain('台帳 𠮷子');
  });

  it('is also a file for old programs, which says beforehand what it cannot say', async () => {
    const course = { fiscalYear: 2016, courseTitle: '昔の講座' };
    await record({ ...course, number: '1', name: '髙橋 〜子' });
    await record({ ...course, number: '2', name: '𠮷田 葛\u{e0100}子', note: '𠮷?' });
    const check = await api
      .as(office)
      .call(reportingLedgerEndpoints.checkLedgerShiftJis, { query: { fiscalYear: '2016' } });
    expect(check.body).toMatchObject({ lines: 2, unfit: 1, substitute: '〓' });
    expect(check.body.items).toEqual([
      expect.objectContaining({
        origin: 'paper',
        cells: [
          {
            column: 'name',
            text: '𠮷田 葛\u{e0100}子',
            written: '〓田 〓子',
            characters: ['𠮷', '葛\u{e0100}'],
          },
          { column: 'note', text: '𠮷?', written: '〓?', characters: ['𠮷'] },
        ],
      }),
    ]);
    const file = await api
      .as(office)
      .call(reportingLedgerEndpoints.exportLedgerShiftJis, { query: { fiscalYear: '2016' } });
    expect(file.headers['content-type']).toBe('text/csv; charset=Shift_JIS');
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(
      '修了者台帳_Shift_JIS_',
    );
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(file.raw);
    expect(text).toMatch(/^年度,番号/);
    expect(text).toContain('髙橋 ～子');
    expect(text).toContain('〓田 〓子');
    expect(text.match(/\?/g)).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';

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

const ledger = async () => (await api.as(office).call(ledgerEndpoints.checkLedger)).body;

describe('the ledger', () => {
  it('says each issue, re-issue, replacement and revocation, in the order in which they happened', async () => {
    const first = await aCertificate(api, office, run, ['連鎖 花子']);
    const second = await aCertificate(api, office, run, ['連鎖 次郎']);
    const copy = await api.as(office).call(certificationEndpoints.reissueCertificate, {
      params: { certificateId: first.certificateId },
      body: { reason: 'lost', name: first.name },
    });
    expect(copy.status).toBe(201);
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: second.certificateId },
      body: { reason: '誤り' },
    });

    const rows = await api.rows('SELECT certificate_id AS id, kind FROM ledger_entries ORDER BY seq');
    expect(rows).toEqual([
      { id: first.certificateId, kind: 'issued' },
      { id: second.certificateId, kind: 'issued' },
      { id: first.certificateId, kind: 'replaced' },
      { id: copy.body.certificateId, kind: 'reissued' },
      { id: second.certificateId, kind: 'revoked' },
    ]);
    const seen = await ledger();
    expect(seen).toMatchObject({ entries: 5, brokenAt: null, differing: 0 });
    expect(seen.years).toEqual([expect.objectContaining({ issued: 2, reissued: 1, revoked: 1 })]);
    const [head] = await api.rows('SELECT hash FROM ledger_entries WHERE seq = 5');
    expect(seen.head).toBe(head!.hash);
  });

  it('is one chain when thirty are issued and revoked at once', async () => {
    const issued = await Promise.all(
      Array.from({ length: 15 }, (_, i) =>
        aCertificate(api, office, run, [`同時 ${'あいうえおかきくけこさしすせそ'[i]}`]),
      ),
    );
    await Promise.all(
      issued.map(({ certificateId }) =>
        api.as(office).call(certificationEndpoints.revokeCertificate, {
          params: { certificateId },
          body: { reason: '試験' },
        }),
      ),
    );
    expect(await ledger()).toMatchObject({ entries: 35, brokenAt: null, differing: 0 });
  });

  it.each([
    ['UPDATE', `UPDATE ledger_entries SET hash = '' WHERE seq = 1`],
    ['DELETE', 'DELETE FROM ledger_entries WHERE seq = 1'],
    ['TRUNCATE', 'TRUNCATE ledger_entries'],
    ['revival of a revoked certificate', `UPDATE certificates SET state = 'valid' WHERE state = 'revoked'`],
  ])('refuses %s', async (_, sql) => {
    await expect(api.write(sql)).rejects.toThrow();
    expect(await ledger()).toMatchObject({ brokenAt: null, differing: 0 });
  });

  it('shows a certificate whose name was changed behind its back', async () => {
    const { certificateId } = await aCertificate(api, office, run, ['改竄 太郎']);
    await api.write(`UPDATE certificates SET name = '別の 人' WHERE id = $1`, [certificateId]);
    expect(await ledger()).toMatchObject({ brokenAt: null, differing: 1 });
    await api.write(`UPDATE certificates SET name = '改竄 太郎' WHERE id = $1`, [certificateId]);
    expect(await ledger()).toMatchObject({ differing: 0 });
  });

  it('shows a revocation that somebody who owns the database made look like a replacement', async () => {
    const { certificateId } = await aCertificate(api, office, run, ['偽装 三郎']);
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId },
      body: { reason: '試験' },
    });
    const relabel = async (from: string, to: string) => {
      await api.write('ALTER TABLE ledger_entries DISABLE TRIGGER USER');
      await api.write('ALTER TABLE certificates DISABLE TRIGGER USER');
      const values = [certificateId, from, to];
      await api.write('UPDATE ledger_entries SET kind = $3 WHERE certificate_id = $1 AND kind = $2', values);
      await api.write('UPDATE certificates SET state = $3 WHERE id = $1 AND state = $2', values);
      await api.write('ALTER TABLE certificates ENABLE TRIGGER USER');
      await api.write('ALTER TABLE ledger_entries ENABLE TRIGGER USER');
    };
    await relabel('revoked', 'replaced');
    expect(await ledger()).toMatchObject({ brokenAt: null, differing: 1 });
    await relabel('replaced', 'revoked');
    expect(await ledger()).toMatchObject({ differing: 0 });
  });

  it('shows an entry that was changed, and one that was cut off, by somebody who owns the database', async () => {
    const [before] = await api.rows('SELECT * FROM ledger_entries WHERE seq = 3');
    await api.write('ALTER TABLE ledger_entries DISABLE TRIGGER USER');
    await api.write(`UPDATE ledger_entries SET statement = 'nothing' WHERE seq = 3`);
    expect(await ledger()).toMatchObject({ brokenAt: 3 });
    await api.write('UPDATE ledger_entries SET statement = $1 WHERE seq = 3', [before!.statement]);
    const [{ last }] = (await api.rows('SELECT max(seq)::int AS last FROM ledger_entries')) as [
      { last: number },
    ];
    await api.write('DELETE FROM ledger_entries WHERE seq = $1', [last]);
    expect(await ledger()).toMatchObject({ brokenAt: last, differing: 1 });
  });
});

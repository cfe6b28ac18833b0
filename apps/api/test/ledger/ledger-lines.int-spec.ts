import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import type { QueryOf } from '@kizuna/shared/contracts/endpoint-input';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import type { LedgerLine, LedgerPage } from '@kizuna/shared/contracts/ledger';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

import { aCertificate, aCertifyingRun, aGraduateOf, issueCertificates } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;
let first: CertificateView;
let second: CertificateView;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).named('事務 局子').withRoles('office').signedIn();
  run = await aCertifyingRun(api);
  first = await aCertificate(api, office, run, ['台帳 𠮷子', 'だいちょう よしこ']);
  await api.write(`UPDATE applications SET reply_by = 'mail'`);
  await api.settle();
  const answer = await api.as(office).call(certificationEndpoints.reissueCertificate, {
    params: { certificateId: first.certificateId },
    body: { reason: 'lost', name: first.name },
  });
  second = answer.body;
  await aCertificate(api, office, run, ['別の 人物', 'べつの じんぶつ']);
});
afterAll(() => api.close());

async function lines(query: QueryOf<typeof ledgerEndpoints.listLedgerLines> = {}): Promise<LedgerLine[]> {
  const { status, body } = await api.as(office).call(ledgerEndpoints.listLedgerLines, { query });
  expect(status).toBe(200);
  return body.items;
}
const history = async (id: string) =>
  (await api.as(office).call(ledgerEndpoints.getCertificateHistory, { params: { certificateId: id } })).body;
const deliver = (id: string, body: object, key?: string) =>
  api.as(office).attempt(ledgerEndpoints.recordDelivery, {
    params: { certificateId: id },
    body,
    headers: key ? { 'idempotency-key': key } : {},
  });

describe('the list of the ledger', () => {
  it('tells the copies of one number apart', async () => {
    const found = await lines({ q: '台帳吉子' });
    expect(found.map(({ number, copy, copies, state }) => [number, copy, copies, state])).toEqual([
      [first.number, 2, 2, 'valid'],
      [first.number, 1, 2, 'replaced'],
    ]);
  });

  it.each([
    [{ copy: 'again' }, 1],
    [{ copy: 'first' }, 2],
    [{ state: 'replaced' }, 1],
    [{ state: 'valid' }, 2],
    [{ fiscalYear: 2026 }, 3],
    [{ fiscalYear: 2025 }, 0],
    [{ issuedFrom: '2026-06-10', issuedTo: '2026-06-10' }, 3],
    [{ issuedFrom: '2026-06-11' }, 0],
    [{ q: 'ダイチョウ' }, 2],
    [{ q: '第1号' }, 2],
    [{ course: 'そんな講座はない' }, 0],
  ])('narrowed by %j has %d lines', async (query, count) => {
    expect(await lines(query as Record<string, string>)).toHaveLength(count);
  });

  it('finds a certificate by the name that the person bore once, although it was never printed', async () => {
    const person = await aPerson(api).named('旧姓 澤子', 'きゅうせい さわこ').signedIn();
    const { body: before } = await api
      .as(office)
      .call(peopleEndpoints.getPerson, { params: { personId: person.personId } });
    const { bornOn, phone, email, address, version } = before;
    const edit = {
      name: '新姓 澤子',
      kana: 'しんせい さわこ',
      bornOn,
      phone,
      email,
      address,
      version,
      reason: '結婚',
    };
    await api
      .as(office)
      .call(peopleEndpoints.editPerson, { params: { personId: person.personId }, body: edit });
    const { aConfirmedLearner } = await import('../builders/application.js');
    const { enrolmentId, learner } = await aConfirmedLearner(api, run.courseRunId, person);
    await api.as(learner).call(learningEndpoints.recordReading, {
      params: { enrolmentId, lessonId: run.course.materialLessonId },
    });
    await issueCertificates(api, office, { enrolmentIds: [enrolmentId] });
    for (const q of ['旧姓', '旧姓沢子', 'きゅうせい', '新姓 澤子'])
      expect((await lines({ q })).map(({ name }) => name)).toEqual(['新姓 澤子']);
  });

  it('is paged without losing or repeating a line', async () => {
    const all = await lines({ limit: 200 });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: LedgerPage } = await api
        .as(office)
        .call(ledgerEndpoints.listLedgerLines, { query: { limit: 1, cursor } });
      seen.push(...body.items.map((item) => item.id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(
      (await api.as(office).call(ledgerEndpoints.listLedgerLines, { query: { cursor: 'nonsense' } })).status,
    ).toBe(400);
  });
});

describe('the history of a certificate', () => {
  it('tells who did what, over all copies, and what the system saw itself', async () => {
    await api
      .as(office)
      .call(certificationEndpoints.getCertificateFile, { params: { certificateId: second.certificateId } });
    await api
      .as(office)
      .call(certificationEndpoints.getCertificateFile, { params: { certificateId: second.certificateId } });
    await deliver(second.certificateId, { kind: 'posted', deliveredOn: '2026-06-10', note: '簡易書留' });
    const seen = await history(first.certificateId);
    expect(seen.copies.map(({ copy, state }: { copy: number; state: string }) => [copy, state])).toEqual([
      [1, 'replaced'],
      [2, 'valid'],
    ]);
    const told = seen.events.map((event: { kind: string; copy: number; byName: string | null }) => [
      event.kind,
      event.copy,
      event.byName,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['issued', 1, '事務 局子'],
        ['mailed', 1, null],
        ['reissued', 2, '事務 局子'],
        ['printed', 2, '事務 局子'],
        ['posted', 2, '事務 局子'],
      ]),
    );
    expect(told).toHaveLength(5);
    expect(await history(second.certificateId)).toEqual(seen);
  });

  it('knows the download of the learner and the revocation with its reason', async () => {
    const name = '取消 次郎';
    const { enrolmentId, learner } = await aGraduateOf(api, run, [name]);
    const { issued } = await issueCertificates(api, office, { enrolmentIds: [enrolmentId] });
    const { certificateId } = issued[0]!;
    await api.as(learner).call(certificationEndpoints.getOwnCertificateFile, { params: { certificateId } });
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId },
      body: { reason: '誤発行' },
    });
    const { events } = await history(certificateId);
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'downloaded', byName: name }),
        expect.objectContaining({ kind: 'revoked', byName: '事務 局子', note: '誤発行' }),
      ]),
    );
  });

  it('takes what the office says once, and nothing of tomorrow', async () => {
    const body = { kind: 'handed_over', deliveredOn: '2026-06-10' };
    await Promise.all([1, 2, 3].map(() => deliver(second.certificateId, body, 'deliver-key')));
    const { events } = await history(second.certificateId);
    expect(events.filter((event: { kind: string }) => event.kind === 'handed_over')).toHaveLength(1);
    const tomorrow = await deliver(second.certificateId, { ...body, deliveredOn: '2026-06-11' });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([400, 'ledger.delivery_in_future']);
    const unknown = await deliver('01890000-0000-7000-8000-000000000000', body);
    expect(unknown.status).toBe(404);
    expect((await deliver(second.certificateId, { ...body, kind: 'mailed' })).body.issues).toEqual([
      { field: 'kind', code: 'ledger.delivery_kind_required' },
    ]);
  });

  it('cannot be changed or taken away', async () => {
    for (const sql of [
      `UPDATE certificate_deliveries SET note = ''`,
      'DELETE FROM certificate_deliveries',
      'TRUNCATE certificate_deliveries',
    ])
      await expect(api.write(sql)).rejects.toThrow();
  });
});

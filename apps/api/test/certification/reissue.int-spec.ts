import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';

import { Sql, Transactions } from '../../src/platform/database/index.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let colleague: SignedInPerson;
let run: BuiltRun;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  colleague = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
});
afterAll(() => api.close());

const certified = (name = '佐藤 和子') => aCertificate(api, office, run, [name]);
const reissue = (id: string, name: string, key?: string, as = office, reason = 'lost') =>
  api.as(as).call(certificationEndpoints.reissueCertificate, {
    params: { certificateId: id },
    body: { reason, name },
    headers: key ? { 'idempotency-key': key } : {},
  });
const verify = (code: string) =>
  api.anonymous.call(verificationEndpoints.verifyByCode, { params: { publicCode: code } });
const copiesOf = (number: string) =>
  api
    .get(Sql)
    .query<{ copy: number; state: string }>(
      'SELECT copy, state FROM certificates WHERE number = $1 ORDER BY copy',
      [number],
    );

describe('再交付', () => {
  it('keeps the number, counts the copy up and lets only the new paper be valid', async () => {
    const first = await certified();
    expect(first.copy).toBe(1);
    const answer = await reissue(first.certificateId, first.name);
    expect(answer.status).toBe(201);
    const second = answer.body;
    expect(second).toMatchObject({ number: first.number, copy: 2, state: 'valid', reissueReason: 'lost' });
    expect(second.verifyCode).not.toBe(first.verifyCode);
    expect(second.sha256).not.toBe(first.sha256);
    expect((await verify(first.verifyCode)).body).toMatchObject({
      number: first.number,
      copy: 1,
      state: 'replaced',
    });
    expect((await verify(second.verifyCode)).body).toMatchObject({
      number: first.number,
      copy: 2,
      state: 'valid',
    });
    // The next person's number follows without a gap
    expect((await certified()).serial).toBe(first.serial + 1);
  });

  it('shows the difference first and prints no name that was not seen', async () => {
    const first = await certified('鈴木 花子');
    const changed = await api
      .get(Transactions)
      .run(() =>
        api
          .get(Sql)
          .query('UPDATE people SET name = $2 WHERE id = $1 RETURNING id', [first.personId, '田中 花子']),
      );
    expect(changed).toHaveLength(1);
    const preview = await api
      .as(office)
      .call(certificationEndpoints.previewReissue, { params: { certificateId: first.certificateId } });
    expect(preview.body).toMatchObject({
      copy: 2,
      before: { name: '鈴木 花子' },
      after: { name: '田中 花子' },
      undrawable: [],
    });
    const unseen = await reissue(first.certificateId, '鈴木 花子', undefined, office, 'name_changed');
    expect([unseen.status, unseen.body.code]).toEqual([409, 'certification.name_changed_meanwhile']);
    const answer = await reissue(first.certificateId, '田中 花子', undefined, office, 'name_changed');
    expect(answer.body).toMatchObject({ name: '田中 花子', number: first.number });
    // What the older paper says stays as it was printed
    expect((await verify(first.verifyCode)).body).toMatchObject({ name: '鈴木 花子', state: 'replaced' });
  });

  it('makes one copy of twenty presses at once, and the same answer for the same key', async () => {
    const first = await certified();
    const presses = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        reissue(first.certificateId, first.name, undefined, i % 2 ? office : colleague),
      ),
    );
    expect(presses.map((p) => p.status).toSorted((a, b) => a - b)).toEqual([201, ...Array(19).fill(409)]);
    expect(await copiesOf(first.number)).toEqual([
      { copy: 1, state: 'replaced' },
      { copy: 2, state: 'valid' },
    ]);
    const second = presses.find((p) => p.status === 201)!.body;
    const again = await Promise.all(
      [1, 2, 3].map(() => reissue(second.certificateId, first.name, 'key-of-the-form')),
    );
    expect(again.map((p) => p.status)).toEqual([201, 201, 201]);
    expect(new Set(again.map((p) => p.body.certificateId)).size).toBe(1);
    expect(await copiesOf(first.number)).toHaveLength(3);
  });

  it('is refused for a revoked certificate and for a name that cannot be printed, and changes nothing', async () => {
    const revoked = await certified();
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: revoked.certificateId },
      body: { reason: '誤り' },
    });
    expect((await reissue(revoked.certificateId, revoked.name)).body.code).toBe(
      'certification.not_reissuable',
    );

    const first = await certified();
    const unprintable = '渡邉\u{e0105} 一';
    await api
      .get(Transactions)
      .run(() =>
        api.get(Sql).query('UPDATE people SET name = $2 WHERE id = $1', [first.personId, unprintable]),
      );
    const refused = await reissue(first.certificateId, unprintable);
    expect([refused.status, refused.body.code]).toEqual([422, 'certification.glyph_missing']);
    expect(await copiesOf(first.number)).toEqual([{ copy: 1, state: 'valid' }]);
  });

  it('asks for a reason', async () => {
    const first = await certified();
    const answer = await reissue(first.certificateId, first.name, undefined, office, 'because');
    expect(answer.status).toBe(400);
  });

  it('is told by mail, once, with a way to the new one; whoever is written to on paper gets no letter about it', async () => {
    const person = await aPerson(api).named('伊藤 文').with({ email: 'fumi@example.jp' }).signedIn();
    const first = await aCertificate(api, office, run, ['伊藤 文'], person);
    await api.write(
      `UPDATE applications SET reply_by = 'mail' WHERE id = (SELECT application_id FROM enrolments WHERE person_id = $1)`,
      [person.personId],
    );
    await api.settle();
    const { body: second } = await reissue(first.certificateId, first.name, 'reissue-told');
    await reissue(first.certificateId, first.name, 'reissue-told');
    await api.settle();
    const mails = api.mailbox.received.filter(({ subject }) => subject.includes('再交付'));
    expect(mails.map(({ to }) => to)).toEqual([['fumi@example.jp']]);
    expect(mails[0]!.text).toContain('これまでの修了証と、そのデジタルの証明は、使えなくなりました。');
    const history = await api
      .as(office)
      .call(ledgerEndpoints.getCertificateHistory, { params: { certificateId: second.certificateId } });
    expect(JSON.stringify(history.body)).toContain('mailed');
    const byLetter = await certified('手紙 書子');
    await reissue(byLetter.certificateId, byLetter.name);
    await api.settle();
    expect(
      await api.rows(
        `SELECT 1 FROM notifications WHERE kind = 'certificate_reissued' AND channel = 'letter'`,
      ),
    ).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CertificationRepository } from '../../src/modules/certification/certification.repository.js';
import { CertificationIssuerService } from '../../src/modules/certification/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aConfirmedLearner, type BuiltEnrolment } from '../builders/application.js';
import { issueCertificates } from '../builders/certificate.js';
import { aCourse, aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;
const wording = {
  courseTitle: '修了証の試験',
  numberLabel: '入門',
  body: '{{fiscalYear}} {{courseTitle}}の課程を修了したことを証します。',
};

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCourseRun(api)
    .of(await aCourse(api))
    .withSeats(60)
    .heldOn('2026-06-10')
    .planned();
  const issuer = { issuer: '社会福祉法人 古河市社会福祉協議会', issuerHead: '会長 見本 太郎' };
  await api
    .get(Transactions)
    .run(() => api.get(CertificationIssuerService).provide(run.course.courseId, wording, issuer));
  api.clock.set('2026-06-10T14:00:00+09:00');
});
afterAll(() => api.close());

/** Somebody who has read the material and attended the day. */
async function aGraduate(name: string): Promise<BuiltEnrolment> {
  const built = await aConfirmedLearner(api, run.courseRunId, await aPerson(api).named(name).signedIn());
  const lesson = `/api/me/enrolments/${built.enrolmentId}/lessons/${run.course.materialLessonId}`;
  await api.as(built.learner).post(`${lesson}/reading`);
  await attend(built.enrolmentId);
  return built;
}
const attend = (enrolmentId: string) =>
  api
    .as(office)
    .put(`/api/class-sessions/${run.classSessionIds[0]}/attendance/${enrolmentId}`, { status: 'present' });
const issue = (enrolmentIds: string[]) => issueCertificates(api, office, { enrolmentIds });

describe('completion', () => {
  it('says what is missing, the same to the learner and to the office', async () => {
    const { enrolmentId, learner } = await aConfirmedLearner(api, run.courseRunId);
    const mine = await api.as(learner).get('/api/me/completions');
    const missing = [
      { kind: 'lessons', left: 1 },
      { kind: 'attendance', left: 1 },
    ];
    expect(mine.body.items).toEqual([expect.objectContaining({ enrolmentId, complete: false, missing })]);
    const all = await api.as(office).get(`/api/office/course-runs/${run.courseRunId}/completions`);
    const row = all.body.items.find((item: { enrolmentId: string }) => item.enrolmentId === enrolmentId);
    expect(row.missing).toEqual(missing);
  });

  it('is what a certificate asks for', async () => {
    const { enrolmentId } = await aConfirmedLearner(api, run.courseRunId);
    const { batch, issued } = await issue([enrolmentId]);
    expect(issued).toEqual([]);
    expect(batch.refusals).toEqual([
      expect.objectContaining({ enrolmentId, code: 'certification.not_complete' }),
    ]);
  });
});

describe('a certificate', () => {
  it('is numbered, stored, owned, and verified by code and by number', async () => {
    const { enrolmentId, learner } = await aGraduate('𠮷田 髙子');
    const certificate = (await issue([enrolmentId])).issued[0]!;
    expect(certificate).toMatchObject({ number: '令和8年度 入門 第1号', name: '𠮷田 髙子', state: 'valid' });

    const file = await api.as(learner).get(`/api/me/certificates/${certificate.certificateId}/file`);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const stranger = await aPerson(api).signedIn();
    expect(
      (await api.as(stranger).get(`/api/me/certificates/${certificate.certificateId}/file`)).status,
    ).toBe(404);
    expect((await api.as(stranger).get(`/api/office/certificates/${certificate.certificateId}`)).status).toBe(
      404,
    );

    const code = certificate.verifyUrl.split('/v/')[1]!;
    const seen = await api.anonymous.get(`/api/verifications/${code}`);
    expect(seen.body).toMatchObject({ number: certificate.number, name: '𠮷田 髙子', state: 'valid' });
    expect(Object.keys(seen.body).sort()).toEqual(
      [
        'body',
        'checkedAt',
        'completedOn',
        'copy',
        'courseTitle',
        'invalidSince',
        'issuedOn',
        'issuer',
        'issuerHead',
        'name',
        'nameLeftBlank',
        'number',
        'state',
      ].sort(),
    );
    const typed = await api.anonymous.post('/api/verifications', {
      number: '令和８年度　入門　第１号',
      code: certificate.verifyCode.toLowerCase(),
    });
    expect(typed.status).toBe(200);
    const [enrolment] = await api.rows('SELECT status FROM enrolments WHERE id = $1', [enrolmentId]);
    expect(enrolment).toEqual({ status: 'completed' });
  });

  it('is not verified by a wrong code, a wrong number, or a code of another certificate', async () => {
    const a = (await issue([(await aGraduate('甲 一')).enrolmentId])).issued[0]!;
    const b = (await issue([(await aGraduate('乙 二')).enrolmentId])).issued[0]!;
    const wrong = a.verifyCode.replace(/^./, a.verifyCode.startsWith('A') ? 'B' : 'A');
    expect((await api.anonymous.get(`/api/verifications/${wrong}`)).status).toBe(404);
    expect((await api.anonymous.get('/api/verifications/%00')).status).toBe(404);
    for (const body of [
      { number: a.number, code: b.verifyCode },
      { number: '令和8年度 入門 第999号', code: a.verifyCode },
    ]) {
      const answer = await api.anonymous.post('/api/verifications', body);
      expect(answer).toMatchObject({ status: 404, body: { code: 'verification.not_verified' } });
    }
  });

  it('leaves no gap in the numbers, whoever is refused between', async () => {
    const built = await Promise.all(['丁 四', '戊 五', '己 六'].map((name) => aGraduate(name)));
    const unready = await aConfirmedLearner(api, run.courseRunId);
    await issue([built[0]!.enrolmentId, unready.enrolmentId, built[1]!.enrolmentId]);
    await issue([built[2]!.enrolmentId]);
    const serials = (await api.rows('SELECT serial FROM certificates ORDER BY serial')).map(
      (row) => row.serial,
    );
    expect(serials).toEqual(serials.map((_, index) => index + 1));
  });

  it('is refused before it is issued when a character cannot be drawn, naming it', async () => {
    const { enrolmentId } = await aGraduate('渡邉\u{e0105} 勇');
    const preview = await api.as(office).post('/api/office/certificates/previews', { enrolmentId });
    expect(preview).toMatchObject({ status: 422, body: { code: 'certification.glyph_missing' } });
    const { batch } = await issue([enrolmentId]);
    expect(batch.refusals).toMatchObject([
      { enrolmentId, code: 'certification.glyph_missing', params: { characters: '邉\u{e0105}' } },
    ]);
    expect(await api.rows('SELECT 1 FROM certificates WHERE enrolment_id = $1', [enrolmentId])).toEqual([]);
  });

  it('that was revoked says so to whoever asks', async () => {
    const { enrolmentId } = await aGraduate('庚 七');
    const certificate = (await issue([enrolmentId])).issued[0]!;
    const url = `/api/office/certificates/${certificate.certificateId}/revocation`;
    expect((await api.as(office).post(url, { reason: '' })).status).toBe(400);
    const revoked = await api.as(office).post(url, { reason: '氏名の誤り' });
    expect(revoked.body).toMatchObject({ state: 'revoked', revokedReason: '氏名の誤り' });
    const seen = await api.anonymous.get(`/api/verifications/${certificate.verifyCode}`);
    expect(seen.body.state).toBe('revoked');
  });

  it('is previewed as a specimen that uses up no number', async () => {
    const { enrolmentId } = await aGraduate('辛 八');
    const [before] = await api.rows('SELECT last_serial FROM certificate_counters');
    const preview = await api.as(office).post('/api/office/certificates/previews', { enrolmentId });
    expect(preview.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await api.rows('SELECT last_serial FROM certificate_counters'))[0]).toEqual(before);
  });
});

it('keeps the issuer, refuses characters that cannot be printed, and leaves a record', async () => {
  expect((await api.as(office).get('/api/office/certificate-issuer')).body.issuerHead).toBe('会長 見本 太郎');
  const url = '/api/office/certificate-issuer';
  const bad = await api.as(office).put(url, { issuer: '社協', issuerHead: '会長 👵' });
  expect(bad).toMatchObject({
    status: 422,
    body: { code: 'certification.glyph_missing', field: 'issuerHead' },
  });
  await api
    .as(office)
    .put(url, { issuer: '社会福祉法人 古河市社会福祉協議会', issuerHead: '会長 見本 花子' });
  expect(await api.rows(`SELECT 1 FROM audit_log WHERE action = 'certificate_issuer.set'`)).toHaveLength(1);
  expect(await api.get(Transactions).run(() => api.get(CertificationRepository).issuer())).toMatchObject({
    head: '会長 見本 花子',
  });
});

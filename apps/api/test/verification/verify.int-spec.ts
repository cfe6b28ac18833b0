import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';

import { aCertificate, aCertifyingRun, aGraduateOf, issueCertificates } from '../builders/certificate.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let certificate: CertificateView;
let other: CertificateView;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  const run = await aCertifyingRun(api);
  certificate = await aCertificate(api, office, run, ['𠮷田 髙子']);
  other = await aCertificate(api, office, run, ['鈴木 花子']);
});
afterAll(() => api.close());

const byCode = (code: string) =>
  api.anonymous.call(verificationEndpoints.verifyByCode, { params: { publicCode: code } });
const byNumber = (number: string, code: string) =>
  api.anonymous.call(verificationEndpoints.verifyByNumber, { body: { number, code } });

describe('the check of a certificate', () => {
  it('says exactly what the paper says, that it is valid, and nothing more', async () => {
    const answer = await byCode(certificate.verifyCode);
    expect(answer.body).toEqual({
      number: certificate.number,
      courseTitle: certificate.courseTitle,
      name: '𠮷田 髙子',
      nameLeftBlank: false,
      body: '課程を修了したことを証します。',
      completedOn: certificate.completedOn,
      issuedOn: certificate.issuedOn,
      issuer: '社会福祉協議会',
      issuerHead: '会長 見本 太郎',
      copy: 1,
      state: 'valid',
      invalidSince: null,
      checkedAt: api.clock.now().toISOString(),
    });
  });

  it('says that a name is written with a brush: another one on the paper is seen', async () => {
    const { enrolmentId } = await aGraduateOf(api, await aCertifyingRun(api), ['山田 太郎']);
    const blank = { enrolmentIds: [enrolmentId], blankNames: [enrolmentId] };
    const { issued } = await issueCertificates(api, office, blank);
    const { body } = await byCode(issued[0]!.verifyCode);
    expect(body).toMatchObject({ name: '山田 太郎', nameLeftBlank: true, state: 'valid' });
  });

  it('is kept by nobody between and shown to no other site', async () => {
    const { headers } = await byCode(certificate.verifyCode);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['第1号', '1', '令和八年度入門第一号', 'R8ー入門ー1', '２０２６年度 第１号'])(
    'takes %s for its number, and the code as it was typed',
    async (number) => {
      const typed = certificate.verifyCode
        .toLowerCase()
        .replaceAll('0', 'o')
        .replaceAll('1', 'l')
        .replace('-', 'ー');
      const answer = await byNumber(number, typed);
      expect([answer.status, answer.body.name]).toEqual([200, '𠮷田 髙子']);
    },
  );

  it('answers the same to an unknown code, a wrong pair and what cannot be a code', async () => {
    const answers = await Promise.all([
      byCode('ZZZZZ-ZZZZZ'),
      byCode('no code at all'),
      byCode('あ'),
      byNumber(other.number, certificate.verifyCode),
      byNumber('令和7年度 入門 第1号', certificate.verifyCode),
      byNumber('傾聴 第1号', certificate.verifyCode),
      byNumber('号', certificate.verifyCode),
      byNumber(certificate.number, 'ZZZZZ-ZZZZZ'),
      byNumber(certificate.number, '\u0000'),
    ]);
    const seen = new Set(
      answers.map(({ status, body }) => JSON.stringify([status, { ...body, requestId: '' }])),
    );
    expect([...seen]).toEqual([JSON.stringify([404, { code: 'verification.not_verified', requestId: '' }])]);
  });

  it('says of an older copy that it was replaced and since when, without the way to the new one', async () => {
    api.clock.set('2026-06-10T11:00:00+09:00');
    const { body: second } = await api.as(office).call(certificationEndpoints.reissueCertificate, {
      params: { certificateId: other.certificateId },
      body: { reason: 'lost', name: other.name },
    });
    const old = await byCode(other.verifyCode);
    expect(old.body).toMatchObject({ state: 'replaced', copy: 1, invalidSince: '2026-06-10T02:00:00.000Z' });
    expect(old.raw.toString()).not.toContain(second.verifyCode.replace('-', ''));
    expect(Object.keys(old.body)).toEqual(Object.keys((await byCode(certificate.verifyCode)).body));
    expect((await byNumber(other.number, other.verifyCode)).body.state).toBe('replaced');
    expect((await byNumber(other.number, second.verifyCode)).body).toMatchObject({ state: 'valid', copy: 2 });
  });

  it('says of a revoked one that the issuer revoked it and since when, but not why', async () => {
    api.clock.set('2026-06-10T12:00:00+09:00');
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: certificate.certificateId },
      body: { reason: '二重に発行したため' },
    });
    const answer = await byCode(certificate.verifyCode);
    expect(answer.body).toMatchObject({
      state: 'revoked',
      invalidSince: '2026-06-10T03:00:00.000Z',
      issuer: '社会福祉協議会',
    });
    expect(answer.raw.toString()).not.toContain('二重');
  });
});

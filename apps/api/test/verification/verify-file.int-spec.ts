import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';

import { CertificationReader } from '../../src/modules/certification/certification.reader.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, requestTo } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let certificate: CertificateView;
let pdf: Buffer;

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** Each from another address: how many wrong answers one may have is told in verify-limits. */
let asked = 0;
const check = (sha256: unknown) =>
  api.anonymous.send({
    ...requestTo(verificationEndpoints.verifyByHash),
    payload: { sha256 } as object,
    remoteAddress: `10.1.0.${(asked += 1)}`,
  });

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  certificate = await aCertificate(api, office, await aCertifyingRun(api), ['佐藤 和子']);
  pdf = await api.get(CertificationReader).file(certificate.certificateId);
});
afterAll(() => api.close());

/** The i-th altered copy: a bit turned over, bytes added, or bytes taken away, spread over the whole file. */
function altered(i: number): Buffer {
  if (i % 10 === 8) return Buffer.concat([pdf, Buffer.alloc(i, 0x20)]);
  if (i % 10 === 9) return pdf.subarray(0, pdf.length - i);
  const copy = Buffer.from(pdf);
  const at = Math.floor((i * (copy.length - 1)) / 99);
  copy[at] = copy[at]! ^ (1 << (i % 8));
  return copy;
}

describe('a PDF is checked by its hash', () => {
  it('says of the stored file what its paper says, and nothing more', async () => {
    const answer = await check(hashOf(pdf));
    expect(answer.status).toBe(200);
    const byCode = await api.anonymous.call(verificationEndpoints.verifyByCode, {
      params: { publicCode: certificate.verifyCode },
    });
    expect(answer.body).toEqual({ ...byCode.body, checkedAt: expect.any(String) });
    expect(answer.body).toMatchObject({ number: certificate.number, state: 'valid' });
    expect((await check(hashOf(pdf).toUpperCase())).body.state).toBe('valid');
  });

  it('refuses each of 100 altered copies without saying more', async () => {
    const hashes = Array.from({ length: 100 }, (_, i) => hashOf(altered(i)));
    expect(new Set([...hashes, hashOf(pdf)]).size).toBe(101);
    const answers = await Promise.all(hashes.map(check));
    const seen = new Set(answers.map(({ status, body }) => `${status} ${body.code}`));
    expect([...seen]).toEqual(['404 verification.not_verified']);
    expect(answers.filter(({ body }) => JSON.stringify(body).includes(certificate.name))).toEqual([]);
  });

  it.each([undefined, '', 'abc', 'g'.repeat(64), `${'a'.repeat(64)}0`, "' OR 1=1 --", 7, null])(
    'asks for a hash instead of %p',
    async (typed) => {
      expect((await check(typed)).status).toBe(400);
    },
  );

  it('says that a certificate was replaced or revoked, of each file its own state', async () => {
    const body = { reason: 'lost', name: certificate.name };
    const second: CertificateView = (
      await api.as(office).call(certificationEndpoints.reissueCertificate, {
        params: { certificateId: certificate.certificateId },
        body,
      })
    ).body;
    expect((await check(certificate.sha256)).body).toMatchObject({ state: 'replaced', copy: 1 });
    expect((await check(second.sha256)).body).toMatchObject({ state: 'valid', copy: 2 });
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: second.certificateId },
      body: { reason: '誤り' },
    });
    expect((await check(second.sha256)).body).toMatchObject({ state: 'revoked', copy: 2 });
    expect((await check(certificate.sha256)).body).toMatchObject({ state: 'replaced', copy: 1 });
  });
});

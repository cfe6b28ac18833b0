import { createHash, webcrypto, type X509Certificate } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { bearsMarksOf, isSignedByOneOf, type SignatureMathematics } from '@kizuna/shared/rules/signed-pdf';
import fc from 'fast-check';

import { CertificationReader } from '../../src/modules/certification/certification.reader.js';
import { PdfSigningService, PdfSignerReader } from '../../src/modules/credentials/index.js';
import { verifyPdfSignature } from '../../src/modules/credentials/pdf-signing/pdf-signature.js';
import { Typesetting } from '../../src/modules/templates/index.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import {
  aStranger,
  forgeries,
  placeOfSignature,
  type Forgery,
  type ForgersDesk,
} from '../builders/forged-pdf.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aSheet } from '../builders/sheet.js';
import { startTestApi, type TestApi, requestTo } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let certificates: CertificateView[];
let desk: ForgersDesk;
let forged: Forgery[];
let council: X509Certificate;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  const run = await aCertifyingRun(api);
  certificates = [];
  for (const name of ['佐藤 和子', '鈴木 花子', '𠮷田 髙子'])
    certificates.push(await aCertificate(api, office, run, [name]));
  council = (await api.get(PdfSignerReader).list())[0]!.certificate;
  const [signed, another] = await Promise.all([fileOf(0), fileOf(1)]);
  desk = { signed, another, council, stranger: await aStranger('社会福祉協議会') };
  forged = await forgeries(desk);
});
afterAll(() => api.close());

const fileOf = (i: number) => api.get(CertificationReader).file(certificates[i]!.certificateId);

/** Each from another address: this is not about the limit. */
let asked = 0;
function send(bytes: Buffer, type = 'application/pdf') {
  asked += 1;
  return api.anonymous.send({
    ...requestTo(verificationEndpoints.verifyFile),
    headers: { 'content-type': type },
    payload: bytes,
    remoteAddress: `10.0.${asked >> 8}.${asked & 255}`,
  });
}

/** What a browser has: WebCrypto. */
const inBrowser: SignatureMathematics = {
  sha256: async (bytes) => new Uint8Array(await webcrypto.subtle.digest('SHA-256', Uint8Array.from(bytes))),
  verify: async (publicKey, signature, signed) => {
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const key = await webcrypto.subtle.importKey('spki', Uint8Array.from(publicKey), rsa, false, ['verify']);
    return webcrypto.subtle.verify(rsa, key, Uint8Array.from(signature), Uint8Array.from(signed));
  },
};
const signers = () => [{ name: '社会福祉協議会', certificate: new Uint8Array(council.raw) }];
const acceptedByServer = (bytes: Buffer) => verifyPdfSignature(bytes, council);
const acceptedInBrowser = (bytes: Buffer) => isSignedByOneOf(new Uint8Array(bytes), signers(), inBrowser);

describe('more than two hundred forged files', () => {
  it('are all different, and none is what was issued', () => {
    const hashes = new Set(forged.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')));
    expect(forged.length).toBeGreaterThanOrEqual(200);
    expect(hashes.size).toBe(forged.length);
    expect(certificates.filter(({ sha256 }) => hashes.has(sha256))).toEqual([]);
  });

  it('are refused by the signature on the server and in the browser', async () => {
    const passed = [];
    for (const { how, bytes } of forged) {
      if (acceptedByServer(bytes)) passed.push(`server: ${how}`);
      if (await acceptedInBrowser(bytes)) passed.push(`browser: ${how}`);
    }
    expect(passed).toEqual([]);
  });

  it('are called altered or foreign, never anything that could be taken for valid, and tell nobody’s name', async () => {
    const wrong = [];
    for (const { how, bytes } of forged) {
      const { status, body, raw } = await send(bytes);
      const refused =
        status === 200 && ['altered', 'foreign'].includes(body.outcome) && body.certificate === null;
      const noPdf = status === 415 && body.code === 'verification.file_not_pdf';
      const leaks = certificates.some(({ name, number }) => raw.includes(name) || raw.includes(number));
      if (!(refused || noPdf) || leaks) wrong.push(`${how}: ${status} ${body.outcome ?? body.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('in whose bytes ours are seen are called altered; a stranger’s are not', async () => {
    const outcome = async (how: RegExp) =>
      (await send(forged.find((f) => how.test(f.how))!.bytes)).body.outcome;
    expect(await outcome(/^bit 0 of byte 0 turned/)).toBeUndefined(); // not even a PDF any more
    expect(await outcome(/of the signature changed/)).toBe('altered');
    expect(await outcome(/object \d+ replaced/)).toBe('altered');
    expect(await outcome(/whole signature of another/)).toBe('altered');
    expect(await outcome(/under the council's certificate/)).toBe('altered');
    expect(await outcome(/some other PDF/)).toBe('foreign');
    expect(bearsMarksOf(new Uint8Array(Buffer.from('%PDF-1.7')), signers())).toBe(false);
  });
});

describe('whatever is done to a file', () => {
  const { length } = { length: 40_000 };
  const refusedEverywhere = async (bytes: Buffer) => {
    expect(acceptedByServer(bytes)).toBe(false);
    expect(await acceptedInBrowser(bytes)).toBe(false);
  };

  it('another byte anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, by) => {
        const copy = Buffer.from(desk.signed);
        const at = place % copy.length;
        copy[at] = (copy[at]! + by) % 256;
        await refusedEverywhere(copy);
      }),
      { numRuns: 150 },
    );
  });

  it('bytes taken out, put in, doubled or exchanged are refused', async () => {
    const piece = fc.uint8Array({ minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.nat(length), fc.nat(length), piece, fc.nat(3), async (one, other, bytes, kind) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
        const parts = [
          desk.signed.subarray(0, from),
          desk.signed.subarray(from, to),
          desk.signed.subarray(to),
        ];
        const [before, middle, after] = parts as [Buffer, Buffer, Buffer];
        const made = [
          [before, after],
          [before, Buffer.from(bytes), middle, after],
          [before, middle, middle, after],
          [middle, before, after],
        ][kind]!;
        const copy = Buffer.concat(made);
        fc.pre(!copy.equals(desk.signed));
        await refusedEverywhere(copy);
      }),
      { numRuns: 150 },
    );
  });

  it('no bytes at all make either of them throw', async () => {
    const { start } = placeOfSignature(desk.signed);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(), fc.nat(), async (bytes, a, b) => {
        const range = Buffer.from(`%PDF-1.7 /ByteRange [0 ${a % 99999} ${b % 99999} ${start}]`);
        await refusedEverywhere(Buffer.concat([range, Buffer.from(bytes)]));
      }),
      { numRuns: 150 },
    );
  });
});

describe('what the council signed', () => {
  it('is never refused: recorded, with what its paper says', async () => {
    for (const [i, { verifyCode, name }] of certificates.entries()) {
      const file = await fileOf(i);
      expect([acceptedByServer(file), await acceptedInBrowser(file)]).toEqual([true, true]);
      const { status, body } = await send(file);
      const byCode = await api.anonymous.call(verificationEndpoints.verifyByCode, {
        params: { publicCode: verifyCode },
      });
      expect(status).toBe(200);
      expect(body).toEqual({ outcome: 'recorded', certificate: byCode.body, checkedAt: expect.any(String) });
      expect(body.certificate).toMatchObject({ name, state: 'valid', invalidSince: null });
    }
  });

  it('fifty other sheets pass in both, and are “signed” to the ledger that does not know them', async () => {
    const typesetting = new Typesetting();
    const sign = await api.get(PdfSigningService).signer('社会福祉協議会');
    for (let i = 0; i < 50; i += 1) {
      api.clock.set(new Date(Date.parse('2026-06-10T01:00:00Z') + i * 1000).toISOString());
      const sheet = typesetting.render({ ...aSheet, name: `名前 ${i}`, number: `令和8年度 入門 第${i}号` });
      const file = await sign(sheet);
      expect([acceptedByServer(file), await acceptedInBrowser(file)]).toEqual([true, true]);
      if (i % 10 === 0)
        expect((await send(file)).body).toMatchObject({ outcome: 'signed', certificate: null });
    }
  });

  it('stays signed when the key was retired, and the retired certificate is published', async () => {
    await api.write('UPDATE signing_keys SET retired_at = now()');
    const run = await aCertifyingRun(api);
    const later = await aCertificate(api, office, run, ['戊 五']);
    const { body } = await api.anonymous.call(verificationEndpoints.listSigners);
    expect(body.items).toHaveLength(2);
    expect(body.items.map((signer: { retiredAt: string | null }) => signer.retiredAt === null)).toEqual([
      true,
      false,
    ]);
    expect(JSON.stringify(body)).not.toContain('PRIVATE');
    const known = body.items.map((signer: { name: string; certificate: string }) => ({
      name: signer.name,
      certificate: new Uint8Array(Buffer.from(signer.certificate, 'base64')),
    }));
    const file = await api.get(CertificationReader).file(later.certificateId);
    expect(known[0]!.name).toBe('社会福祉協議会');
    expect(await isSignedByOneOf(new Uint8Array(file), known, inBrowser)).toBe(true);
    expect(await isSignedByOneOf(new Uint8Array(desk.signed), known, inBrowser)).toBe(true);
    expect((await send(desk.signed)).body.outcome).toBe('recorded');
    expect((await send(Buffer.concat([desk.signed, Buffer.from(' ')]))).body.outcome).toBe('altered');
  });

  it('says of an old copy that it was replaced, and of a revoked one that it was revoked, since when', async () => {
    const first = certificates[2]!;
    const second: CertificateView = (
      await api.as(office).call(certificationEndpoints.reissueCertificate, {
        params: { certificateId: first.certificateId },
        body: { reason: 'lost', name: first.name },
      })
    ).body;
    const old = await send(await fileOf(2));
    expect(old.body).toMatchObject({ outcome: 'recorded', certificate: { state: 'replaced', copy: 1 } });
    expect(old.body.certificate.invalidSince).toBe(api.clock.now().toISOString());
    expect(old.raw.includes(second.verifyCode)).toBe(false);
    const file = await api.get(CertificationReader).file(second.certificateId);
    expect((await send(file)).body.certificate).toMatchObject({ state: 'valid', copy: 2 });
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: second.certificateId },
      body: { reason: '秘密の理由' },
    });
    const revoked = await send(file);
    expect(revoked.body.certificate).toMatchObject({ state: 'revoked', invalidSince: expect.any(String) });
    expect(revoked.raw.includes('秘密の理由')).toBe(false);
  });
});

describe('what is no certificate’s file', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'application/pdf', 400, 'verification.file_required'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n'), 'application/pdf', 415, 'verification.file_not_pdf'],
    ['a page', Buffer.from('<!doctype html>'), 'application/pdf', 415, 'verification.file_not_pdf'],
    [
      'a PDF sent as something else',
      Buffer.from('%PDF-1.7'),
      'application/octet-stream',
      415,
      'platform.unsupported_media',
    ],
    [
      'more than a megabyte',
      Buffer.alloc(1024 * 1024 + 1, '%PDF-'),
      'application/pdf',
      413,
      'verification.file_too_large',
    ],
  ])('is answered kindly: %s', async (_, bytes, type, status, code) => {
    const answer = await send(bytes, type);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

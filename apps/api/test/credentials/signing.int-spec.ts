import { createHash, X509Certificate } from 'node:crypto';

import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';

import { verifyPdfSignature } from '../../src/modules/credentials/pdf-signing/pdf-signature.js';
import { PdfSigningService } from '../../src/modules/credentials/pdf-signing/pdf-signing.service.js';
import { Typesetting } from '../../src/modules/templates/typesetting/typesetting.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

// One connection: a key that were fetched on a second one, inside the issuing transaction, would wait for ever
let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;

beforeAll(async () => {
  api = await startTestApi({ env: { DB_POOL: '1' } });
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
});
afterAll(() => api.close());

const certified = (name = '佐藤 和子') => aCertificate(api, office, run, [name]);
const fileOf = async (certificateId: string) =>
  (await api.as(office).call(certificationEndpoints.getCertificateFile, { params: { certificateId } })).raw;
const keys = () =>
  api.rows(`SELECT id, certificate FROM signing_keys WHERE purpose = 'pdf' ORDER BY created_at, id`);
const council = async () => new X509Certificate((await keys()).at(-1)!.certificate);

const sheet = () =>
  new Typesetting().render({
    copy: 1,
    number: '令和8年度 入門 第1号',
    name: '甲 一',
    body: '課程を修了したことを証します。',
    completedOn: '2026-11-20',
    issuedOn: '2026-11-23',
    issuer: '社会福祉協議会',
    issuerHead: '会長 見本 太郎',
    verifyUrl: 'https://kizuna.example.jp/v/ABCDE12345',
    verifyCode: 'ABCDE-12345',
    preview: false,
  });

describe('the signing key', () => {
  it('that was rolled back with the certificate signs nothing afterwards', async () => {
    const failing = api.get(Transactions).run(async () => {
      await (
        await api.get(PdfSigningService).signer('社会福祉協議会')
      )(sheet());
      throw new Error('after the signature');
    });
    await expect(failing).rejects.toThrow('after the signature');
    expect(await keys()).toEqual([]);
    const { certificateId } = await certified();
    expect(await keys()).toHaveLength(1);
    expect(verifyPdfSignature(await fileOf(certificateId), await council())).toBe(true);
  });

  it('is the same for everybody, and another one when it was rotated', async () => {
    const before = await council();
    const old = await fileOf((await certified('乙 二')).certificateId);
    await api.write(`UPDATE signing_keys SET retired_at = now() WHERE purpose = 'pdf'`);
    const now = await fileOf((await certified('丙 三')).certificateId);
    expect(await keys()).toHaveLength(2);
    const after = await council();
    expect([verifyPdfSignature(old, before), verifyPdfSignature(old, after)]).toEqual([true, false]);
    expect([verifyPdfSignature(now, before), verifyPdfSignature(now, after)]).toEqual([false, true]);
  });
});

describe('when eight need the first key at the same moment', () => {
  const eight = async (sign: (many: TestApi) => Promise<Buffer>) => {
    const many = await startTestApi({ env: { DB_POOL: '8' } });
    const files = await Promise.all(Array.from({ length: 8 }, () => sign(many)));
    const made = await many.rows('SELECT certificate FROM signing_keys WHERE certificate IS NOT NULL');
    await many.close();
    expect(made).toHaveLength(1);
    const certificate = new X509Certificate(made[0]!.certificate);
    expect(files.filter((file) => verifyPdfSignature(file, certificate))).toHaveLength(8);
  };
  const signed = async (many: TestApi, pdf: Buffer) =>
    (await many.get(PdfSigningService).signer('社会福祉協議会'))(pdf);

  it('each in a transaction of its own, one is made', async () => {
    const pdf = sheet();
    await eight((many) => many.get(Transactions).run(() => signed(many, pdf)));
  });

  it('and nobody has opened a transaction, the lock holds all the same and one is made', async () => {
    const pdf = sheet();
    await eight((many) => signed(many, pdf));
  });
});

describe('the file of a certificate', () => {
  it('is signed in the name of the issuer, and the ledger has the hash of the signed file', async () => {
    const certificate = await certified('丁 四');
    const file = await fileOf(certificate.certificateId);
    expect(verifyPdfSignature(file, await council())).toBe(true);
    expect((await council()).subject).toBe('CN=社会福祉協議会');
    const { sha256 } = (
      await api.rows('SELECT sha256 FROM certificates WHERE id = $1', [certificate.certificateId])
    )[0]!;
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
  });

  it('of a second copy is signed too', async () => {
    const first = await certified('戊 五');
    const copy = await api.as(office).call(certificationEndpoints.reissueCertificate, {
      params: { certificateId: first.certificateId },
      body: { reason: 'lost', name: '戊 五' },
    });
    expect(copy.status).toBe(201);
    expect(verifyPdfSignature(await fileOf(copy.body.certificateId), await council())).toBe(true);
  });

  it('that is only shown as a specimen is not signed', async () => {
    const { enrolmentId } = await certified('己 六');
    const preview = await api
      .as(office)
      .call(certificationEndpoints.previewCertificate, { body: { enrolmentId } });
    expect(preview.raw.toString('latin1')).not.toContain('/ByteRange');
  });

  it('leaves its signature behind when it is printed in a pile', async () => {
    const pile = await api
      .as(office)
      .call(certificationEndpoints.printRunCertificates, { params: { courseRunId: run.courseRunId } });
    expect(pile.raw.includes('ETSI.CAdES')).toBe(false);
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(pile.raw);
    expect(document.getPageCount()).toBeGreaterThan(1);
    document.destroy();
    library.destroy();
  });
});

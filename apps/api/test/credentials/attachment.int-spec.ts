import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';

import { CredentialsVerifier } from '../../src/modules/credentials/index.js';
import { Typesetting } from '../../src/modules/templates/index.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aSheet } from '../builders/sheet.js';
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

const file = async (certificateId: string) =>
  (await api.as(office).call(certificationEndpoints.getCertificateFile, { params: { certificateId } })).raw;
const attachedTo = async (pdf: Buffer) =>
  (await PDFDocument.load(pdf)).getAttachments().map(({ name, mimeType, afRelationship, data }) => ({
    name,
    mimeType,
    afRelationship,
    text: Buffer.from(data).toString('utf8'),
  }));

it('the file of a certificate is PDF/A-3 and carries its credential, of every copy its own', async () => {
  const first = await aCertificate(api, office, run, ['𠮷田 髙子']);
  const { body: second } = await api.as(office).call(certificationEndpoints.reissueCertificate, {
    params: { certificateId: first.certificateId },
    body: { reason: 'lost', name: first.name },
  });
  const pdfs = [await file(first.certificateId), await file(second.certificateId)];
  const texts = [];
  for (const pdf of pdfs) {
    expect(pdf.length).toBeLessThan(150_000);
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</);
    const attached = await attachedTo(pdf);
    expect(attached).toMatchObject([{ name: 'credential.json', mimeType: 'application/vc' }]);
    texts.push(attached[0]!.text);
  }
  const credential = await api.as(office).call(certificationEndpoints.getCredentialFile, {
    params: { certificateId: second.certificateId, form: 'json' },
  });
  expect(texts[1]).toBe(credential.raw.toString('utf8'));
  const outcomes = [];
  for (const text of texts) outcomes.push((await api.get(CredentialsVerifier).verify(text)).outcome);
  expect(outcomes).toEqual(['revoked', 'valid']);
});

it('the same sheet with the same credential is the same file, byte for byte', () => {
  const attachments = [
    { name: 'credential.json', bytes: Buffer.from('{"a":1}'), mediaType: 'application/vc', description: 'x' },
  ];
  const render = () => new Typesetting().render(aSheet, { attachments });
  expect(render().equals(render())).toBe(true);
});

it('a 見本 carries none', async () => {
  expect(await attachedTo(new Typesetting().render({ ...aSheet, preview: true }))).toEqual([]);
});

import { X509Certificate } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { credentialsEndpoints } from '@kizuna/shared/contracts/credentials.endpoints';

import { rotateKeys } from '../../src/database-commands.js';
import { CredentialsVerifier } from '../../src/modules/credentials/index.js';
import { verifyPdfSignature } from '../../src/modules/credentials/pdf-signing/pdf-signature.js';
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

const certified = (name: string) => aCertificate(api, office, run, [name]);
const fileOf = async (id: string, form: string) =>
  (
    await api
      .as(office)
      .call(certificationEndpoints.getCredentialFile, { params: { certificateId: id, form } })
  ).raw.toString('utf8');
const outcomeOf = async (text: string) => (await api.get(CredentialsVerifier).verify(text)).outcome;
const did = async () =>
  JSON.parse((await api.anonymous.call(credentialsEndpoints.getDidDocument)).raw.toString('utf8')) as {
    verificationMethod: { id: string; type: string }[];
    assertionMethod: string[];
  };
const list = async () =>
  JSON.parse(
    (
      await api.anonymous.call(credentialsEndpoints.getStatusList, { params: { listNumber: '1' } })
    ).raw.toString('utf8'),
  ) as {
    proof: { verificationMethod: string };
  };

describe('rotation of the keys of credentials', () => {
  it('signs with new keys, and what the old ones signed stays valid', async () => {
    const { certificateId: before } = await certified('旧 一');
    const old = [await fileOf(before, 'json'), await fileOf(before, 'jwt')];
    expect(await rotateKeys(api.databaseUrl, 'credential')).toBe(2);
    // The new keys are published before anything is signed with them
    const published = await did();
    expect(published.verificationMethod.map(({ type }) => type).toSorted()).toEqual([
      'JsonWebKey',
      'JsonWebKey',
      'Multikey',
      'Multikey',
    ]);
    expect(published.assertionMethod).toEqual(published.verificationMethod.map(({ id }) => id));
    const { certificateId: after } = await certified('新 二');
    const fresh = [await fileOf(after, 'json'), await fileOf(after, 'jwt')];
    const keyOf = (text: string) => JSON.parse(text).proof[0].verificationMethod as string;
    expect(keyOf(fresh[0]!)).not.toBe(keyOf(old[0]!));
    expect((await list()).proof.verificationMethod).toBe(keyOf(fresh[0]!));
    for (const text of [...old, ...fresh]) expect(await outcomeOf(text)).toBe('valid');
  });

  it('leaves no private part of a retired key behind, and a note in the audit log', async () => {
    const kept = await api.rows(
      'SELECT 1 FROM signing_keys WHERE retired_at IS NOT NULL AND private_key IS NOT NULL',
    );
    expect(kept).toEqual([]);
    const notes = await api.rows(`SELECT actor_kind FROM audit_log WHERE action = 'signing_key.retired'`);
    expect(notes).toEqual([{ actor_kind: 'system:keys.rotate' }, { actor_kind: 'system:keys.rotate' }]);
  });
});

it('rotation of the key of files leaves the older files signed', async () => {
  const certificateOf = async () =>
    new X509Certificate(
      (
        await api.rows(
          `SELECT certificate FROM signing_keys WHERE purpose = 'pdf' ORDER BY created_at DESC, id DESC`,
        )
      )[0]!.certificate,
    );
  const pdfOf = async (id: string) =>
    (await api.as(office).call(certificationEndpoints.getCertificateFile, { params: { certificateId: id } }))
      .raw;
  const old = await pdfOf((await certified('旧 三')).certificateId);
  const before = await certificateOf();
  expect(await rotateKeys(api.databaseUrl, 'pdf')).toBe(1);
  const fresh = await pdfOf((await certified('新 四')).certificateId);
  const after = await certificateOf();
  expect(after.serialNumber).not.toBe(before.serialNumber);
  expect([
    verifyPdfSignature(old, before),
    verifyPdfSignature(fresh, after),
    verifyPdfSignature(fresh, before),
  ]).toEqual([true, true, false]);
});

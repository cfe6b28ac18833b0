import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { credentialsEndpoints } from '@kizuna/shared/contracts/credentials.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';

import { CredentialsService } from '../../src/modules/credentials/credentials.service.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aClaim } from '../builders/credential.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

// One connection: whatever the issuing transaction asked for on a second one would be waited for without end
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
const fileOf = (id: string, form: string) =>
  api.as(office).call(certificationEndpoints.getCredentialFile, { params: { certificateId: id, form } });
const documentOf = async (id: string) => JSON.parse((await fileOf(id, 'json')).raw.toString('utf8'));
const publicly = async (path: string) => JSON.parse((await api.anonymous.get(path)).raw.toString('utf8'));
const firstStatusList = pathOf(credentialsEndpoints.getStatusList, { listNumber: 1 });
const asApi = (url: string) => `/api${new URL(url).pathname}`;

/** As a verifier reads it: the bit of a credential in the list that it names. */
async function bitOf(document: any): Promise<boolean> {
  const { statusListCredential, statusListIndex } = document.credentialStatus;
  const list = await publicly(asApi(statusListCredential));
  expect(list.id).toBe(statusListCredential);
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  expect(bits.length * 8).toBeGreaterThanOrEqual(131_072);
  return ((bits[Math.floor(statusListIndex / 8)]! >> (7 - (statusListIndex % 8))) & 1) === 1;
}

describe('the credential of a certificate', () => {
  it('says what the paper says, and no more about the person', async () => {
    const certificate = await certified('𠮷田 髙子');
    const document = await documentOf(certificate.certificateId);
    expect(document).toMatchObject({
      id: `urn:uuid:${certificate.certificateId}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'did:web:localhost%3A3000', name: '社会福祉協議会' },
      credentialSubject: {
        licenseNumber: certificate.number,
        identifier: [{ identityType: 'name', identityHash: '𠮷田 髙子', hashed: false }],
        achievement: { name: certificate.courseTitle },
      },
    });
    expect(document.awardedDate.slice(0, 10)).toBe(certificate.completedOn);
    expect(JSON.stringify(document)).not.toContain(certificate.personId);
    const [, payload] = (await fileOf(certificate.certificateId, 'jwt')).raw.toString().split('.');
    const { iss, jti, nbf, ...same } = JSON.parse(Buffer.from(payload!, 'base64url').toString('utf8'));
    const { proof, ...unsigned } = document;
    expect(same).toEqual(unsigned);
    expect([iss, jti, new Date(nbf * 1000).toISOString().slice(0, 19)]).toEqual([
      'did:web:localhost%3A3000',
      document.id,
      document.validFrom.slice(0, 19),
    ]);
    // a list, as the schema of Open Badges wants it
    expect(proof).toMatchObject([{ cryptosuite: 'eddsa-rdfc-2022' }]);
  });

  it('names addresses at which anybody finds what they promise', async () => {
    const document = await documentOf((await certified()).certificateId);
    const { achievement } = document.credentialSubject;
    expect(await publicly(asApi(achievement.id))).toMatchObject(achievement);
    const did = await publicly(pathOf(credentialsEndpoints.getDidDocument));
    expect(did.id).toBe(document.issuer.id);
    expect(did.assertionMethod).toContain(document.proof[0].verificationMethod);
    expect(await publicly(pathOf(certificationEndpoints.getIssuerProfile))).toMatchObject({
      id: did.id,
      name: '社会福祉協議会',
    });
    const badge = await api.anonymous.get(asApi(achievement.image.id));
    expect([badge.status, badge.headers['content-type']]).toEqual([200, 'image/png']);
    const publicPaths = [
      pathOf(credentialsEndpoints.getDidDocument),
      pathOf(certificationEndpoints.getIssuerProfile),
      firstStatusList,
      pathOf(credentialsEndpoints.getBadgeImage),
    ];
    for (const path of publicPaths) {
      const answer = await api.anonymous.get(path);
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      const again = await api.anonymous.get(path, {
        'if-none-match': String(answer.headers.etag),
      });
      expect([path, again.status, again.raw.length]).toEqual([path, 304, 0]);
    }
    expect(
      (await api.anonymous.call(credentialsEndpoints.getStatusList, { params: { listNumber: '77' } })).status,
    ).toBe(404);
    expect(
      (await api.anonymous.call(credentialsEndpoints.getStatusList, { params: { listNumber: '0' } })).status,
    ).toBe(400);
  });

  it('is revoked with the certificate, in the same transaction, and the list shows it', async () => {
    const certificate = await certified('鈴木 花子');
    const document = await documentOf(certificate.certificateId);
    expect(await bitOf(document)).toBe(false);
    const before = await publicly(firstStatusList);
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: certificate.certificateId },
      body: { reason: '誤り' },
    });
    expect(await bitOf(document)).toBe(true);
    const after = await publicly(firstStatusList);
    expect(after.proof.proofValue).not.toBe(before.proof.proofValue);
    expect((await fileOf(certificate.certificateId, 'json')).status).toBe(404);
  });

  it('of an older copy is revoked by a re-issue, and the new copy has one of its own', async () => {
    const first = await certified('田中 一郎');
    const old = await documentOf(first.certificateId);
    const { body: second } = await api.as(office).call(certificationEndpoints.reissueCertificate, {
      params: { certificateId: first.certificateId },
      body: { reason: 'lost', name: first.name },
    });
    const fresh = await documentOf(second.certificateId);
    expect([await bitOf(old), await bitOf(fresh)]).toEqual([true, false]);
    expect(fresh.id).not.toBe(old.id);
  });

  it('is given to a copy that is older than credentials when somebody asks for it', async () => {
    const { certificateId } = await certified('古井 由吉');
    await api.write('DELETE FROM credentials WHERE source_id = $1 RETURNING source_id', [certificateId]);
    const first = await documentOf(certificateId);
    expect(await documentOf(certificateId)).toEqual(first);
  });

  it('is one’s own to take along, and nobody else’s', async () => {
    const person = await aPerson(api).named('持田 持子').signedIn();
    const { certificateId } = await aCertificate(api, office, run, ['持田 持子'], person);
    for (const form of ['json', 'jwt', 'svg', 'png']) {
      const mine = await api
        .as(person)
        .call(certificationEndpoints.getOwnCredentialFile, { params: { certificateId, form } });
      expect([form, mine.status]).toEqual([form, 200]);
      expect(mine.headers['content-disposition']).toBe(`attachment; filename="kizuna-credential.${form}"`);
      const stranger = await aPerson(api).signedIn();
      expect(
        (
          await api
            .as(stranger)
            .call(certificationEndpoints.getOwnCredentialFile, { params: { certificateId, form } })
        ).status,
      ).toBe(404);
    }
    expect(
      (
        await api
          .as(person)
          .call(certificationEndpoints.getOwnCredentialFile, { params: { certificateId, form: 'exe' } })
      ).status,
    ).toBe(400);
  });
});

it('rolled back with its cause, it leaves neither key nor place', async () => {
  const fresh = await startTestApi({ env: { DB_POOL: '1' } });
  const failing = fresh.get(Transactions).run(async () => {
    await fresh.get(CredentialsService).issue([aClaim()]);
    throw new Error('after the signature');
  });
  await expect(failing).rejects.toThrow('after the signature');
  expect(await fresh.rows('SELECT 1 FROM signing_keys')).toEqual([]);
  expect(await fresh.rows('SELECT 1 FROM credential_status_lists')).toEqual([]);
  await fresh.get(Transactions).run(() => fresh.get(CredentialsService).issue([aClaim()]));
  expect(await fresh.rows('SELECT 1 FROM signing_keys')).toHaveLength(2);
  await fresh.close();
});

describe('the place in the status list', () => {
  it('is taken once when two hundred are issued from eight connections, and one source has one', async () => {
    const many = await startTestApi({ env: { DB_POOL: '8' } });
    const claims = Array.from({ length: 200 }, (_, index) => aClaim({ number: `第${index}号` }));
    const issue = async (claim: (typeof claims)[number]) => {
      const [given] = await many.get(Transactions).run(() => many.get(CredentialsService).issue([claim]));
      return given!;
    };
    const all = [...claims, ...claims.slice(0, 50)];
    const answers: Awaited<ReturnType<typeof issue>>[] = [];
    const waiting = [...all.entries()];
    const worker = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) answers[next[0]] = await issue(next[1]);
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(answers.slice(200)).toEqual(answers.slice(0, 50));
    const [counted] = await many.rows(
      'SELECT count(*)::int AS rows, count(DISTINCT (list_number, status_index))::int AS places FROM credentials',
    );
    expect(counted).toEqual({ rows: 200, places: 200 });
    // Scattered over the list: an order of places would tell who was certified together
    const places = answers.slice(0, 200).map(({ jsonLd }) => statusIndexOf(jsonLd));
    expect(new Set(places.map((place) => Math.floor(place / 16_384))).size).toBe(8);
    expect(places).not.toEqual(places.toSorted((a, b) => a - b));
    await many.close();
  });

  it('comes from the next list when the last one is nearly full', async () => {
    // In parts: each stays far below the time that a statement may take, also where the machine is busy
    for (let from = 0; from < 131_072; from += 8_192)
      await api.write(
        `INSERT INTO credentials (source_id, list_number, status_index, json_ld, jwt, issued_at)
         SELECT gen_random_uuid(), 1, place, '{}', '', now() FROM generate_series($1::int, $1::int + 8191) place
         ON CONFLICT DO NOTHING RETURNING status_index`,
        [from],
      );
    const [given] = await api.get(Transactions).run(() => api.get(CredentialsService).issue([aClaim()]));
    expect(JSON.parse(given!.jsonLd).credentialStatus.statusListCredential).toBe(
      'http://localhost:3000/credentials/status/2',
    );
  });
});

function statusIndexOf(jsonLd: string): number {
  return Number(JSON.parse(jsonLd).credentialStatus.statusListIndex);
}

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { credentialsEndpoints } from '@kizuna/shared/contracts/credentials.endpoints';

import { CredentialsService } from '../../src/modules/credentials/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aClaim } from '../builders/credential.js';
import { alteredDocuments } from '../builders/forged-credential.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { secondOpinion, secondOpinionOfToken, type DidDocument } from '../support/second-opinion.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const didDocument = async () =>
  JSON.parse(
    (await api.anonymous.call(credentialsEndpoints.getDidDocument)).raw.toString('utf8'),
  ) as DidDocument;
async function given(about: Parameters<typeof aClaim>[0]) {
  const [made] = await api.get(Transactions).run(() => api.get(CredentialsService).issue([aClaim(about)]));
  return made!;
}

it('a verifier that shares no code with the product accepts credentials, tokens and the status list', async () => {
  // Within the BMP: beyond it the writer of this reader escapes letters, which RDFC-1.0 (4.8.2) forbids
  const names = ['佐藤 和子', '髙橋 "乙" <丙>', 'Ánna\\u0041 O’Neill', '王\u200d 小明', '﨑山 ~\\'];
  const all = [];
  for (const recipientName of names) all.push(await given({ recipientName }));
  const did = await didDocument();
  for (const { jsonLd, jwt } of all)
    expect([await secondOpinion(jsonLd, did), secondOpinionOfToken(jwt, did)]).toEqual([true, true]);
  const list = await api.anonymous.call(credentialsEndpoints.getStatusList, { params: { listNumber: 1 } });
  expect(await secondOpinion(list.raw.toString('utf8'), did)).toBe(true);
});

it('and refuses every one in which a value was changed', async () => {
  const { jsonLd, jwt } = await given({});
  const did = await didDocument();
  // What is said twice of the issuer is in RDF said once: changed in one place, the signed statements stay the same
  const changed = alteredDocuments(JSON.parse(jsonLd) as Record<string, unknown>).filter(
    ({ what }) =>
      what.startsWith('credentialSubject') && what.endsWith('changed') && !what.includes('creator'),
  );
  expect(changed.length).toBeGreaterThan(12);
  const passed = [];
  for (const { what, text } of changed) if (await secondOpinion(text, did)) passed.push(what);
  expect(passed).toEqual([]);
  const [head, payload, signature] = jwt.split('.') as [string, string, string];
  const other = Buffer.from(payload, 'base64url').toString().replace('佐藤', '加藤');
  const forged = `${head}.${Buffer.from(other).toString('base64url')}.${signature}`;
  expect(secondOpinionOfToken(forged, did)).toBe(false);
});

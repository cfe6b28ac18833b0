import { createHash, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clientAuthenticationAnonymous } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';

import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { walletEndpoints } from '@kizuna/shared/contracts/wallet.endpoints';

import { WalletOfferService } from '../../src/modules/wallet/wallet-offer.service.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestResponse, requestTo } from '../support/api.js';

const origin = 'http://localhost:3000';
const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const wellKnown: Record<string, string> = {
  '/.well-known/openid-credential-issuer': walletEndpoints.getWalletIssuer.path,
  '/.well-known/oauth-authorization-server': walletEndpoints.getWalletServer.path,
};

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;
let graduate: SignedInPerson;
let certificateId: string;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
  graduate = await aPerson(api).named('𠮷田 髙子').signedIn();
  ({ certificateId } = await aCertificate(api, office, run, ['𠮷田 髙子'], graduate));
});
beforeEach(() => api.write('DELETE FROM rate_limits'));
afterAll(() => api.close());

const offerOf = (id = certificateId, person = graduate) =>
  api.as(person).call(walletEndpoints.offerToWallet, { params: { certificateId: id } });
async function codeOf(id = certificateId, person = graduate): Promise<string> {
  const { body } = await offerOf(id, person);
  const offer = JSON.parse(new URL(body.offerUri).searchParams.get('credential_offer')!);
  return offer.grants[grant]['pre-authorized_code'];
}
const askToken = (form: Record<string, string> | string, headers: Record<string, string> = {}) =>
  api.anonymous.send({
    ...requestTo(walletEndpoints.exchangeWalletCode),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  });
const redeem = (code: string) => askToken({ grant_type: grant, 'pre-authorized_code': code });
const fetchWith = (
  token: string,
  body: unknown = { credential_configuration_id: 'open_badge' },
): Promise<TestResponse> =>
  api.anonymous.attempt(walletEndpoints.issueWalletCredential, {
    body,
    headers: { authorization: `Bearer ${token}` },
  });
const verdictOf = async (credential: unknown) =>
  (await api.anonymous.attempt(verificationEndpoints.verifyCredential, { body: { credential } })).body;

/** A wallet of other authors; only the network is this process. */
function aWallet(): Openid4vciClient {
  const inProcess = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const { pathname } = new URL(String(input));
    const headers = Object.fromEntries(new Headers(init.headers));
    const answer = await api.anonymous.send({
      method: (init.method ?? 'GET') as 'GET',
      url: wellKnown[pathname] ?? pathname,
      headers,
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
    });
    return new Response(answer.raw, {
      status: answer.status,
      headers: { 'content-type': String(answer.headers['content-type']) },
    });
  };
  const never = () => {
    throw new Error('a wallet needs no key here');
  };
  return new Openid4vciClient({
    callbacks: {
      fetch: inProcess as typeof fetch,
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: (bytes) => randomBytes(bytes),
      signJwt: never,
      clientAuthentication: clientAuthenticationAnonymous(),
    },
  });
}

describe('a wallet', () => {
  it('takes an offer, finds the issuer, and fetches a credential in both forms that verify', async () => {
    const wallet = aWallet();
    const { body: offered } = await offerOf();
    const credentialOffer = await wallet.resolveCredentialOffer(offered.offerUri);
    const issuerMetadata = await wallet.resolveIssuerMetadata(credentialOffer.credential_issuer);
    expect(issuerMetadata.credentialIssuer.display).toMatchObject([{ name: '社会福祉協議会' }]);
    const { accessTokenResponse } = await wallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
    });
    const accessToken = accessTokenResponse.access_token;
    for (const credentialConfigurationId of credentialOffer.credential_configuration_ids) {
      const { credentialResponse } = await wallet.retrieveCredentials({
        issuerMetadata,
        accessToken,
        credentialConfigurationId,
      });
      const [given] = credentialResponse.credentials as { credential: unknown }[];
      expect(await verdictOf(given!.credential)).toMatchObject({
        outcome: 'valid',
        credential: { name: '𠮷田 髙子' },
      });
    }
  });

  it('gets a token once, though ten ask with one code at the same moment', async () => {
    const code = await codeOf();
    const answers = await Promise.all(Array.from({ length: 10 }, () => redeem(code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(400)]);
    expect(answers.filter(({ status }) => status === 400).map(({ body }) => body.error)).toEqual(
      Array(9).fill('invalid_grant'),
    );
  });

  it('may ask again for the credential while its token lasts: an answer can get lost', async () => {
    const { body } = await redeem(await codeOf());
    const [first, second] = [await fetchWith(body.access_token), await fetchWith(body.access_token)];
    expect([first.status, second.body]).toEqual([200, first.body]);
    expect(first.headers['cache-control']).toBe('no-store');
  });
});

describe('a code', () => {
  it('is for one’s own valid certificate, and nobody else’s', async () => {
    const stranger = await aPerson(api).signedIn();
    expect([
      (await offerOf(certificateId, stranger)).status,
      (await offerOf(certificateId, office)).status,
    ]).toEqual([404, 404]);
  });

  it('ends the one of before', async () => {
    const before = await codeOf();
    const after = await codeOf();
    expect([(await redeem(before)).body.error, (await redeem(after)).status]).toEqual(['invalid_grant', 200]);
  });

  it('and the token that came of it, ends after ten minutes', async () => {
    const [code, { body }] = [await codeOf(), await redeem(await codeOf())];
    expect(code).not.toBe(body.access_token);
    const late = await codeOf();
    const now = api.clock.now();
    api.clock.set(new Date(now.getTime() + 600_000));
    expect((await redeem(late)).body).toEqual({ error: 'invalid_grant' });
    expect((await fetchWith(body.access_token)).status).toBe(401);
    await api.get(WalletOfferService).forget();
    expect(await api.rows('SELECT 1 FROM wallet_offers')).toEqual([]);
    api.clock.set(now);
  });

  it('stands nowhere in the database, and neither does the token', async () => {
    const code = await codeOf();
    const { body } = await redeem(code);
    const kept = JSON.stringify(await api.rows('SELECT * FROM wallet_offers'));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(body.access_token);
  });

  it('brings nothing for a certificate that was taken back meanwhile', async () => {
    const person = await aPerson(api).named('取消 一郎').signedIn();
    const { certificateId: id } = await aCertificate(api, office, run, ['取消 一郎'], person);
    const { body } = await redeem(await codeOf(id, person));
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: id },
      body: { reason: '誤り' },
    });
    const answer = await fetchWith(body.access_token);
    expect([answer.status, answer.body]).toEqual([400, { error: 'credential_request_denied' }]);
    const again = await offerOf(id, person);
    expect([again.status, again.body.code]).toEqual([404, 'credentials.none']);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', '', 'invalid_request'],
    ['no code', { grant_type: grant }, 'invalid_request'],
    ['an empty code', { grant_type: grant, 'pre-authorized_code': '' }, 'invalid_request'],
    [
      'a code that nobody gave',
      { grant_type: grant, 'pre-authorized_code': 'x'.repeat(43) },
      'invalid_grant',
    ],
    ['a NUL', { grant_type: grant, 'pre-authorized_code': '\0' }, 'invalid_grant'],
    ['another grant', { grant_type: 'authorization_code', code: 'x' }, 'unsupported_grant_type'],
    ['a refresh', { grant_type: 'refresh_token', refresh_token: 'x' }, 'unsupported_grant_type'],
    ['a grant of nobody', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['a field twice', `grant_type=${grant}&grant_type=${grant}&pre-authorized_code=x`, 'invalid_request'],
    ['too much', `grant_type=${'x'.repeat(20_000)}`, 'invalid_request'],
  ])('a token for %s, in OAuth’s words', async (_, form, error) => {
    const { status, body } = await askToken(form);
    expect([status, body.error]).toEqual([
      typeof form === 'string' && form.length > 9_999 ? 413 : 400,
      error,
    ]);
    expect(body.code).toBeUndefined();
  });

  it('a token asked for in JSON', async () => {
    const answer: TestResponse = await api.anonymous.attempt(walletEndpoints.exchangeWalletCode, {
      body: { grant_type: grant },
    });
    expect([answer.status, answer.body.error]).toEqual([415, 'invalid_request']);
  });

  it('a credential without a token, with a wrong one, or with the code instead of it', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer x', 'Basic eDp5', `Bearer ${await codeOf()}`]) {
      const answer = await api.anonymous.attempt(walletEndpoints.issueWalletCredential, {
        body: {},
        headers: authorization ? { authorization } : {},
      });
      expect([authorization, answer.status, answer.body]).toEqual([
        authorization,
        401,
        { error: 'invalid_token' },
      ]);
      expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    }
  });

  it.each([
    [null, 'invalid_credential_request'],
    [[], 'invalid_credential_request'],
    [{}, 'invalid_credential_request'],
    [{ format: 'ldp_vc' }, 'invalid_credential_request'],
    [{ credential_identifier: 'open_badge' }, 'invalid_credential_request'],
    [{ credential_configuration_id: 7 }, 'invalid_credential_request'],
    [{ credential_configuration_id: 'mso_mdoc' }, 'unknown_credential_configuration'],
    [{ credential_configuration_id: '__proto__' }, 'unknown_credential_configuration'],
  ])('a credential asked for with %j', async (asked, error) => {
    const { body } = await redeem(await codeOf());
    const answer = await fetchWith(body.access_token, asked);
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });

  it('more than sixty wrong ones from one network', async () => {
    for (let n = 0; n < 60; n += 1) await redeem(`wrong${n}`);
    const answer = await redeem(await codeOf());
    expect([answer.status, answer.body.error]).toEqual([429, 'slow_down']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

it('its two documents may be read by any site, and name what is there', async () => {
  const credentialEndpoint = `${origin}${walletEndpoints.issueWalletCredential.path}`;
  const tokenEndpoint = `${origin}${walletEndpoints.exchangeWalletCode.path}`;
  for (const [endpoint, names] of [
    [walletEndpoints.getWalletIssuer, { credential_issuer: origin, credential_endpoint: credentialEndpoint }],
    [
      walletEndpoints.getWalletServer,
      { issuer: origin, token_endpoint: tokenEndpoint, grant_types_supported: [grant] },
    ],
  ] as const) {
    const answer = await api.anonymous.call(endpoint);
    expect(answer.body).toMatchObject(names);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  }
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';

import { hasValidProof, signedText } from '../../src/modules/credentials/credentials.proof.js';
import {
  badgePng,
  badgeSvg,
  bakePng,
  bakeSvg,
  CredentialsService,
} from '../../src/modules/credentials/index.js';
import { SigningKeyService } from '../../src/modules/credentials/keys/signing-key.service.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import { aClaim } from '../builders/credential.js';
import {
  alteredDocuments,
  tokenOfTheGenuineKey,
  trickedDocuments,
  trickedTokens,
  type Forgery,
} from '../builders/forged-credential.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

interface Given {
  jsonLd: string;
  jwt: string;
  document: Record<string, any>;
}

const did = 'did:web:localhost%3A3000';
let api: TestApi;
let mine: Given;
let other: Given;

beforeAll(async () => {
  api = await startTestApi();
  mine = await given();
  other = await given({ recipientName: '鈴木 花子', number: '令和8年度 入門 第2号' });
});
afterAll(() => api.close());

async function given(about: Parameters<typeof aClaim>[0] = {}): Promise<Given> {
  const [made] = await api.get(Transactions).run(() => api.get(CredentialsService).issue([aClaim(about)]));
  const { jsonLd, jwt } = made!;
  return { jsonLd, jwt, document: JSON.parse(jsonLd) };
}

const ask = (credential: unknown) =>
  api.anonymous.attempt(verificationEndpoints.verifyCredential, { body: { credential } });

/** As if each forger sat in a network of its own: a network is refused after sixty wrong answers. */
async function verify(credential: unknown) {
  await api.write('DELETE FROM rate_limits');
  return (await ask(credential)).body;
}
const asPng = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** What was not refused, in words. */
async function accepted(forgeries: readonly Forgery[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { what, text } of forgeries) {
    const verdict = await verify(text);
    if (verdict.outcome !== 'refused') wrong.push(`${what}: ${JSON.stringify(verdict)}`);
  }
  return wrong;
}

describe('a credential of ours', () => {
  it('is valid in every form, two hundred times of two hundred', async () => {
    const png = await badgePng();
    for (let index = 0; index < 40; index += 1) {
      const recipientName = ['𠮷田 髙子', '甲 ]]> "乙" <丙>', 'Ánna O’Neill \\u0041', `丁${index}`][
        index % 4
      ]!;
      const { jsonLd, jwt, document } = await given({ recipientName, number: `第${index}号` });
      const forms = [jsonLd, document, jwt, bakeSvg(badgeSvg, jsonLd), asPng(bakePng(png, jsonLd))];
      for (const form of forms) {
        const verdict = await verify(form);
        expect(verdict).toMatchObject({
          outcome: 'valid',
          reason: null,
          credential: { name: recipientName, number: `第${index}号`, awardedOn: '2026-06-10' },
        });
      }
    }
  });

  it('is valid as a baked token, with white space around, and in any order of its members', async () => {
    const attribute = `<svg xmlns="http://www.w3.org/2000/svg"><ob:credential verify="${mine.jwt}" xmlns:ob="https://purl.imsglobal.org/ob/v3p0"/></svg>`;
    const turned = Object.fromEntries(Object.entries(mine.document).toReversed());
    for (const form of [attribute, `\ufeff\n ${mine.jsonLd} \n`, turned, JSON.stringify(turned, null, 2)])
      expect((await verify(form)).outcome).toBe('valid');
  });
});

describe('a credential of before December 2026', () => {
  it('stays valid with its proof by itself, and a token with cty', async () => {
    const { document } = await given({ recipientName: '古川 千代' });
    const old = JSON.stringify({ ...document, proof: document['proof'][0] });
    const [row] = await api.rows(`SELECT private_key FROM signing_keys WHERE purpose = 'credential_jwt'`);
    const jwt = tokenOfTheGenuineKey((await given()).jwt, row!.private_key, document, { cty: 'vc' });
    await api.write('UPDATE credentials SET json_ld = $2, jwt = $3 WHERE source_id = $1 RETURNING 1', [
      String(document['id']).slice('urn:uuid:'.length),
      old,
      jwt,
    ]);
    for (const form of [old, jwt, bakeSvg(badgeSvg, old)])
      expect(await verify(form)).toMatchObject({ outcome: 'valid', credential: { name: '古川 千代' } });
    expect((await verify(document)).reason).toBe('altered');
  });
});

describe('what is refused', () => {
  it('every value changed, left out, doubled or emptied', async () => {
    const forgeries = alteredDocuments(mine.document);
    expect(forgeries.length).toBeGreaterThan(150);
    expect(await accepted(forgeries)).toEqual([]);
  });

  it('tricks with proof, context, status and text', async () => {
    const forgeries = trickedDocuments(mine.document, other.document);
    expect(forgeries.length).toBeGreaterThan(45);
    expect(await accepted(forgeries)).toEqual([]);
    expect(await verify({ ...mine.document, issuer: { id: 'did:web:example.org' } })).toMatchObject({
      reason: 'issuer',
    });
  });

  it('tricks with tokens: no algorithm, the public key as a secret, foreign keys, mixed parts', async () => {
    const [row] = await api.rows(`SELECT public_key FROM signing_keys WHERE purpose = 'credential_jwt'`);
    const key = (await api.get(SigningKeyService).listPublished()).find(({ method }) => method.publicKeyJwk)!;
    const forgeries = trickedTokens(mine.jwt, other.jwt, row!.public_key, key.method.publicKeyJwk!);
    expect(forgeries.length).toBeGreaterThan(35);
    expect(await accepted(forgeries)).toEqual([]);
  });

  it('what the genuine key signed but nobody issued', async () => {
    const [row] = await api.rows(`SELECT private_key FROM signing_keys WHERE purpose = 'credential_jwt'`);
    const forged = tokenOfTheGenuineKey(mine.jwt, row!.private_key, { name: '別の講座' });
    const keys = await api.get(SigningKeyService).listPublished();
    expect(await signedText(forged, keys)).toContain('別の講座');
    expect(await verify(forged)).toMatchObject({ outcome: 'refused', reason: 'altered' });
    const unheard = tokenOfTheGenuineKey(mine.jwt, row!.private_key, {
      id: 'urn:uuid:00000000-0000-4000-8000-000000000000',
    });
    expect(await verify(unheard)).toMatchObject({ reason: 'unknown' });
  });

  it('pictures without a credential, with two, broken ones, and with a forged one', async () => {
    const png = await badgePng();
    const baked = bakePng(png, mine.jsonLd);
    const svg = bakeSvg(badgeSvg, mine.jsonLd);
    const [element] = /<openbadges:credential[\s\S]*<\/openbadges:credential>/.exec(svg)!;
    const texts = [
      badgeSvg,
      asPng(png),
      svg.replace(element, element + element),
      svg.replace('https://purl.imsglobal.org/ob/v3p0', 'https://example.org'),
      svg.replace(mine.document.credentialSubject.licenseNumber, '第99号'),
      svg.replace(']]>', ']]><desc>x</desc>'),
      svg.replace('</svg>', ''),
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><ob:credential xmlns:ob="https://purl.imsglobal.org/ob/v3p0">&x;</ob:credential></svg>`,
      asPng(bakePng(baked, mine.jsonLd)),
      asPng(baked.subarray(0, 500)),
      asPng(Buffer.from(baked.toString('latin1').replace('eddsa-rdfc-2022', 'eddsa-rdfc-2023'), 'latin1')),
      asPng(bakePng(png, mine.jsonLd.replace('佐藤', '加藤'))),
      'data:image/png;base64,AAAA',
      '<'.repeat(300_000),
      '<a:credential '.repeat(20_000),
      `<svg>${'<a>'.repeat(100_000)}`,
    ];
    expect(await accepted(texts.map((text, index) => ({ what: `picture ${index}`, text })))).toEqual([]);
  });

  it('any one letter of the text or the token turned into another', async () => {
    const letter = fc.constantFrom(...'aZ09_-"{}[],:é佐');
    const spoilt = (text: string) =>
      fc
        .tuple(fc.nat(text.length - 1), letter)
        .map(([at, by]) => text.slice(0, at) + by + text.slice(at + 1))
        .filter((changed) => changed !== text);
    const texts = fc.oneof(spoilt(mine.jsonLd), spoilt(mine.jwt));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => (await verify(text)).outcome === 'refused'),
      { numRuns: 300 },
    );
  });

  it('more than sixty at once from one network, before they are looked at', async () => {
    await api.write('DELETE FROM rate_limits');
    for (let n = 0; n < 60; n += 1) expect((await ask('{}')).body.outcome).toBe('refused');
    const answer = await ask('{}');
    expect([answer.status, answer.body.code]).toEqual([429, 'verification.limited']);
  });

  it('bodies that are no credential, with a reason and never with a 500', async () => {
    const issueOf = async (credential: unknown) => {
      const answer = await api.anonymous.attempt(verificationEndpoints.verifyCredential, {
        body: { credential },
      });
      expect([answer.status, answer.body.code]).toEqual([400, 'platform.invalid_input']);
      return answer.body.issues[0];
    };
    for (const credential of [undefined, null, 7, '', '   ', [], {}])
      expect(await issueOf(credential)).toEqual({ field: 'credential', code: 'credentials.required' });
    expect(await issueOf('x'.repeat(500_000))).toMatchObject({ code: 'credentials.too_large' });
  });
});

describe('the signature alone', () => {
  const altered = () =>
    alteredDocuments(mine.document)
      .filter(({ what }) => what.endsWith('changed'))
      .map(({ text }) => JSON.parse(text) as Record<string, unknown>);

  it('refuses every changed value, without asking the database', async () => {
    const keys = await api.get(SigningKeyService).listPublished();
    expect(await hasValidProof(mine.document, did, keys, api.clock.now())).toBe(true);
    for (const document of altered())
      expect(await hasValidProof(document, did, keys, api.clock.now())).toBe(false);
    expect(
      await hasValidProof(
        mine.document,
        did,
        keys.filter(({ method }) => method.publicKeyJwk),
        api.clock.now(),
      ),
    ).toBe(false);
  });

  it('refuses every tricked token, without asking the database', async () => {
    const keys = await api.get(SigningKeyService).listPublished();
    const { publicKeyJwk } = keys.find(({ method }) => method.publicKeyJwk)!.method;
    const passed = [];
    for (const { what, text } of trickedTokens(mine.jwt, other.jwt, 'pem', publicKeyJwk!))
      if ((await signedText(text, keys)) !== null) passed.push(what);
    // Both are signatures of the same text (ECDSA); that it is not the token that was given out is the other lock's word
    expect(passed).toEqual(['the signature turned round']);
  });
});

describe('a credential that was taken back', () => {
  it('is revoked or replaced, as its certificate is, in every form', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const run = await aCertifyingRun(api);
    const formsOf = async (id: string) => {
      const file = async (form: string) =>
        (
          await api
            .as(office)
            .call(certificationEndpoints.getCredentialFile, { params: { certificateId: id, form } })
        ).raw;
      return [
        (await file('json')).toString(),
        (await file('jwt')).toString(),
        (await file('svg')).toString(),
        asPng(await file('png')),
      ];
    };
    const [first, second] = [
      await aCertificate(api, office, run, ['取消 一郎']),
      await aCertificate(api, office, run, ['再交 二郎']),
    ];
    const [revoked, replaced] = [await formsOf(first.certificateId), await formsOf(second.certificateId)];
    for (const form of [...revoked, ...replaced]) expect((await verify(form)).outcome).toBe('valid');
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: first.certificateId },
      body: { reason: '誤り' },
    });
    await api.as(office).call(certificationEndpoints.reissueCertificate, {
      params: { certificateId: second.certificateId },
      body: {
        reason: 'lost',
        name: second.name,
      },
    });
    for (const form of revoked) expect((await verify(form)).outcome).toBe('revoked');
    for (const form of replaced) expect((await verify(form)).outcome).toBe('replaced');
  });
});

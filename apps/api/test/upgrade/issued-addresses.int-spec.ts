import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AppConfig } from '../../src/platform/config/app-config.js';
import { secondOpinion, secondOpinionOfToken } from '../support/second-opinion.js';
import { signInByCard } from './populate/learning.js';
import { rowsOf } from './dump/dump-file.js';
import { dumpFiles, startUpgradedApi, type UpgradedApi } from './dump/upgraded-api.js';
import { pageOf } from './web-routes.js';

/** Where the API answers what the web sends at an address without `/api`. */
const apiOf: Record<string, string> = {
  '/.well-known/did.json': '/api/credentials/did',
  '/.well-known/openid-credential-issuer': '/api/wallet/issuer',
  '/.well-known/oauth-authorization-server': '/api/wallet/server',
  '/credentials/issuer': '/api/credentials/issuer',
};

describe.each(dumpFiles())('what an installation of %s has issued', (name) => {
  let upgraded: UpgradedApi;
  beforeAll(async () => {
    upgraded = await startUpgradedApi(name);
  });
  afterAll(() => upgraded.api.close());

  const address = (what: string) => upgraded.dump.held.addresses[what]!;
  const lastOf = (what: string) => address(what).split('/').at(-1)!;
  const get = (url: string) => upgraded.api.anonymous.get(url);
  const post = (url: string, body: unknown) => upgraded.api.anonymous.post(url, body);
  const fileOf = (certificateId: string) =>
    upgraded.dump.files.find(({ path: file }) => file.includes(certificateId))!;

  it('has a page of the web behind every address', () => {
    const { addresses, mailLinks, origin } = { ...upgraded.dump, ...upgraded.dump.held };
    const pages = [...Object.values(addresses), ...mailLinks, ...linksOfLetters(upgraded)]
      .filter((each) => each.startsWith(`${origin}/`) || /^\/(?!api\/)/.test(each))
      .map((each) => new URL(each, origin).pathname);
    expect(pages.length).toBeGreaterThan(12);
    expect(pages.filter((each) => pageOf(each) === undefined)).toEqual([]);
  });

  it.each([
    ['valid', 'valid'],
    ['replaced', 'replaced'],
    ['revoked', 'revoked'],
  ])('/v/…: a %s certificate, by its QR code and by number and code', async (which, state) => {
    const number = address(`certificate.${which}.number`);
    expect(address(`certificate.${which}`)).toMatch(/\/v\/[0-9A-Z]{10}$/);
    const byQr = await get(`/api/verifications/${lastOf(`certificate.${which}`)}`);
    expect(byQr).toMatchObject({ status: 200, body: { number, state } });
    const typed = { number, code: address(`certificate.${which}.code`) };
    expect(await post('/api/verifications', typed)).toMatchObject({ status: 200, body: { number, state } });
  });

  it('the files of certificates, by themselves and by their hash', async () => {
    const { held } = upgraded.dump;
    for (const which of ['valid', 'replaced']) {
      const bytes = Buffer.from(fileOf(held.ids[which]!).content, 'base64');
      const asked = await upgraded.api.anonymous.send({
        method: 'POST',
        url: '/api/verifications/documents',
        headers: { 'content-type': 'application/pdf' },
        payload: bytes,
      });
      expect(asked.body).toMatchObject({ outcome: 'recorded', certificate: { state: which } });
      const office = upgraded.api.as({ token: held.signIns['office']! });
      const sent = await office.get(`/api/office/certificates/${held.ids[which]}/file`);
      expect(sent.raw.equals(bytes)).toBe(true);
    }
  });

  it('/s/…: the QR code of a showing', async () => {
    expect(address('viewing')).toMatch(/\/s\/\d{8}$/);
    const door = await get(`/api/viewing-codes/${lastOf('viewing')}`);
    expect(door).toMatchObject({ status: 200, body: { place: '中田公民館', door: 'early' } });
  });

  it('cards: of supporters, and of learners by number and by QR code', async () => {
    expect(address('supporterCard')).toMatch(/\/supporter-card\/[0-9A-Z]{10}$/);
    const check = await get(`/api/supporter-cards/${lastOf('supporterCard')}`);
    expect(check).toMatchObject({ status: 200, body: { maskedName: '活○ 一○', standing: 'valid' } });
    const { secret, number } = upgraded.dump.held.card;
    for (const cardNumber of [address('learnerCard'), lastOf('learnerCard'), number])
      await signInByCard(upgraded.api, { cardNumber, secret });
  });

  it('films and flyers by their QR codes', async () => {
    for (const film of ['film.kizuna-long', 'film.kizuna-digest', 'film.mimamori'])
      expect((await get(`/api/videos/${lastOf(film)}`)).body.slug).toBe(lastOf(film));
    const run = await get(`/api/course-runs/${lastOf('flyer.introductory')}`);
    expect(run).toMatchObject({ status: 200, body: { courseRunId: lastOf('flyer.introductory') } });
  });

  it('signed addresses of files that a page is playing', async () => {
    const { dataDir } = upgraded.api.get(AppConfig);
    for (const what of ['film.poster', 'film.captions']) {
      const key = address(what).split('/').slice(4).join('/');
      const sent = await get(address(what));
      expect(sent.status).toBe(200);
      expect(sent.raw.equals(readFileSync(path.join(dataDir, 'blobs', key)))).toBe(true);
    }
  });

  it('documents of verifiers and wallets, word for word', async () => {
    const { documents } = upgraded.dump.held;
    expect(Object.keys(documents).toSorted()).toEqual(Object.keys(apiOf).toSorted());
    for (const [document, text] of Object.entries(documents)) {
      expect(pageOf(document)).toBeDefined();
      expect(JSON.parse((await get(apiOf[document]!)).raw.toString())).toEqual(JSON.parse(text));
    }
  });

  it('digital credentials, which a verifier checks with the did:web of then, and everything that they name', async () => {
    const { held, origin } = upgraded.dump;
    const did = JSON.parse(held.documents['/.well-known/did.json']!);
    const credentials = credentialsOf(upgraded);
    expect(credentials.length).toBeGreaterThan(20);
    const named = new Set(credentials.flatMap(({ json_ld: text }) => addressesIn(text, origin)));
    expect(named.size).toBeGreaterThan(3);
    for (const url of named) {
      expect(pageOf(url.slice(origin.length))).toBeDefined();
      expect((await get(url.replace(origin, '/api'))).status).toBe(200);
    }
    for (const state of ['valid', 'replaced', 'revoked']) {
      const { json_ld: text, jwt } = credentials.find((each) => each.source_id === held.ids[state])!;
      expect([await secondOpinion(text, did), secondOpinionOfToken(jwt, did)]).toEqual([true, true]);
      for (const credential of [text, jwt]) {
        const { body } = await post('/api/verifications/credentials', { credential });
        expect(body).toMatchObject({ outcome: state });
      }
    }
  });

  it('entries of calendars, which are found again by their UID', () => {
    for (const what of ['calendar.day', 'calendar.meeting']) {
      const [kind] = address(`${what}.uid`).split(/[0-9a-f]{8}-/);
      const route = pageOf(address(what))!;
      expect(readFileSync(route, 'utf8')).toContain(`\`${kind}\${`);
      expect(address(`${what}.uid`)).toMatch(/@kizuna$/);
    }
  });
});

interface KeptCredential {
  source_id: string;
  json_ld: string;
  jwt: string;
}

/** The credentials that people hold, as they were stored with their certificates. */
function credentialsOf({ dump }: UpgradedApi): KeptCredential[] {
  return rowsOf<KeptCredential>(dump, 'public.credentials');
}

/** The links in the messages that were written before the dump. */
function linksOfLetters({ dump }: UpgradedApi): string[] {
  const messages = rowsOf<{ body: string }>(dump, 'public.notifications');
  return messages.flatMap(({ body }) => body.match(/https?:\/\/[\w./:-]+/g) ?? []);
}

/** The addresses of the installation itself that a text names, without the origin alone. */
function addressesIn(text: string, origin: string): string[] {
  return (text.match(/https?:[^"#\\]*/g) ?? []).filter((each) => each.startsWith(`${origin}/`));
}

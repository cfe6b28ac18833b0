import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestResponse, requestTo } from '../support/api.js';

const password = 'さくらの咲く丘で';
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** The token that an answer's cookie carries. */
function tokenOf(answer: TestResponse): string {
  const cookie = String(answer.headers['set-cookie']);
  return /kizuna_sid=([^;]+)/.exec(cookie)?.[1] ?? '';
}
const signIn = (email: string, typed: string, ip = '203.0.113.1') =>
  api.anonymous.send({
    ...requestTo(peopleEndpoints.signInWithPassword),
    payload: { email, password: typed },
    remoteAddress: ip,
  });

describe('signing in with a password', () => {
  it('gives a cookie that no script reads, and lets in', async () => {
    const person = await aPerson(api).withPassword(password);
    const answer = await signIn(` ${person.email!.toUpperCase()} `, password);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      person: { personId: person.personId, name: person.name, roles: ['learner'], via: 'password' },
    });
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/i);
    const token = tokenOf(answer);
    const profile = await api.as({ token }).call(peopleEndpoints.getOwnProfile);
    expect(profile.body).toMatchObject({ personId: person.personId, openSignIns: 1, via: 'password' });
    expect(
      await api.rows(`SELECT 1 FROM sign_ins WHERE encode(token_hash, 'escape') LIKE $1`, [token]),
    ).toEqual([]);
  });

  it('refuses a wrong password and an unknown address with the same words', async () => {
    const person = await aPerson(api).withPassword(password);
    const wrong = await signIn(person.email!, 'まちがいです');
    const unknown = await signIn('nobody@example.jp', 'まちがいです');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const { requestId: _a, ...first } = wrong.body;
    const { requestId: _b, ...second } = unknown.body;
    expect(first).toEqual(second);
    expect(first).toEqual({ code: 'people.sign_in_refused' });
  });

  it('slows down by account, and a success begins anew', async () => {
    const person = await aPerson(api).withPassword(password);
    for (let i = 0; i < 6; i += 1) expect((await signIn(person.email!, 'wrong')).status).toBe(401);
    const blocked = await signIn(person.email!, password);
    expect(blocked.status).toBe(429);
    expect(blocked.body).toMatchObject({ code: 'people.sign_in_limited', params: { retryAfterSeconds: 30 } });
    expect(blocked.headers['retry-after']).toBe('30');
    api.clock.advance(31_000);
    expect((await signIn(person.email!, password)).status).toBe(200);
    for (let i = 0; i < 5; i += 1) expect((await signIn(person.email!, 'wrong')).status).toBe(401);
    expect((await signIn(person.email!, password)).status).toBe(200);
  });

  it('counts tries at the same moment', async () => {
    const person = await aPerson(api).withPassword(password);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(person.email!, 'wrong')));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(6);
  });

  it('lets a hall of thirty behind one address mistype, and stops one that sprays', async () => {
    const ip = '203.0.113.30';
    for (let i = 0; i < 30; i += 1) {
      for (let j = 0; j < 2; j += 1) await signIn(`hall${i}@example.jp`, 'wrong', ip);
    }
    const person = await aPerson(api).withPassword(password);
    expect((await signIn(person.email!, password, ip)).status).toBe(200);
    for (let i = 0; i < 50; i += 1) await signIn(`spray${i}@example.jp`, 'wrong', ip);
    expect((await signIn(person.email!, password, ip)).status).toBe(429);
    expect((await signIn(person.email!, password, '203.0.113.31')).status).toBe(200);
  });
});

describe('a sign-in', () => {
  it('slides with use and ends when idle', async () => {
    const person = await aPerson(api).signedIn();
    const day = 24 * 3_600_000;
    for (let i = 0; i < 3; i += 1) {
      api.clock.advance(10 * day);
      expect((await api.as(person).call(peopleEndpoints.getOwnProfile)).status).toBe(200);
    }
    api.clock.advance(15 * day);
    expect((await api.as(person).call(peopleEndpoints.getOwnProfile)).status).toBe(401);
  });

  it('ends here, everywhere, and when another person signs in on the same tablet', async () => {
    const person = await aPerson(api).withPassword(password);
    const tokens = await Promise.all(
      Array.from({ length: 3 }, async () => ({ token: tokenOf(await signIn(person.email!, password)) })),
    );
    const [first, second, third] = tokens as [{ token: string }, { token: string }, { token: string }];
    expect((await api.as(first).call(peopleEndpoints.signOut)).body).toEqual({ done: true });
    expect((await api.as(first).call(peopleEndpoints.getOwnProfile)).status).toBe(401);
    expect((await api.as(first).call(peopleEndpoints.signOut)).body).toEqual({ done: true });
    const card = await aPerson(api).withCard();
    const handedOver = await api
      .as(second)
      .call(peopleEndpoints.signInWithCard, { body: { cardNumber: card.cardNumber, secret: card.secret } });
    expect(handedOver.status).toBe(200);
    expect((await api.as(second).call(peopleEndpoints.getOwnProfile)).status).toBe(401);
    expect((await api.as(third).call(peopleEndpoints.signOutEverywhere)).status).toBe(200);
    expect((await api.as(third).call(peopleEndpoints.getOwnProfile)).status).toBe(401);
    expect(
      (await api.as({ token: 'forged-token-that-nobody-issued' }).call(peopleEndpoints.getSignInState)).body,
    ).toEqual({
      person: null,
    });
  });
});

describe('signing in with a card', () => {
  const byCard = (cardNumber: string, secret: string) =>
    api.anonymous.call(peopleEndpoints.signInWithCard, { body: { cardNumber, secret } });

  it('takes the number as printed, typed full-width, or as the address in the QR code', async () => {
    const card = await aPerson(api).withoutEmail().withCard();
    const wide = card.cardNumber.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    for (const typed of [card.cardNumber, wide, card.cardAddress]) {
      expect((await byCard(typed, card.secret)).status).toBe(200);
    }
    expect((await byCard('123-456-7890', card.secret)).body).toMatchObject({
      code: 'people.card_number_invalid',
      field: 'cardNumber',
    });
    expect((await byCard(card.cardNumber, '0000')).body.code).toBe('people.sign_in_refused');
  });

  it('opens the learner’s own things only, even for staff', async () => {
    const card = await aPerson(api).withRoles('learner', 'admin').withCard();
    const answer = await byCard(card.cardNumber, card.secret);
    expect(answer.body.person).toMatchObject({ roles: ['learner'], via: 'card' });
    expect((await api.as({ token: tokenOf(answer) }).call(peopleEndpoints.listPeople)).status).toBe(404);
  });

  it('stops with the old card and its sign-ins when the office issues a new one', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const card = await aPerson(api).withCard();
    const signedIn = { token: tokenOf(await byCard(card.cardNumber, card.secret)) };
    const issued = await api
      .as(office)
      .call(peopleEndpoints.issueCard, { params: { personId: card.personId } });
    expect(issued.status).toBe(201);
    expect((await byCard(card.cardNumber, card.secret)).status).toBe(401);
    expect((await api.as(signedIn).call(peopleEndpoints.getOwnProfile)).status).toBe(401);
    expect((await byCard(issued.body.cardAddress, issued.body.secret)).status).toBe(200);
    const view = await api
      .as(office)
      .call(peopleEndpoints.getPerson, { params: { personId: card.personId } });
    expect(view.body.cards.map((c: { revokedAt: string | null }) => c.revokedAt === null)).toEqual([
      true,
      false,
    ]);
    expect(JSON.stringify(view.body)).not.toContain(issued.body.secret);
  });
});

describe('another site', () => {
  it.each([
    [
      'a foreign origin',
      { 'content-type': 'application/json', origin: 'https://evil.example' },
      403,
      'platform.cross_site',
    ],
    [
      'a cross-site fetch',
      { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      403,
      'platform.cross_site',
    ],
    [
      'a plain form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'platform.unsupported_media',
    ],
    ['a text body', { 'content-type': 'text/plain' }, 415, 'platform.unsupported_media'],
    [
      'a multipart body',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'platform.unsupported_media',
    ],
  ])('%s changes nothing', async (_, headers, status, code) => {
    const person = await aPerson(api).signedIn();
    const answer = await api
      .as(person)
      .send({ ...requestTo(peopleEndpoints.signOut), headers, payload: '{}' });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await api.as(person).call(peopleEndpoints.getOwnProfile)).status).toBe(200);
  });

  it.each([
    ['broken JSON', '{"a":', 400, 'platform.invalid_input'],
    ['a poisoned prototype', '{"__proto__":{"roles":["admin"]}}', 400, 'platform.invalid_input'],
    ['too much', JSON.stringify({ email: 'x'.repeat(1_100_000) }), 413, 'platform.too_large'],
  ])('%s is refused', async (_, payload, status, code) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await api.anonymous.send({
      ...requestTo(peopleEndpoints.signInWithPassword),
      headers,
      payload,
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.requestId).toEqual(expect.any(String));
  });
});

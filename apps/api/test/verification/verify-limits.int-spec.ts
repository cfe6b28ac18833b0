import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApi } from '../../src/app.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { PlatformHousekeeping } from '../../src/platform/platform.housekeeping.js';
import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi, requestTo } from '../support/api.js';

/** Sixty wrong answers at once from one network, then one every ten seconds. */
const tries = 60;

let api: TestApi;
/** A second process on the same database, behind a proxy that it trusts. */
let behindProxy: NestFastifyApplication;
let certificate: CertificateView;

beforeAll(async () => {
  api = await startTestApi({ env: { DB_POOL: '8' } });
  const office = await aPerson(api).withRoles('office').signedIn();
  certificate = await aCertificate(api, office, await aCertifyingRun(api), ['佐藤 和子']);
  const config = new AppConfig({ ...api.get(AppConfig), trustProxy: true });
  behindProxy = await createApi({ config, clock: api.clock });
});
afterAll(async () => {
  await behindProxy.close();
  await api.close();
});
beforeEach(() => api.write('DELETE FROM rate_limits'));

const wrong = 'ZZZZZZZZZZ';
const ask = (code: string, remoteAddress = '203.0.113.1', headers: Record<string, string> = {}) =>
  api.anonymous.send({
    ...requestTo(verificationEndpoints.verifyByCode, { params: { publicCode: code } }),
    remoteAddress,
    headers,
  });
const askBehindProxy = (code: string, forwarded: string) =>
  behindProxy.inject({
    method: 'GET',
    url: pathOf(verificationEndpoints.verifyByCode, { publicCode: code }),
    remoteAddress: '10.0.0.9',
    headers: { 'x-forwarded-for': forwarded },
  });
const countOf = (statuses: number[], status: number) => statuses.filter((one) => one === status).length;
async function useUp(remoteAddress?: string): Promise<void> {
  for (let i = 0; i < tries; i += 1) await ask(wrong, remoteAddress);
}

describe('guessing', () => {
  it('ends after sixty wrong answers: 429, how long to wait, and no answer to a right code either', async () => {
    const statuses = [];
    for (let i = 0; i < tries; i += 1) statuses.push((await ask(wrong)).status);
    expect(new Set(statuses)).toEqual(new Set([404]));
    const refused = await ask(wrong);
    expect([refused.status, refused.body.code, refused.body.params, refused.headers['retry-after']]).toEqual([
      ...[429, 'verification.limited', { retryAfterSeconds: 10 }, '10'],
    ]);
    expect((await ask(certificate.verifyCode)).status).toBe(429);
    expect((await ask(certificate.verifyCode, '203.0.113.2')).status).toBe(200);
  });

  it('may go on after the time that was told, one try every ten seconds', async () => {
    await useUp();
    const now = api.clock.now().getTime();
    api.clock.set(new Date(now + 9_900).toISOString());
    expect((await ask(wrong)).status).toBe(429);
    api.clock.set(new Date(now + 10_000).toISOString());
    expect([(await ask(wrong)).status, (await ask(wrong)).status]).toEqual([404, 429]);
    api.clock.set(new Date(now + 700_000).toISOString());
    const again = [];
    for (let i = 0; i <= tries; i += 1) again.push((await ask(wrong)).status);
    expect([countOf(again, 404), countOf(again, 429)]).toEqual([tries, 1]);
  });

  it('is not what a hall does in which three hundred scan their own paper, twenty at a time', async () => {
    for (let i = 0; i < 39; i += 1) await ask(wrong);
    const statuses: number[] = [];
    for (let i = 0; i < 15; i += 1) {
      const twenty = await Promise.all(Array.from({ length: 20 }, () => ask(certificate.verifyCode)));
      statuses.push(...twenty.map(({ status }) => status));
    }
    expect(countOf(statuses, 200)).toBe(300);
    expect((await ask(wrong)).status).toBe(404);
  });

  it('counts the same for all ways of asking', async () => {
    const address = '198.51.100.5';
    const send = (endpoint: Endpoint, payload: object | Buffer) =>
      api.anonymous.send({
        ...requestTo(endpoint),
        payload,
        remoteAddress: address,
        headers: { 'content-type': endpoint.upload ?? 'application/json' },
      });
    for (let i = 0; i < 15; i += 1) {
      await ask(wrong, address);
      await send(verificationEndpoints.verifyByNumber, { number: '第1号', code: wrong });
      await send(verificationEndpoints.verifyByHash, { sha256: 'a'.repeat(64) });
      await send(verificationEndpoints.verifyFile, Buffer.from('%PDF-1.7'));
    }
    const last = await Promise.all([
      ask(wrong, address),
      send(verificationEndpoints.verifyByNumber, { number: '第1号', code: wrong }),
      send(verificationEndpoints.verifyByHash, { sha256: 'a'.repeat(64) }),
      send(verificationEndpoints.verifyFile, Buffer.from('%PDF-1.7')),
    ]);
    expect(last.map(({ status }) => status)).toEqual([429, 429, 429, 429]);
  });

  it('at two processes at the same moment shares one count', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, i) =>
        i % 2 === 0
          ? (await ask(wrong, '203.0.113.9')).status
          : (await askBehindProxy(wrong, '203.0.113.9')).statusCode,
      ),
    );
    expect([countOf(answers, 404), countOf(answers, 429)]).toEqual([tries, 140]);
  });
});

describe('the network that is counted', () => {
  it('is the sender’s own address where no proxy is trusted, whatever the sender writes', async () => {
    for (let i = 0; i < tries; i += 1) await ask(wrong, '203.0.113.3', { 'x-forwarded-for': `9.9.9.${i}` });
    expect((await ask(wrong, '203.0.113.3', { 'x-forwarded-for': '8.8.8.8' })).status).toBe(429);
  });

  it('is what the trusted proxy saw: residents are counted apart, and what they write before it is ignored', async () => {
    for (let i = 0; i < tries; i += 1) await askBehindProxy(wrong, `9.9.9.${i}, 203.0.113.4`);
    expect((await askBehindProxy(wrong, '7.7.7.7, 203.0.113.4')).statusCode).toBe(429);
    expect((await askBehindProxy(wrong, '203.0.113.5')).statusCode).toBe(404);
  });

  it('is the first half of an IPv6 address', async () => {
    for (let i = 0; i < tries; i += 1) await ask(wrong, `2001:db8:1:2::${i.toString(16)}`);
    expect((await ask(wrong, '2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await ask(wrong, '2001:db8:1:3::1')).status).toBe(404);
  });

  it('is kept as a hash, and forgotten when the count is empty again', async () => {
    await useUp();
    const rows = await api.rows<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.key).toMatch(/^verification:[\w-]{43}$/);
    api.clock.set(new Date(api.clock.now().getTime() + 2 * 86_400_000).toISOString());
    await api.get(PlatformHousekeeping).forget();
    expect(await api.rows('SELECT key FROM rate_limits')).toEqual([]);
  });
});

it('a wrong answer takes as long whether the code exists, does not, or cannot be one', async () => {
  const kinds = {
    unknown: { number: certificate.number, code: 'ZZZZZ-ZZZZZ' },
    wrongPair: { number: '令和7年度 入門 第1号', code: certificate.verifyCode },
    malformed: { number: certificate.number, code: 'x' },
  };
  const took: Record<string, number[]> = { unknown: [], wrongPair: [], malformed: [] };
  for (let i = 0; i < 200; i += 1) {
    for (const [kind, payload] of Object.entries(kinds)) {
      const began = performance.now();
      await api.anonymous.send({
        ...requestTo(verificationEndpoints.verifyByNumber),
        payload,
        remoteAddress: `10.9.${i}.${kind.length}`,
      });
      if (i >= 20) took[kind]!.push(performance.now() - began);
    }
  }
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const medians = Object.values(took).map(middle);
  if (process.env['TELL_TIMES'])
    process.stdout.write(`${JSON.stringify(Object.keys(took))} ${medians.join(' ')} ms\n`);
  expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(1 + Math.min(...medians) * 0.5);
});

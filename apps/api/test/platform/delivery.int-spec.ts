import { randomBytes } from 'node:crypto';
import { get as httpGet } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';

import { createApi } from '../../src/app.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { Delivery } from '../../src/platform/delivery/index.js';
import { BlobStore } from '../../src/platform/storage/index.js';
import { startTestApi, testNow, type TestApi } from '../support/api.js';

let api: TestApi;
const scope = 'films/0123456789abcdef0123';
const bytes = randomBytes(100_000);
const playlist = '#EXTM3U\n#EXT-X-VERSION:3\n360p/00001.ts\n';
let segment: string;

beforeAll(async () => {
  api = await startTestApi();
  const blobs = api.get(BlobStore);
  await blobs.put(`${scope}/hls/360p/00001.ts`, bytes);
  await blobs.put(`${scope}/hls/master.m3u8`, Buffer.from(playlist));
  await blobs.put(`${scope}/page.html`, Buffer.from('<script>alert(1)</script>'));
  await blobs.put('films/secret/hls/00001.ts', Buffer.from('not yours'));
  segment = api.get(Delivery).addressOf(scope, 'hls/360p/00001.ts');
});
afterAll(() => api.close());

describe('a signed address', () => {
  it('gives the whole file, to be kept as long as the address is good', async () => {
    const answer = await api.anonymous.get(segment);
    expect(answer.status).toBe(200);
    expect(answer.raw.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp2t',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^public, max-age=\d{5}, immutable$/),
    });
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=100-', 100, bytes.length],
    ['bytes=-50', bytes.length - 50, bytes.length],
    [`bytes=${bytes.length - 1}-`, bytes.length - 1, bytes.length],
  ])('gives parts: %s', async (range, from, to) => {
    const answer = await api.anonymous.get(segment, { range });
    expect(answer.status).toBe(206);
    expect(answer.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${bytes.length}`);
    expect(answer.raw.equals(bytes.subarray(from, to))).toBe(true);
  });

  it('ends somewhere, and sends nothing to a browser that has it', async () => {
    const behind = await api.anonymous.get(segment, { range: `bytes=${bytes.length}-` });
    expect([behind.status, behind.headers['content-range'], behind.raw.length]).toEqual([
      416,
      `bytes */${bytes.length}`,
      0,
    ]);
    const { etag } = behind.headers;
    const again = await api.anonymous.get(segment, { 'if-none-match': String(etag) });
    expect([again.status, again.raw.length]).toEqual([304, 0]);
  });

  it('describes without sending', async () => {
    const answer = await api.anonymous.send({
      method: 'HEAD',
      url: segment,
      headers: { range: 'bytes=0-9' },
    });
    expect([answer.status, answer.headers['content-length'], answer.raw.length]).toEqual([206, '10', 0]);
  });

  it('is kept by the relative names in a playlist', async () => {
    const master = api.get(Delivery).addressOf(scope, 'hls/master.m3u8');
    const answer = await api.anonymous.get(master);
    expect(answer.headers['content-type']).toBe('application/vnd.apple.mpegurl');
    const line = String(answer.raw).trim().split('\n').at(-1)!;
    const relative = new URL(line, new URL(master, 'http://localhost')).pathname;
    expect(relative).toBe(segment);
  });

  it('shows nothing that could run: what is not known is a download', async () => {
    const { headers } = await api.anonymous.get(api.get(Delivery).addressOf(scope, 'page.html'));
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toBe('attachment');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('is the same for everybody for hours, from every process', async () => {
    const other = await createApi({ config: api.get(AppConfig), clock: api.clock });
    try {
      expect(other.get(Delivery).addressOf(scope, 'hls/360p/00001.ts')).toBe(segment);
    } finally {
      await other.close();
    }
    expect(await api.rows('SELECT number FROM delivery_keys')).toEqual([{ number: 1 }]);
  });

  it('says that a file is not there only to who holds a good one', async () => {
    const answer = await api.anonymous.get(api.get(Delivery).addressOf(scope, 'hls/360p/99999.ts'));
    expect([answer.status, answer.body.code]).toEqual([404, 'platform.not_found']);
  });

  it('of the scope alone is good without a body: what a proxy asks once a minute', async () => {
    const answer = await api.anonymous.get(segment.slice(0, segment.indexOf('/hls/')));
    expect([answer.status, answer.headers['x-accel-expires'], answer.raw.length]).toEqual([204, '60', 0]);
  });
});

describe('every other address', () => {
  const altered = (): Record<string, string> => {
    const [, , , ticket = ''] = segment.split('/');
    const [minutes = '', depth = '', signature = ''] = ticket.split('.');
    const at = (word: string, path: string) => `${mediaPath}/${word}/${path}`;
    return {
      'another scope': at(ticket, 'films/secret/hls/00001.ts'),
      'another scope by an escaped way up': at(ticket, `${scope}/%2e%2e/secret/hls/00001.ts`),
      'another scope by a way up': at(ticket, `${scope}/../secret/hls/00001.ts`),
      'an escaped slash': at(ticket, `${scope}/hls%2F360p%2F00001.ts`),
      'an escaped letter': at(ticket, `${scope}/hls/360p/0000%31.ts`),
      'a double slash': at(ticket, `${scope}//hls/360p/00001.ts`),
      'a backslash': at(ticket, `${scope}/hls%5C360p`),
      'a NUL': at(ticket, `${scope}/hls%00`),
      'a later end': at(`${minutes}z.${depth}.${signature}`, `${scope}/hls/360p/00001.ts`),
      'another depth': at(`${minutes}.1.${signature}`, `${scope}/hls/360p/00001.ts`),
      'a truncated ticket': at(ticket.slice(0, -1), `${scope}/hls/360p/00001.ts`),
      'an altered signature': at(`${minutes}.${depth}.${'A'.repeat(24)}`, `${scope}/hls/360p/00001.ts`),
      'an escaped ticket': at(ticket.replace('.', '%2E'), `${scope}/hls/360p/00001.ts`),
      'no ticket': at(scope, 'hls/360p/00001.ts'),
      'nothing behind it': at(ticket, ''),
    };
  };

  it('is refused in the same words, whatever is wrong with it', async () => {
    const answers = await Promise.all(
      Object.entries(altered()).map(async ([name, url]) => {
        const { status, body, raw } = await api.anonymous.send({ method: 'GET', url });
        return { name, status, code: body?.code, length: raw.length > 0 };
      }),
    );
    const wrong = answers.filter(({ status, code }) => status !== 403 || code !== 'platform.forbidden');
    expect(wrong).toEqual([]);
  });

  it('is refused when it has expired', async () => {
    api.clock.set('2026-06-11T10:00:00+09:00');
    try {
      expect((await api.anonymous.get(segment)).body.code).toBe('platform.forbidden');
    } finally {
      api.clock.set(testNow);
    }
  });
});

describe('behind a reverse proxy (MEDIA_DELIVERY=accel)', () => {
  let behind: TestApi;
  beforeAll(async () => {
    behind = await startTestApi({ env: { MEDIA_DELIVERY: 'accel' } });
  });
  afterAll(() => behind.close());

  it.each(['GET', 'HEAD'] as const)(
    '%s names the file to the proxy and sends no byte of it',
    async (method) => {
      const url = behind.get(Delivery).addressOf(scope, 'hls/360p/00001.ts');
      const answer = await behind.anonymous.send({ method, url, headers: { range: 'bytes=0-9' } });
      expect([answer.status, answer.raw.length]).toEqual([200, 0]);
      expect(answer.headers).toMatchObject({
        'x-accel-redirect': `/_blobs/${scope}/hls/360p/00001.ts`,
        'content-type': 'video/mp2t',
        'cache-control': expect.stringContaining('immutable'),
      });
    },
  );

  it('names nothing for an address that is not good', async () => {
    const answer = await behind.anonymous.get(segment);
    expect([answer.status, answer.headers['x-accel-redirect']]).toEqual([403, undefined]);
  });
});

describe('a browser that goes away in the middle', () => {
  it('closes the file: nothing more is read', async () => {
    const blobs = api.get(BlobStore);
    await blobs.put(
      `${scope}/large.mp4`,
      Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(1 << 20))),
    );
    const opened: Readable[] = [];
    const stream = blobs.stream.bind(blobs);
    blobs.stream = async (...asked) => {
      const one = await stream(...asked);
      opened.push(one);
      return one;
    };
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const path = api.get(Delivery).addressOf(scope, 'large.mp4');
    await new Promise<void>((resolve, reject) => {
      httpGet({ port, path }, (answer) => answer.once('data', () => resolve(void answer.destroy()))).on(
        'error',
        reject,
      );
    });
    for (let waited = 0; waited < 100 && !opened[0]?.closed; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(opened.map(({ closed, destroyed }) => ({ closed, destroyed }))).toEqual([
      { closed: true, destroyed: true },
    ]);
    expect((opened[0] as Readable & { bytesRead: number }).bytesRead).toBeLessThan(32 << 20);
  });
});

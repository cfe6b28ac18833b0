import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { healthEndpoints } from '@kizuna/shared/contracts/health.endpoints';
import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';

import { AppConfig } from '../../src/platform/config/app-config.js';
import { Delivery } from '../../src/platform/delivery/index.js';
import { BlobStore } from '../../src/platform/storage/index.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { adaptedSample, findNginx, startNginx, type RunningNginx } from '../support/nginx.js';
import { startSigningS3Server, type TestS3Server } from '../support/s3-server.js';

const scope = 'films/0123456789abcdef0123';
const segments = Array.from({ length: 8 }, (_, at) => randomBytes(150_000 + at));
const nameOf = (at: number) => `hls/360p-000${at}.ts`;

/** The API behind a real nginx with the sample configuration, and how many bytes the API has answered so far. */
interface Behind {
  api: TestApi;
  nginx: RunningNginx;
  bytesOfTheApi(): number;
  close(): Promise<void>;
}

async function startBehindNginx(store?: TestS3Server): Promise<Behind> {
  const s3 = store && {
    BLOB_STORE: 's3',
    S3_ENDPOINT: store.place.endpoint,
    S3_BUCKET: store.place.bucket,
    S3_ACCESS_KEY_ID: store.place.accessKeyId,
    S3_SECRET_ACCESS_KEY: store.place.secretAccessKey,
  };
  const api = await startTestApi({ env: { MEDIA_DELIVERY: 'accel', TRUST_PROXY: 'true', ...s3 } });
  const blobs = api.get(BlobStore);
  for (const [at, bytes] of segments.entries()) await blobs.put(`${scope}/${nameOf(at)}`, bytes);
  await blobs.put(`${scope}/page.html`, Buffer.from('<script>alert(1)</script>'));
  await blobs.put('single/film.mp4', segments[0]!);
  const sockets = new Set<Socket>();
  const server = api.app.getHttpServer();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await api.app.listen(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  const nginx = await startNginx({
    application: `127.0.0.1:${port}`,
    blobs: path.resolve(api.get(AppConfig).dataDir, 'blobs'),
    ...(store ? { store: new URL(store.place.endpoint).host } : {}),
  });
  return {
    api,
    nginx,
    bytesOfTheApi: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0),
    close: async () => {
      await nginx.stop();
      await api.close();
      await store?.close();
    },
  };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What holds with either store. @param endRanges whether the server under test knows `bytes=-50` */
function serves(start: () => Promise<Behind>, endRanges: boolean): void {
  let behind: Behind;
  const address = (where: string, file: string) =>
    `${behind.nginx.origin}${behind.api.get(Delivery).addressOf(where, file)}`;
  const segmentAt = (at: number) => address(scope, nameOf(at));

  beforeAll(async () => {
    behind = await start();
  });
  afterAll(() => behind.close());

  it('sends every piece byte by byte, and the API none of them', async () => {
    const before = behind.bytesOfTheApi();
    for (let round = 0; round < 3; round += 1) {
      for (const [at, bytes] of segments.entries()) {
        const answer = await fetch(segmentAt(at));
        expect(answer.status).toBe(200);
        expect(hashOf(await answer.bytes())).toBe(hashOf(bytes));
      }
    }
    // 24 pieces of 150 kB went out; what the API said is headers, at most
    expect(behind.bytesOfTheApi() - before).toBeLessThan(24 * 1_500);
  });

  it('sends parts of them', async () => {
    const bytes = segments[1]!;
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 100],
      ['bytes=1000-', 1000, bytes.length],
      ...(endRanges ? [['bytes=-50', bytes.length - 50, bytes.length] as const] : []),
    ] as const) {
      const answer = await fetch(segmentAt(1), { headers: { range } });
      expect([answer.status, answer.headers.get('content-range')]).toEqual([
        206,
        `bytes ${from}-${to - 1}/${bytes.length}`,
      ]);
      expect(hashOf(await answer.bytes())).toBe(hashOf(bytes.subarray(from, to)));
    }
  });

  it('says what they are, and how long they may be kept', async () => {
    const { headers } = await fetch(segmentAt(0), { method: 'HEAD' });
    expect(headers.get('content-type')).toBe('video/mp2t');
    expect(headers.get('content-length')).toBe(String(segments[0]!.length));
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+, immutable$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('etag')).toBeTruthy();
    expect(headers.get('x-accel-redirect')).toBeNull();
    const page = (await fetch(address(scope, 'page.html'), { method: 'HEAD' })).headers;
    expect(page.get('content-type')).toBe('application/octet-stream');
    expect(page.get('content-disposition')).toBe('attachment');
  });

  it('sends files of other folders too', async () => {
    const answer = await fetch(address('single', 'film.mp4'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(hashOf(await answer.bytes())).toBe(hashOf(segments[0]!));
  });

  guards(() => behind);
}

/** What is refused behind the same server, and what is passed on. */
function guards(now: () => Behind): void {
  it('refuses what is not signed, and what has expired', async () => {
    const behind = now();
    const { pathname } = new URL(
      `${behind.nginx.origin}${behind.api.get(Delivery).addressOf(scope, nameOf(0))}`,
    );
    const [, , , ticket = ''] = pathname.split('/');
    const at = (word: string, file: string) => `${behind.nginx.origin}${mediaPath}/${word}/${file}`;
    const expired = behind.api.get(Delivery).addressOf('films/other', nameOf(0));
    const wrong = [
      at(`${ticket.slice(0, -1)}A`, `${scope}/${nameOf(0)}`),
      at(ticket.slice(0, -1), `${scope}/${nameOf(0)}`),
      at(ticket, 'films/other/hls/360p-0000.ts'),
      at(ticket, 'single/film.mp4'),
      at(ticket, `${scope}/hls%2F360p-0000.ts`),
      at(ticket.replace('.2.', '.1.'), `${scope}/${nameOf(0)}`),
    ];
    const statuses = await Promise.all(wrong.map(async (url) => (await fetch(url)).status));
    expect(statuses.map((status, at) => [status, at])).toEqual(wrong.map((_, at) => [403, at]));
    behind.api.clock.advance(26 * 3_600_000);
    try {
      expect((await fetch(`${behind.nginx.origin}${expired}`)).status).toBe(403);
    } finally {
      behind.api.clock.advance(-26 * 3_600_000);
    }
  });

  it('has no other door to the files', async () => {
    for (const inner of [
      `/_blobs/${scope}/${nameOf(0)}`,
      `/_store/kizuna-blobs/${scope}/${nameOf(0)}`,
      `/_ticket`,
      `/%5fblobs/${scope}/${nameOf(0)}`,
      `${mediaPath}/../../_blobs/${scope}/${nameOf(0)}`,
    ]) {
      const answer = await fetch(`${now().nginx.origin}${inner}`);
      const bytes = await answer.bytes();
      expect([inner, answer.status, bytes.length < 5_000]).toEqual([inner, 404, true]);
    }
  });

  it('passes the rest on', async () => {
    const answer = await fetch(`${now().nginx.origin}${healthEndpoints.getLiveness.path}`);
    expect(await answer.json()).toEqual({ status: 'ok', reason: null });
  });
}

const nginx = findNginx();

// A machine without nginx proves the text and the API's half, and says so in the name of what it ran
if (nginx) {
  describe('behind a real nginx with the sample configuration', () => serves(startBehindNginx, true));
  describe('behind a real nginx, the files in an S3-compatible store', () =>
    serves(async () => startBehindNginx(await startSigningS3Server()), false));
} else {
  describe('NO NGINX ON THIS MACHINE (apt-get install nginx-light): only the text of the sample', () => {
    it('hides the blobs, asks for tickets, and keeps addresses out of the logs', () => {
      const sample = adaptedSample({ application: '127.0.0.1:1', blobs: '/blobs' }, 1, '/work');
      const media = sample.get('media-directory.conf') ?? '';
      expect(media).toMatch(/location \/_blobs\/ \{\s+internal;/);
      expect(media).toMatch(/location = \/_ticket \{\s+internal;/);
      expect(media).toContain('auth_request /_ticket;');
      expect(sample.get('media-s3.conf')).toMatch(/location \/_store\/ \{\s+internal;/);
      expect(sample.get('media-headers.conf')).toContain('access_log off;');
    });
  });
}

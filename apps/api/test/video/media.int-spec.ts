import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';

import { UnusableFilm, VideoCatalogueService } from '../../src/modules/video/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aFilm, aFilmFolder, mp4Bytes } from '../builders/film.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let film: Record<string, any>;
const bytes = mp4Bytes(100_000);

beforeAll(async () => {
  api = await startTestApi();
  await aFilm(api);
  film = (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: 'kizuna-long' } })).body;
});
afterAll(() => api.close());

const importFolder = (folder: string) =>
  api.get(Transactions).run(() => api.get(VideoCatalogueService).importFolder(folder));

describe('the catalogue of films', () => {
  it('is open to everybody', async () => {
    const { status, body } = await api.anonymous.call(videoEndpoints.listPublicVideos);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).not.toHaveProperty('transcript');
    expect(film).toMatchObject({
      slug: 'kizuna-long',
      version: 'long',
      durationMs: 100_000,
      transcript: [
        { fromMs: 0, toMs: 2_000, text: '支え合いのまちへ' },
        { fromMs: 2_000, toMs: 4_000, text: 'お互いさま' },
      ],
      chapters: [{ fromMs: 0, toMs: 30_000, text: 'はじめに' }],
    });
  });

  it('knows no other film', async () => {
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: 'unknown' } })).status,
    ).toBe(404);
  });
});

describe('the bytes of a film', () => {
  it('are the whole file, to be kept as long as its address is good', async () => {
    const answer = await api.anonymous.get(film['filmUrl']);
    expect(answer.status).toBe(200);
    expect(answer.raw.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'cache-control': expect.stringMatching(/^public, max-age=\d+, immutable$/),
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=100-', 100, bytes.length],
    ['bytes=-50', bytes.length - 50, bytes.length],
    [`bytes=${bytes.length - 1}-`, bytes.length - 1, bytes.length],
  ])('come in parts: %s', async (range, from, to) => {
    const answer = await api.anonymous.get(film['filmUrl'], { range });
    expect(answer.status).toBe(206);
    expect(answer.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${bytes.length}`);
    expect(answer.headers['content-length']).toBe(String(to - from));
    expect(answer.raw.equals(bytes.subarray(from, to))).toBe(true);
  });

  it('end somewhere', async () => {
    const answer = await api.anonymous.get(film['filmUrl'], { range: `bytes=${bytes.length}-` });
    expect(answer.status).toBe(416);
    expect(answer.headers['content-range']).toBe(`bytes */${bytes.length}`);
    expect(answer.raw).toHaveLength(0);
  });

  it('are described without being sent', async () => {
    const answer = await api.anonymous.send({ method: 'HEAD', url: film['filmUrl'] });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-length']).toBe(String(bytes.length));
    expect(answer.raw).toHaveLength(0);
    const part = await api.anonymous.send({
      method: 'HEAD',
      url: film['filmUrl'],
      headers: { range: 'bytes=0-9' },
    });
    expect(part.status).toBe(206);
    expect(part.headers['content-length']).toBe('10');
  });

  it('are not sent to a browser that has them', async () => {
    const { etag } = (await api.anonymous.get(film['filmUrl'])).headers;
    const again = await api.anonymous.get(film['filmUrl'], { 'if-none-match': String(etag) });
    expect(again.status).toBe(304);
    expect(again.raw).toHaveLength(0);
  });

  it('have their right types beside them', async () => {
    expect((await api.anonymous.get(film['captions'][0].url)).headers['content-type']).toBe(
      'text/vtt; charset=utf-8',
    );
    expect((await api.anonymous.get(film['chaptersUrl'])).headers['content-type']).toBe(
      'text/vtt; charset=utf-8',
    );
    expect((await api.anonymous.get(film['posterUrl'])).headers['content-type']).toBe('image/webp');
  });
});

describe("the office's own film", () => {
  let folder: string;
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes the place of the old one under a new address; the same again changes nothing', async () => {
    folder = await aFilmFolder({ durationMs: 60_000, title: '市の映像', filler: 70 });
    await importFolder(folder);
    await importFolder(folder);
    const { body } = await api.anonymous.call(videoEndpoints.getPublicVideo, {
      params: { slug: 'kizuna-long' },
    });
    expect(body).toMatchObject({ videoId: film['videoId'], title: '市の映像', durationMs: 60_000 });
    expect(body.filmUrl).not.toBe(film['filmUrl']);
    expect((await api.anonymous.get(body.filmUrl)).raw.equals(mp4Bytes(60_000, 70))).toBe(true);
    const begun = await api.anonymous.get(film['filmUrl'], { range: 'bytes=100-' });
    expect(begun.raw.equals(bytes.subarray(100))).toBe(true);
  });

  it.each([
    ['film.json', '{"long":{"title":""}}'],
    ['film.json', '{}'],
    ['film.json', 'no json'],
    ['long.mp4', 'not a film at all, only text'],
    ['long.mp4', ''],
    ['long.ja.vtt', '1\n00:00:01,000 --> 00:00:02,000\nSubRip'],
  ])('is refused with a wrong %s, and the old one stays', async (file, content) => {
    const before = (
      await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: 'kizuna-long' } })
    ).body;
    folder = await aFilmFolder();
    await writeFile(path.join(folder, file), content);
    await expect(importFolder(folder)).rejects.toThrow(UnusableFilm);
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: 'kizuna-long' } })).body,
    ).toEqual(before);
  });
});

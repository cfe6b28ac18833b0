import { copyFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';

import { TranscodingEndingService } from '../../src/modules/transcoding/transcoding.ending.service.js';
import { TranscodingRepository } from '../../src/modules/transcoding/transcoding.repository.js';
import { VideoCatalogueService } from '../../src/modules/video/index.js';
import { VideoHousekeeping } from '../../src/modules/video/video.housekeeping.js';
import { Transactions } from '../../src/platform/database/index.js';
import { BlobStore } from '../../src/platform/storage/index.js';
import { aFilmFolder } from '../builders/film.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestClient } from '../support/api.js';
import { FilmBench } from '../support/films.js';

const committed = path.resolve(import.meta.dirname, '../../assets/film');
const bench = new FilmBench();
afterAll(() => bench.remove());

/** A folder with a film that ffmpeg can read, three seconds long, and the poster of this project's digest. */
async function aRealFolder(): Promise<string> {
  const folder = await aFilmFolder({ durationMs: 3_000 });
  await copyFile(bench.film('three.mp4', { seconds: 3 }), path.join(folder, 'long.mp4'));
  await copyFile(path.join(committed, 'digest.poster.webp'), path.join(folder, 'long.poster.webp'));
  return folder;
}

const importFolder = (api: TestApi, folder: string) =>
  api.get(Transactions).run(() => api.get(VideoCatalogueService).importFolder(folder));
const seen = async (api: TestApi, slug = 'kizuna-long') =>
  (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug } })).body;
const transcodes = (api: TestApi) =>
  api.rows('SELECT id, state, fault, blob_key AS key FROM transcodes ORDER BY requested_at, id');

describe('a film of a folder', () => {
  let api: TestApi;
  let folder: string;
  let plain: Record<string, any>;
  const watched = () => api.rows('SELECT ranges::text, resume_ms FROM watched_ranges');

  beforeAll(async () => {
    api = await startTestApi();
    folder = await aRealFolder();
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('plays at once as one MP4; taken in twice it is asked for once', async () => {
    await importFolder(api, folder);
    await importFolder(api, folder);
    plain = await seen(api);
    expect(plain).toMatchObject({ hlsUrl: null, hlsSmallUrl: null, thumbnailsUrl: null });
    const { raw } = await api.anonymous.get(plain['filmUrl']);
    expect(raw.equals(await readFile(path.join(folder, 'long.mp4')))).toBe(true);
    expect(await transcodes(api)).toMatchObject([{ state: 'waiting' }]);
    const { personId } = await aPerson(api).signedIn();
    await api.write(
      `INSERT INTO watched_ranges (person_id, video_id, ranges, present, resume_ms, updated_at)
       VALUES ($1, $2, '{[0,2500)}', '{}', 2500, $3)`,
      [personId, plain['videoId'], api.clock.now()],
    );
  });

  it('gets its ladder from the worker, and keeps its poster and what was watched', async () => {
    await api.settle();
    const made = await seen(api);
    const master = (await api.anonymous.get(made.hlsUrl!)).raw.toString();
    const playlist = master.split('\n').find((line) => line.endsWith('.m3u8'))!;
    const pieces = (await api.anonymous.get(new URL(playlist, `http://localhost${made.hlsUrl}`).pathname))
      .raw;
    expect(pieces.toString()).toMatch(/\.ts\n#EXT-X-ENDLIST/);
    expect((await api.anonymous.get(made.thumbnailsUrl!)).status).toBe(200);
    const poster = (await api.anonymous.get(made.posterUrl)).raw;
    expect(poster.equals(await readFile(path.join(folder, 'long.poster.webp')))).toBe(true);
    expect(await watched()).toEqual([{ ranges: '{[0,2500)}', resume_ms: 2500 }]);
    // pages that were opened before go on with the file that they have begun
    expect((await api.anonymous.get(plain['filmUrl'], { range: 'bytes=100-' })).status).toBe(206);
  });

  it('is not touched when the folder is taken in again, not even where its first files are gone', async () => {
    const film = await api.rows('SELECT film, revision FROM videos');
    const [{ key }] = (await transcodes(api)) as [{ key: string }];
    api.clock.advance(3 * 86_400_000);
    await api.get(VideoHousekeeping).deleteRetired();
    await importFolder(api, folder);
    await api.settle();
    expect(await api.get(BlobStore).exists(key)).toBe(false);
    expect(await transcodes(api)).toMatchObject([{ state: 'finished' }]);
    expect(await api.rows('SELECT film, revision FROM videos')).toEqual(film);
    expect(film).toMatchObject([{ film: { hls: 'hls/master.m3u8', poster: 'poster.webp' } }]);
  });
});

describe('a machine without ffmpeg', () => {
  let api: TestApi;
  let office: TestClient;
  beforeAll(async () => {
    api = await startTestApi();
    office = api.as(await aPerson(api).withRoles('office').signedIn());
    await importFolder(api, committed);
  });
  afterAll(() => api.close());

  /** What the worker does where it finds no ffmpeg. */
  async function refuse(id: string): Promise<void> {
    const task = await api
      .get(Transactions)
      .run(() => api.get(TranscodingRepository).begin(id, api.clock.now()));
    await api.get(TranscodingEndingService).refuse(task!, 'no_program');
  }

  it('shows the films of this project as MP4, and the office why there is nothing else', async () => {
    for (const { id } of await transcodes(api)) await refuse(id as string);
    for (const slug of ['kizuna-long', 'kizuna-digest']) {
      const film = await seen(api, slug);
      expect(film).toMatchObject({ hlsUrl: null, durationMs: expect.any(Number) });
      expect((await api.anonymous.get(film.filmUrl, { range: 'bytes=0-99' })).status).toBe(206);
      const told = (await office.call(videoEndpoints.getVideo, { params: { videoId: film.videoId } })).body;
      expect(told).toMatchObject({
        state: 'published',
        transcode: { state: 'failed', fault: 'no_program' },
        rungs: [],
      });
    }
  });

  it('that has got it is asked once more by taking the folder in again', async () => {
    await importFolder(api, committed);
    await importFolder(api, committed);
    const states = (await transcodes(api)).map(({ state }) => state as string);
    expect(states.toSorted()).toEqual(['failed', 'failed', 'waiting', 'waiting']);
  });
});

/** The films of this project as the first releases shipped them, with their ladder in the folder. */
const shippedBefore = {
  'kizuna-long': {
    hash: 'Y2f96WBRG5Y8xYdavvoJ7eFKkA4lPBkrOqev7_YH5XQ',
    scope: 'films/a0020290673c7d530dd584372d6797b7',
    durationMs: 417_920,
  },
  'kizuna-digest': {
    hash: 'g38_kmN_2TNzFvTv4QwAAUObIixIsEJzCahyFbAIpvA',
    scope: 'films/d6735020989fa4c19ae21da8e0d4affa',
    durationMs: 56_320,
  },
};

describe('an installation that has the ladder of an earlier release', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await importFolder(api, committed);
    for (const [slug, { hash, scope, durationMs }] of Object.entries(shippedBefore)) {
      const film = {
        scope,
        durationMs,
        width: 1280,
        height: 720,
        sizeBytes: 9,
        film: 'film.mp4',
        poster: 'poster.webp',
      };
      const ladder = {
        rungs: [],
        hls: 'hls/master.m3u8',
        hlsSmall: 'hls/360p.m3u8',
        thumbnails: 'thumbnails.vtt',
      };
      await api.write('DELETE FROM transcodes');
      await api.write(
        `UPDATE videos SET imported_hash = $2, film = $3, duration_ms = $4, title = '直した題' WHERE slug = $1`,
        [...[slug, hash, { ...film, ...ladder }, durationMs]],
      );
    }
  });
  afterAll(() => api.close());

  it('keeps it, and what the office has edited: nothing is made anew', async () => {
    const before = await api.rows('SELECT * FROM videos ORDER BY id');
    await importFolder(api, committed);
    expect(await api.rows('SELECT * FROM videos ORDER BY id')).toEqual(before);
    expect(await transcodes(api)).toEqual([]);
    expect(await api.rows('SELECT * FROM retired_blobs')).toEqual([]);
  });

  it('and another film gets the one of this project back under the same address', async () => {
    const { videoId } = await seen(api);
    const folder = await aFilmFolder({ title: '市の映像' });
    await importFolder(api, folder);
    await rm(folder, { recursive: true });
    await importFolder(api, committed);
    expect(await seen(api)).toMatchObject({
      videoId,
      title: expect.stringContaining('ご近所の絆'),
      hlsUrl: null,
    });
    expect(await transcodes(api)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
  });
});

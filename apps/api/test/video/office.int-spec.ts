import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';

import { VideoHousekeeping } from '../../src/modules/video/video.housekeeping.js';
import { Transactions } from '../../src/platform/database/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { BlobStore } from '../../src/platform/storage/index.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, testNow, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let client: TestClient;
let number = 0;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.set(testNow);
  office = await aPerson(api).withRoles('office').signedIn();
  client = api.as(office);
});

const texts = (change: object = {}) => {
  number += 1;
  return {
    title: '見守りの一日',
    summary: '支え合いの話',
    credit: '社協',
    slug: `film-${number}`,
    version: 'long',
    audience: 'public',
    ...change,
  };
};
const cue = (fromMs: number, toMs: number, text = 'はい') => ({ fromMs, toMs, text });
const aVideo = async (change: object = {}) =>
  (await client.call(videoEndpoints.createVideo, { body: texts(change) })).body;
const publish = (video: { videoId: string }, state = 'published') =>
  client.call(videoEndpoints.setVideoPublication, { params: { videoId: video.videoId }, body: { state } });
const caption = (video: { videoId: string }, language = 'ja', cues = [cue(0, 2_000)], revision = 0) =>
  client.call(videoEndpoints.saveCaptions, {
    params: { videoId: video.videoId, language },
    body: { revision, cues },
  });

/** The result that the worker reports for a finished film, with its files in the blob store. */
async function film({ videoId }: { videoId: string }, durationMs = 60_000) {
  const scope = `films/${api.get(Ids).next().replaceAll('-', '')}`;
  for (const name of ['film.mp4', 'poster.webp', 'hls/master.m3u8', 'hls/360p.m3u8', 'thumbnails.vtt']) {
    await api.get(BlobStore).put(`${scope}/${name}`, Buffer.from(`${name} of ${scope}`));
  }
  const made = {
    scope,
    durationMs,
    width: 640,
    height: 360,
    sizeBytes: 9_000,
    film: 'film.mp4',
    poster: 'poster.webp',
    hls: 'hls/master.m3u8',
    hlsSmall: 'hls/360p.m3u8',
    thumbnails: 'thumbnails.vtt',
    rungs: [{ height: 360, width: 640, bitsPerSecond: 600_000 }],
  };
  const payload = { transcodeId: api.get(Ids).next(), subjectId: videoId, film: made };
  await api
    .get(Transactions)
    .run(() => api.get(Outbox).add({ type: 'transcoding.finished', payload, subjectId: videoId }));
  await api.settle();
  return scope;
}

async function aPublishedFilm(change: object = {}) {
  const video = await aVideo(change);
  await film(video);
  await caption(video);
  expect((await publish(video)).status).toBe(200);
  return video;
}

describe('a film of the office', () => {
  it('is a draft that nobody else sees, until it has a film and Japanese captions', async () => {
    const video = await aVideo();
    expect(video).toMatchObject({
      state: 'draft',
      durationMs: null,
      film: null,
      transcode: null,
      revision: 1,
      watchedBy: 0,
      can: { publish: false },
      obstacles: ['no_film', 'no_japanese_captions'],
    });
    expect(await publish(video)).toMatchObject({ status: 422, body: { code: 'video.not_publishable' } });
    await film(video);
    await caption(video, 'en');
    expect((await publish(video)).status).toBe(422);
    await caption(video);
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: video.slug } })).status,
    ).toBe(404);
    expect((await publish(video)).body).toMatchObject({ state: 'published', captionLanguages: ['ja', 'en'] });
  });

  it('is played by everybody once it is published, from signed addresses', async () => {
    const video = await aPublishedFilm();
    const { body } = await api.anonymous.call(videoEndpoints.getPublicVideo, {
      params: { slug: video.slug },
    });
    expect(body).toMatchObject({ durationMs: 60_000, language: 'ja', transcript: [cue(0, 2_000)] });
    for (const url of [body.hlsUrl, body.hlsSmallUrl, body.filmUrl, body.thumbnailsUrl, body.posterUrl]) {
      expect((await api.anonymous.get(url!)).status).toBe(200);
    }
    const vtt = await api.anonymous.get(body.captions[0]!.url);
    expect(body.captions[0]).toMatchObject({ language: 'ja', label: '日本語' });
    expect(vtt.raw.toString()).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nはい\n');
    const listed = (await api.anonymous.call(videoEndpoints.listPublicVideos)).body.items;
    expect(listed.map(({ slug }: { slug: string }) => slug)).toContain(video.slug);
  });

  it('for learners only is not there for the public', async () => {
    const video = await aPublishedFilm({ audience: 'learners' });
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: video.slug } })).status,
    ).toBe(404);
    const listed = (await api.anonymous.call(videoEndpoints.listPublicVideos)).body.items;
    expect(listed.map(({ slug }: { slug: string }) => slug)).not.toContain(video.slug);
  });

  it('is taken back without losing its address', async () => {
    const video = await aPublishedFilm();
    expect((await publish(video, 'draft')).body.state).toBe('draft');
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: video.slug } })).status,
    ).toBe(404);
    const moved = await client.call(videoEndpoints.changeVideo, {
      params: { videoId: video.videoId },
      body: texts({ slug: 'elsewhere' }),
    });
    expect(moved).toMatchObject({ status: 409, body: { code: 'video.slug_fixed', field: 'slug' } });
  });

  it('is written down once, however often the answer is lost', async () => {
    const body = texts();
    const key = api.get(Ids).next();
    const [first, second] = [
      await client.call(videoEndpoints.createVideo, { body, idempotencyKey: key }),
      await client.call(videoEndpoints.createVideo, { body, idempotencyKey: key }),
    ];
    expect(second.body.videoId).toBe(first.body.videoId);
    expect(first.status).toBe(201);
    const again = await client.call(videoEndpoints.createVideo, { body });
    expect(again).toMatchObject({ status: 409, body: { code: 'video.slug_taken', field: 'slug' } });
  });

  it.each([
    ['title', ' ', 'video.title_required'],
    ['slug', 'Kizuna', 'video.slug_invalid'],
    ['slug', 'a--b', 'video.slug_invalid'],
    ['slug', '-', 'video.slug_invalid'],
  ])('is refused with a wrong %s: %j', async (field, value, code) => {
    const { status, body } = await client.call(videoEndpoints.createVideo, {
      body: texts({ [field]: value }),
    });
    expect([status, body.issues[0]]).toEqual([400, { field, code }]);
  });

  it('leaves a trail of who did what', async () => {
    const video = await aPublishedFilm();
    const rows = await api.rows(`SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY at, id`, [
      video.videoId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual([
      'video.created',
      'video.film_put',
      'video.captions_saved',
      'video.published',
    ]);
  });
});

describe('a digest', () => {
  it('belongs to one long film, and both lead to each other', async () => {
    const long = await aPublishedFilm();
    const digest = await aPublishedFilm({ version: 'digest', digestOf: long.videoId });
    const { body } = await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: long.slug } });
    expect(body.otherVersion).toMatchObject({ videoId: digest.videoId, version: 'digest' });
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: digest.slug } })).body
        .otherVersion!.slug,
    ).toBe(long.slug);
    await publish(digest, 'draft');
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: long.slug } })).body
        .otherVersion,
    ).toBeNull();
  });

  it('is no digest of a digest, of nothing, of two, and no long film', async () => {
    const long = await aVideo();
    const digest = await aVideo({ version: 'digest', digestOf: long.videoId });
    for (const change of [
      { version: 'digest', digestOf: digest.videoId },
      { version: 'digest', digestOf: long.videoId },
      { version: 'digest', digestOf: api.get(Ids).next() },
      { version: 'long', digestOf: long.videoId },
    ]) {
      const { status, body } = await client.call(videoEndpoints.createVideo, { body: texts(change) });
      expect([status, body.code]).toEqual([422, 'video.digest_of_invalid']);
    }
    const turned = await client.call(videoEndpoints.changeVideo, {
      params: { videoId: long.videoId },
      body: texts({ version: 'digest' }),
    });
    expect(turned.body.code).toBe('video.digest_of_invalid');
  });
});

describe('captions', () => {
  it('are edited by one at a time: the other is told', async () => {
    const video = await aVideo();
    expect(
      (await client.call(videoEndpoints.getCaptions, { params: { videoId: video.videoId, language: 'ja' } }))
        .body,
    ).toMatchObject({ revision: 0, cues: [] });
    expect((await caption(video)).body).toMatchObject({
      revision: 1,
      cues: [cue(0, 2_000)],
      label: '日本語',
    });
    const late = await caption(video, 'ja', [cue(5, 6)], 0);
    expect(late).toMatchObject({ status: 409, body: { code: 'video.changed_meanwhile' } });
    expect((await caption(video, 'ja', [cue(5, 6)], 1)).body.revision).toBe(2);
  });

  it('may be sent again when the answer was lost', async () => {
    const video = await aVideo();
    await caption(video);
    expect(await caption(video)).toMatchObject({ status: 200, body: { revision: 1 } });
  });

  it.each([
    ['overlap', [cue(0, 2_000), cue(1_000, 3_000)], 'cues.1.fromMs'],
    ['begin after the film', [cue(0, 1_000), cue(70_000, 71_000)], 'cues.1.fromMs'],
  ])('are refused where they %s', async (_, cues, field) => {
    const video = await aVideo();
    await film(video);
    expect((await caption(video, 'ja', cues)).body).toMatchObject({
      code: 'video.caption_times_invalid',
      field,
    });
  });

  it('are plain text, and stay so in the file', async () => {
    const video = await aPublishedFilm();
    await caption(video, 'ja', [cue(0, 1_000, '<script>alert(1)</script>\n\n00:01.000 --> 00:02.000')], 1);
    const { body } = await api.anonymous.call(videoEndpoints.getPublicVideo, {
      params: { slug: video.slug },
    });
    expect(body.transcript).toEqual([cue(0, 1_000, '<script>alert(1)</script>\n00:01.000 --> 00:02.000')]);
    const vtt = (await api.anonymous.get(body.captions[0]!.url)).raw.toString();
    expect(vtt).toContain('&lt;script&gt;');
    expect(vtt.match(/ --> /g)).toHaveLength(1);
  });

  it('are read in the language that is asked for, else in Japanese', async () => {
    const video = await aPublishedFilm();
    await caption(video, 'pt', [cue(0, 1_000, 'Sim')]);
    const read = async (language: string) =>
      (
        await api.anonymous.call(videoEndpoints.getPublicVideo, {
          params: { slug: video.slug },
          query: { language },
        })
      ).body;
    expect(await read('pt')).toMatchObject({ language: 'pt', transcript: [cue(0, 1_000, 'Sim')] });
    expect(await read('ko')).toMatchObject({ language: 'ja' });
    expect(
      (
        await client.call(videoEndpoints.deleteCaptions, {
          params: { videoId: video.videoId, language: 'pt' },
        })
      ).body.captionLanguages,
    ).toEqual(['ja']);
    expect(
      await client.call(videoEndpoints.deleteCaptions, {
        params: { videoId: video.videoId, language: 'ja' },
      }),
    ).toMatchObject({ status: 422 });
    expect(
      (await client.call(videoEndpoints.getCaptions, { params: { videoId: video.videoId, language: 'xx' } }))
        .status,
    ).toBe(400);
  });
});

describe('chapters', () => {
  it('carry the revision of the film', async () => {
    const video = await aPublishedFilm();
    const chapters = [cue(0, 30_000, 'はじめに'), cue(30_000, 60_000, 'まとめ')];
    const saved = await client.call(videoEndpoints.saveChapters, {
      params: { videoId: video.videoId },
      body: { revision: 1, chapters },
    });
    expect(saved.body).toMatchObject({ revision: 2, chapters });
    const other = { revision: 1, chapters: [cue(0, 10_000, 'ほか')] };
    expect(
      (await client.call(videoEndpoints.saveChapters, { params: { videoId: video.videoId }, body: other }))
        .status,
    ).toBe(409);
    const { body } = await api.anonymous.call(videoEndpoints.getPublicVideo, {
      params: { slug: video.slug },
    });
    expect(body.chapters).toEqual(chapters);
    expect((await api.anonymous.get(body.chaptersUrl!)).raw.toString()).toContain('まとめ');
  });
});

describe('a film in the place of another', () => {
  it('keeps what people have watched, as far as it reaches', async () => {
    const video = await aPublishedFilm();
    const { personId } = await aPerson(api).recorded();
    await api.write(
      `INSERT INTO watched_ranges (person_id, video_id, ranges, present, resume_ms, updated_at)
       VALUES ($1, $2, '{[0,20000),[40000,60000)}', '{}', 55000, now())`,
      [personId, video.videoId],
    );
    expect(
      (await client.call(videoEndpoints.getVideo, { params: { videoId: video.videoId } })).body.watchedBy,
    ).toBe(1);
    await film(video, 50_000);
    const [row] = await api.rows(
      'SELECT ranges::text AS ranges, resume_ms FROM watched_ranges WHERE video_id = $1',
      [video.videoId],
    );
    expect(row).toEqual({ ranges: '{[0,20000),[40000,50000)}', resume_ms: 50_000 });
  });

  it('leaves the old files until no address of theirs is good, and deletes them then', async () => {
    const video = await aVideo();
    const [old, current] = [await film(video), await film(video)];
    const blobs = api.get(BlobStore);
    const housekeeping = api.get(VideoHousekeeping);
    api.clock.advance(47 * 3_600_000);
    await housekeeping.deleteRetired();
    expect(await blobs.exists(`${old}/hls/master.m3u8`)).toBe(true);
    api.clock.advance(2 * 3_600_000);
    await housekeeping.deleteRetired();
    expect(await blobs.exists(`${old}/hls/master.m3u8`)).toBe(false);
    expect(await blobs.exists(`${current}/hls/master.m3u8`)).toBe(true);
  });
});

describe('an upload', () => {
  it('that is not there, or somebody else’s, is no source', async () => {
    const video = await aVideo();
    const answer = await client.call(videoEndpoints.addVideoSource, {
      params: { videoId: video.videoId },
      body: { uploadId: api.get(Ids).next() },
    });
    expect(answer.status).toBe(404);
  });
});

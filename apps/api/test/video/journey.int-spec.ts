import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uploadsEndpoints } from '@kizuna/shared/contracts/uploads.endpoints';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';

import { Ids } from '../../src/platform/ids/ids.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestClient, requestTo } from '../support/api.js';
import { FilmBench } from '../support/films.js';
import { uploadMetadata } from '../support/tus.js';

let api: TestApi;
let office: SignedInPerson;
let client: TestClient;
const bench = new FilmBench();

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  client = api.as(office);
});
afterAll(async () => {
  bench.remove();
  await api.close();
});

/** Sends a file as the browser does: created, then sent in two parts. */
async function send(bytes: Buffer, fileName: string, to: TestClient = client): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0' };
  const created = await to.send({
    ...requestTo(uploadsEndpoints.createUpload),
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': uploadMetadata(fileName, 'film'),
    },
  });
  const url = new URL(String(created.headers['location']), 'http://localhost').pathname;
  const half = Math.floor(bytes.length / 2);
  for (const [from, until] of [
    [0, half],
    [half, bytes.length],
  ] as const) {
    await to.send({
      method: 'PATCH',
      url,
      headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
      payload: bytes.subarray(from, until),
    });
  }
  return url.split('/').at(-1)!;
}

const threeSeconds = {
  title: '見守りの一日',
  summary: '3秒の話',
  slug: 'three-seconds',
  version: 'long',
};

describe('a film, from the office’s machine to everybody', () => {
  it('is sent, made ready by the worker, captioned, published and seen', async () => {
    const created = await client.call(videoEndpoints.createVideo, {
      body: { ...threeSeconds, audience: 'public' },
    });
    const uploadId = await send(await readFile(bench.film('three.mp4', { seconds: 3 })), '三秒.mp4');
    const key = api.get(Ids).next();
    const give = (idempotencyKey?: string) =>
      client.call(videoEndpoints.addVideoSource, {
        params: { videoId: created.body.videoId },
        body: { uploadId },
        idempotencyKey,
      });
    const given = await give(key);
    expect(given.body.transcode).toMatchObject({ state: 'waiting', fileName: '三秒.mp4', fault: null });
    expect((await give(key)).status).toBe(given.status);
    expect((await give()).body.code).toBe('video.upload_unusable');
    await api.settle();

    const made = (await client.call(videoEndpoints.getVideo, { params: { videoId: created.body.videoId } }))
      .body;
    expect(made).toMatchObject({ transcode: { state: 'finished', percent: 100 }, rungs: [{ height: 360 }] });
    expect(Math.abs(made.durationMs! - 3_000)).toBeLessThan(200);
    expect(made.obstacles).toEqual(['no_japanese_captions']);
    const cues = [{ fromMs: 0, toMs: 2_000, text: 'こんにちは' }];
    await client.call(videoEndpoints.saveCaptions, {
      params: { videoId: created.body.videoId, language: 'ja' },
      body: { revision: 0, cues },
    });
    await client.call(videoEndpoints.setVideoPublication, {
      params: { videoId: created.body.videoId },
      body: { state: 'published' },
    });

    const seen = (
      await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: 'three-seconds' } })
    ).body;
    const master = (await api.anonymous.get(seen.hlsUrl!)).raw.toString();
    const rung = master.split('\n').find((line) => line.endsWith('.m3u8'))!;
    const playlist = await api.anonymous.get(new URL(rung, `http://localhost${seen.hlsUrl}`).pathname);
    const segment = playlist.raw
      .toString()
      .split('\n')
      .find((line) => line.endsWith('.ts'))!;
    const segmentUrl = new URL(segment, `http://localhost${seen.hlsSmallUrl}`).pathname;
    expect((await api.anonymous.get(segmentUrl)).status).toBe(200);
    expect((await api.anonymous.get(seen.filmUrl!, { range: 'bytes=0-9' })).status).toBe(206);
  });

  it('that is none leaves the old one in place, and says why', async () => {
    const before = (await client.call(videoEndpoints.listVideos)).body.items[0];
    const uploadId = await send(Buffer.from('これは動画ではありません。'.repeat(50)), 'だめ.mp4');
    await client.call(videoEndpoints.addVideoSource, {
      params: { videoId: before!.videoId },
      body: { uploadId },
    });
    await api.settle();
    const after = (await client.call(videoEndpoints.getVideo, { params: { videoId: before!.videoId } })).body;
    expect(after).toMatchObject({ state: 'published', durationMs: before!.durationMs });
    expect(after.transcode).toMatchObject({ state: 'failed', fileName: 'だめ.mp4' });
    expect(after.transcode!.fault).not.toBeNull();
    expect(
      (await api.anonymous.call(videoEndpoints.getPublicVideo, { params: { slug: 'three-seconds' } })).status,
    ).toBe(200);
  });

  it('is not made of what another person has sent', async () => {
    const other = api.as(await aPerson(api).withRoles('office').signedIn());
    const uploadId = await send(Buffer.from('x'.repeat(2_000)), 'other.mp4', other);
    const { videoId } = (await client.call(videoEndpoints.listVideos)).body.items[0]!;
    expect(
      (await client.call(videoEndpoints.addVideoSource, { params: { videoId }, body: { uploadId } })).status,
    ).toBe(404);
  });
});

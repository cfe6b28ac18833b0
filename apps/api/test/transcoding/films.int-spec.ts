import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { TranscodingReader, type PreparedFilm } from '../../src/modules/transcoding/index.js';
import { probe } from '../../src/modules/transcoding/transcoding.ffmpeg.js';
import { makeFilm } from '../../src/modules/transcoding/transcoding.pipeline.js';
import { findFilmTools } from '../../src/modules/transcoding/transcoding.tools.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aTranscode } from '../builders/upload.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { FilmBench } from '../support/films.js';

let api: TestApi;
let office: SignedInPerson;
const bench = new FilmBench();

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
});
afterAll(async () => {
  await api.close();
  bench.remove();
});

const dataDir = () => api.get(AppConfig).dataDir;

async function transcode(file: string) {
  const asked = await aTranscode(api, office.personId, file);
  await api.settle();
  const view = (await api.get(TranscodingReader).latestOf([asked.subjectId])).get(asked.subjectId);
  const [row] = await api.rows<{ film: PreparedFilm | null }>('SELECT film FROM transcodes WHERE id = $1', [
    asked.transcodeId,
  ]);
  const events = await api.rows<{ type: string; payload: any }>(
    'SELECT type, payload FROM outbox_events WHERE subject_id = $1',
    [asked.subjectId],
  );
  return { ...asked, view, film: row?.film ?? null, events };
}

const blob = (film: PreparedFilm, name: string) => path.join(dataDir(), 'blobs', film.scope, name);

describe('an uploaded film', () => {
  it('becomes a ladder, an MP4, a poster and thumbnails, all of one length', async () => {
    const source = bench.film('landscape.mp4', { size: '1280x720', seconds: 9 });
    const { film, view, events, uploadId, transcodeId } = await transcode(source);
    expect(view).toMatchObject({ state: 'finished', percent: 100, step: null, fault: null, attempts: 1 });
    expect(events).toMatchObject([{ type: 'transcoding.finished', payload: { transcodeId, film } }]);
    expect(film!.rungs.map(({ width, height }) => [width, height])).toEqual([
      [640, 360],
      [960, 540],
      [1280, 720],
    ]);
    expect(film).toMatchObject({ width: 1280, height: 720, hlsSmall: 'hls/360p.m3u8', film: 'film.mp4' });
    for (const name of ['hls/360p.m3u8', 'hls/540p.m3u8', 'hls/720p.m3u8', 'film.mp4']) {
      expect(Math.abs(bench.lengthOf(blob(film!, name)) - 9_000)).toBeLessThan(500);
    }
    expect(Math.abs(film!.durationMs - 9_000)).toBeLessThan(100);
    const master = readFileSync(blob(film!, 'hls/master.m3u8'), 'utf8');
    expect(master.match(/RESOLUTION=\d+x\d+,CODECS="avc1\.64[0-9a-f]{4},mp4a\.40\.2"/g)).toHaveLength(3);
    const playlist = readFileSync(blob(film!, 'hls/720p.m3u8'), 'utf8');
    expect(playlist.match(/#EXTINF:6\.0/g)).toHaveLength(1);
    const track = readFileSync(blob(film!, 'thumbnails.vtt'), 'utf8');
    expect(track).toMatch(/00:00:08\.000 --> 00:00:09\.\d{3}\nsprite\.jpg#xywh=640,0,160,90\n$/);
    for (const name of ['poster.jpg', 'sprite.jpg']) expect(existsSync(blob(film!, name))).toBe(true);
    // the header comes first, so that playback starts before the file is loaded
    expect(readFileSync(blob(film!, 'film.mp4')).indexOf('moov')).toBeLessThan(100);
    expect(readdirSync(path.join(dataDir(), 'work'))).toEqual([]);
    expect(existsSync(path.join(dataDir(), 'uploads', uploadId))).toBe(false);
    expect(await api.rows('SELECT 1 FROM uploads WHERE id = $1', [uploadId])).toEqual([]);
  });

  it('is brought to the loudness that all films have', async () => {
    const quiet = bench.make(
      'quiet.mp4',
      ...['-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=25:duration=12'],
      ...['-f', 'lavfi', '-i', 'anoisesrc=color=pink:duration=12:amplitude=0.02:seed=7'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'],
    );
    const { film } = await transcode(quiet);
    const report = execFileSync(
      '/bin/sh',
      [
        '-c',
        `"$1" -nostdin -hide_banner -i "$2" -af ebur128 -f null - 2>&1`,
        'sh',
        bench.tools.ffmpeg,
        blob(film!, 'film.mp4'),
      ],
      { encoding: 'utf8' },
    );
    const loudness = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(report)?.[1]);
    expect(Math.abs(loudness + 16)).toBeLessThan(1.5);
  });

  it.each<[string, Parameters<FilmBench['film']>[1], [number, number][]]>([
    [
      'portrait.mov',
      { size: '720x1280', seconds: 2 },
      [
        [360, 640],
        [540, 960],
        [720, 1280],
      ],
    ],
    ['odd.mkv', { size: '642x362', seconds: 2 }, [[638, 360]]],
    ['small.avi', { size: '200x150', seconds: 2, extra: ['-c:a', 'mp3'] }, [[200, 150]]],
    [
      'between.mp4',
      { size: '854x480', seconds: 2 },
      [
        [640, 360],
        [854, 480],
      ],
    ],
    ['silent.mp4', { sound: false, seconds: 2 }, [[640, 360]]],
    ['fast.mp4', { rate: 60, seconds: 2 }, [[640, 360]]],
    ['broadcast.ts', { seconds: 2, extra: ['-output_ts_offset', '50'] }, [[640, 360]]],
    ['wide-pixels.mp4', { size: '360x360', seconds: 2, extra: ['-vf', 'setsar=16/9'] }, [[640, 360]]],
  ])('%s is shown as it was meant', async (name, options, sizes) => {
    const { film } = await transcode(bench.film(name, options));
    expect(film!.rungs.map(({ width, height }) => [width, height])).toEqual(sizes);
    expect(Math.abs(film!.durationMs - 2_000)).toBeLessThan(300);
    const lengths = film!.rungs.map(({ width, height }) =>
      bench.lengthOf(blob(film!, `hls/${Math.min(width, height)}p.m3u8`)),
    );
    for (const length of lengths) expect(Math.abs(length - film!.durationMs)).toBeLessThan(500);
  });

  it('turned by a telephone stands upright', async () => {
    const flat = bench.film('flat.mp4', { seconds: 2 });
    const turned = bench.make('turned.mp4', '-i', flat, '-c', 'copy', '-metadata:s:v:0', 'rotate=90');
    const { film } = await transcode(turned);
    expect(film).toMatchObject({ width: 360, height: 640 });
  });

  it('of changing speed keeps its length', async () => {
    const uneven = bench.make(
      'uneven.mkv',
      ...['-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=30:duration=4'],
      ...[
        '-vf',
        `select='if(lt(t,2),not(mod(n,5)),1)'`,
        '-vsync',
        'vfr',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
      ],
    );
    const { film } = await transcode(uneven);
    expect(Math.abs(film!.durationMs - 4_000)).toBeLessThan(300);
  });

  it('is told only where no newer one was asked for', async () => {
    const first = await aTranscode(api, office.personId, bench.film('older.mp4', { seconds: 1.5 }));
    await api.write(
      `INSERT INTO transcodes (id, subject_id, blob_key, file_name, size_bytes, state, percent, attempts, requested_at)
       VALUES (gen_random_uuid(), $1, 'films/newer', 'newer.mp4', 1, 'failed', 0, 1, $2)`,
      [first.subjectId, new Date(api.clock.now().getTime() + 1_000)],
    );
    await api.settle();
    expect(await api.rows('SELECT state FROM transcodes WHERE id = $1', [first.transcodeId])).toEqual([
      { state: 'finished' },
    ]);
    expect(await api.rows('SELECT 1 FROM outbox_events WHERE subject_id = $1', [first.subjectId])).toEqual(
      [],
    );
  });
});

describe('the programs', () => {
  it('that npm packages bring read the MPEG-TS of a video camera without falling over its names', async () => {
    const scratch = path.join(bench.folder, 'camera');
    mkdirSync(scratch, { recursive: true });
    const tools = findFilmTools({ PATH: path.join(scratch, 'nothing') }, scratch);
    const film = bench.film('camera.ts', { seconds: 1.5 });
    const probed = await probe({ tools, folder: scratch, signal: new AbortController().signal }, film);
    expect(probed.format?.format_name).toBe('mpegts');
  });

  it('that npm packages bring make the same film', async () => {
    const scratch = path.join(bench.folder, 'packages');
    mkdirSync(scratch, { recursive: true });
    const tools = findFilmTools({ PATH: path.join(scratch, 'nothing') }, scratch);
    expect(tools.ffmpeg).toContain('@ffmpeg-installer');
    expect(tools.ffprobe).toContain('@ffprobe-installer');
    const folder = path.join(scratch, 'work');
    mkdirSync(folder);
    const at = { tools, folder, signal: new AbortController().signal };
    const { film, files } = await makeFilm(
      at,
      bench.film('packaged.mp4', { seconds: 8, size: '960x540' }),
      () => undefined,
    );
    expect(film.rungs.map(({ height }) => height)).toEqual([360, 540]);
    expect(files).toEqual(
      expect.arrayContaining(['film.mp4', 'hls/360p-0001.ts', 'poster.jpg', 'thumbnails.vtt']),
    );
    expect(Math.abs(bench.lengthOf(path.join(folder, 'out/hls/540p.m3u8')) - 8_000)).toBeLessThan(500);
  });
});

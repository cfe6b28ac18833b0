import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { ffmpeg, inputArgs, probe, type OnDone, type Workplace } from './transcoding.ffmpeg.js';
import {
  codecsOf,
  segmentSeconds,
  segmentsOf,
  spriteFor,
  thumbnailTrack,
  type FinishedRung,
  type Quality,
  type Rung,
} from './transcoding.ladder.policy.js';
import type { FilmFacts } from './transcoding.probe.policy.js';

/** The longest allowed film plus a margin: a file with a wrong length is stopped here. */
const longestSeconds = 4 * 3600 + 2;

/** The inputs for the rungs of a film: files, and the facts about them. */
export interface RungSource {
  picture: string;
  /** Null for a silent film. */
  sound: string | null;
  film: FilmFacts & { durationMs: number };
}

/** Encodes one rung as an MP4 with the sound; a finished one from an earlier attempt is reused. */
export async function makeRung(
  at: Workplace,
  { picture, sound, film }: RungSource,
  rung: Rung,
  quality: Quality,
  onDone: OnDone,
): Promise<string> {
  const file = path.join(at.folder, `rung-${rung.name}.mp4`);
  if (existsSync(file)) return file;
  const unfinished = path.join(at.folder, `rung-${rung.name}.part.mp4`);
  const filter = [
    ...(film.interlaced ? ['yadif'] : []),
    `fps=fps=${film.frameRate}:start_time=0`,
    `scale=${rung.width}:${rung.height}:flags=bicubic`,
    'setsar=1',
    'format=yuv420p',
  ].join(',');
  const coding = [
    ...['-c:v', 'libx264', '-profile:v', 'high', '-preset', quality.preset, '-crf', String(quality.crf)],
    ...[
      '-maxrate',
      `${rung.maxKbps}k`,
      '-bufsize',
      `${rung.maxKbps * 2}k`,
      '-sc_threshold',
      '0',
      '-g',
      '300',
    ],
    ...['-force_key_frames', `expr:gte(t,n_forced*${quality.keyFrameSeconds})`],
  ];
  const second = sound === null ? [] : inputArgs(sound);
  const maps = ['-map', `0:${film.videoIndex}`, ...(sound === null ? [] : ['-map', '1:a', '-c:a', 'copy'])];
  const plain = ['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn', '-t', String(longestSeconds)];
  await ffmpeg(
    at,
    [
      ...[...inputArgs(picture), ...second, ...maps, '-vf', filter, ...coding, ...plain],
      ...['-movflags', '+faststart', unfinished],
    ],
    { timeoutMs: 120_000 + film.durationMs * 6, onDone },
  );
  await rename(unfinished, file);
  return file;
}

/** Cuts a rung into MPEG-TS segments below `out/hls` and measures it. */
export async function cutRung(
  at: Workplace,
  file: string,
  rung: Rung,
  durationMs: number,
): Promise<FinishedRung> {
  const hls = path.join(at.folder, 'out', 'hls');
  await mkdir(hls, { recursive: true });
  const playlist = path.join(hls, `${rung.name}.m3u8`);
  const cutting = [
    '-f',
    'hls',
    '-hls_time',
    String(segmentSeconds),
    '-hls_playlist_type',
    'vod',
    '-hls_list_size',
    '0',
  ];
  const names = [
    '-hls_segment_type',
    'mpegts',
    '-hls_segment_filename',
    path.join(hls, `${rung.name}-%04d.ts`),
  ];
  const flags = ['-hls_flags', 'independent_segments', playlist];
  await ffmpeg(at, [...inputArgs(file), '-map', '0', '-c', 'copy', ...cutting, ...names, ...flags], {
    timeoutMs: 60_000 + durationMs,
  });
  const segments = segmentsOf(await readFile(playlist, 'utf8'));
  const rates = await Promise.all(
    segments.map(async ({ name, seconds }) => {
      const bits = (await stat(path.join(hls, name))).size * 8;
      return { bits, seconds };
    }),
  );
  const bits = rates.reduce((sum, one) => sum + one.bits, 0);
  const seconds = rates.reduce((sum, one) => sum + one.seconds, 0);
  const { streams = [] } = await probe(at, file);
  const picture = streams.find((s) => s.codec_type === 'video') as
    { profile?: string; level?: number } | undefined;
  const hasSound = streams.some((s) => s.codec_type === 'audio');
  const [frames, per] = (streams.find((s) => s.codec_type === 'video')?.avg_frame_rate ?? '25/1').split('/');
  return {
    ...rung,
    // the last segment may be only a few frames long: its bit rate is meaningless
    peakBitsPerSecond: Math.round(Math.max(...rates.map((one) => one.bits / Math.max(1, one.seconds)))),
    averageBitsPerSecond: Math.round(bits / Math.max(0.1, seconds)),
    codecs: codecsOf(picture?.profile, picture?.level, hasSound),
    frameRate: Number(frames) / Number(per ?? 1) || 25,
  };
}

/** Takes a picture of the film that is not black (or white) as `out/poster.jpg`. */
export async function makePoster(at: Workplace, film: string, durationMs: number): Promise<string> {
  const poster = path.join(at.folder, 'out', 'poster.jpg');
  let best = -1;
  for (const share of [0.08, 0.2, 0.35, 0.5, 0.7, 0]) {
    const candidate = path.join(at.folder, 'poster.part.jpg');
    let low = 0;
    let high = 0;
    await ffmpeg(
      at,
      [
        ...['-ss', String((durationMs / 1000) * share), ...inputArgs(film), '-frames:v', '1', '-an'],
        ...['-vf', 'signalstats,metadata=mode=print:file=-,format=yuvj420p', '-q:v', '3', candidate],
      ],
      {
        timeoutMs: 60_000,
        onLine: (line) => {
          low = Number(/signalstats\.YLOW=([\d.]+)/.exec(line)?.[1] ?? low);
          high = Number(/signalstats\.YHIGH=([\d.]+)/.exec(line)?.[1] ?? high);
        },
      },
    );
    if (!existsSync(candidate)) continue;
    if (high - low > best) await rename(candidate, poster);
    best = Math.max(best, high - low);
    if (best > 60) break;
  }
  return 'poster.jpg';
}

/** Draws the sprite and writes the track that refers to its regions. */
export async function makeThumbnails(
  at: Workplace,
  film: string,
  durationMs: number,
  width: number,
  height: number,
): Promise<string> {
  const sprite = spriteFor(durationMs, width, height);
  const image = path.join(at.folder, 'out', 'sprite.jpg');
  const filter = [
    `fps=1/${sprite.every}:start_time=0:round=up`,
    `scale=${sprite.tileWidth}:${sprite.tileHeight}`,
    `tile=${sprite.columns}x${sprite.rows}`,
    'format=yuvj420p',
  ].join(',');
  await ffmpeg(at, [...inputArgs(film), '-an', '-vf', filter, '-frames:v', '1', '-q:v', '4', image], {
    timeoutMs: 60_000 + durationMs,
  });
  await writeFile(
    path.join(at.folder, 'out', 'thumbnails.vtt'),
    thumbnailTrack(sprite, durationMs, path.basename(image)),
  );
  return 'thumbnails.vtt';
}

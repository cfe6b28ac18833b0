import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { TranscodeStep } from '@kizuna/shared/vocabulary/video';
import { longestFilmMs } from '@kizuna/shared/contracts/video';

import { FilmRefused } from './film-refused.js';
import type { PreparedFilm } from './transcoding.events.js';
import { ffmpeg, inputArgs, probe, type Workplace } from './transcoding.ffmpeg.js';
import { ladderFor, masterPlaylist, qualityFor, type FinishedRung } from './transcoding.ladder.policy.js';
import { cutRung, makePoster, makeRung, makeThumbnails } from './transcoding.picture.js';
import { judgeProbe, shortestFilmMs, type FilmFacts } from './transcoding.probe.policy.js';
import { isProtectedMp4 } from './transcoding.protection.js';
import { makeSound } from './transcoding.sound.js';

/** Called repeatedly; percent is of the whole job. */
export type OnProgress = (step: TranscodeStep, percent: number) => void;

/** Where each step begins, in percent of the whole job. */
const begins: Record<TranscodeStep, number> = {
  checking: 0,
  loudness: 3,
  film: 10,
  pictures: 88,
  storing: 94,
};

/** The content of a finished work folder: the film, and its files below `out`. */
export interface MadeFilm {
  film: PreparedFilm;
  /** Folder of `files`. */
  folder: string;
  /** Paths with forward slashes, relative to the folder. */
  files: string[];
}

/**
 * Makes a film ready: checks it, sets the loudness, encodes the ladder, cuts it, takes the pictures. What an earlier
 * attempt finished in the same folder is used again.
 * @param poster the picture that was chosen for the film; null takes one of the film itself
 * @throws FilmRefused where the film cannot be made ready; WorkInterrupted where another attempt may do it
 */
export async function makeFilm(
  at: Workplace,
  source: string,
  onProgress: OnProgress,
  poster: string | null = null,
): Promise<MadeFilm> {
  onProgress('checking', begins.checking);
  const film = await checkFilm(at, source);
  onProgress('loudness', begins.loudness);
  const share = (ms: number) => Math.min(1, ms / film.durationMs);
  const quality = qualityFor({ ...film, sizeBytes: (await stat(source)).size });
  const sound = await makeSound(at, source, film, quality, (ms) =>
    onProgress('loudness', begins.loudness + share(ms) * (begins.film - begins.loudness)),
  );
  const rungs = ladderFor(film.width, film.height);
  const pixels = rungs.reduce((sum, { width, height }) => sum + width * height, 0);
  let before = 0;
  const made: string[] = [];
  for (const rung of rungs) {
    const weight = (rung.width * rung.height) / pixels;
    const done = (part: number) =>
      onProgress('film', begins.film + (before + part * weight) * (begins.pictures - begins.film));
    made.push(await makeRung(at, { picture: source, sound, film }, rung, quality, (ms) => done(share(ms))));
    before += weight;
  }
  onProgress('pictures', begins.pictures);
  return finish(at, film.durationMs, made, rungs, poster);
}

/** @throws FilmRefused for a film that cannot or must not be processed */
async function checkFilm(at: Workplace, source: string): Promise<FilmFacts & { durationMs: number }> {
  const verdict = judgeProbe(await probe(at, source), (await stat(source)).size);
  if (!verdict.ok) throw new FilmRefused(verdict.fault);
  if (await isProtectedMp4(source)) throw new FilmRefused('protected');
  const durationMs = verdict.film.durationMs ?? (await readThrough(at, source, verdict.film.videoIndex));
  return { ...verdict.film, durationMs };
}

/** Measures the length of a film whose header does not state it. */
async function readThrough(at: Workplace, source: string, videoIndex: number): Promise<number> {
  let durationMs = 0;
  const limit = ['-t', String(longestFilmMs / 1000 + 10)];
  await ffmpeg(
    at,
    [...inputArgs(source), '-map', `0:${videoIndex}`, '-c', 'copy', ...limit, '-f', 'null', '-'],
    {
      timeoutMs: 300_000,
      onDone: (ms) => (durationMs = Math.max(durationMs, ms)),
    },
  );
  if (durationMs > longestFilmMs) throw new FilmRefused('too_long');
  if (durationMs < shortestFilmMs) throw new FilmRefused('unreadable', 'no length can be found');
  return Math.round(durationMs);
}

async function finish(
  at: Workplace,
  declaredMs: number,
  made: string[],
  rungs: ReturnType<typeof ladderFor>,
  chosenPoster: string | null,
): Promise<MadeFilm> {
  const out = path.join(at.folder, 'out');
  // an earlier attempt may have been interrupted here: these parts take seconds
  await rm(out, { recursive: true, force: true });
  await mkdir(path.join(out, 'hls'), { recursive: true });
  const top = made.at(-1)!;
  const durationMs = await madeLength(at, top, declaredMs);
  const finished: FinishedRung[] = [];
  for (const [index, rung] of rungs.entries()) {
    finished.push(await cutRung(at, made[index]!, rung, durationMs));
  }
  await writeFile(path.join(out, 'hls', 'master.m3u8'), masterPlaylist(finished));
  await link(top, path.join(out, 'film.mp4'));
  const { width, height } = rungs.at(-1)!;
  const poster = chosenPoster ? await takePoster(out, chosenPoster) : await makePoster(at, top, durationMs);
  const thumbnails = await makeThumbnails(at, top, durationMs, width, height);
  const files = await filesIn(out);
  return {
    folder: out,
    files,
    film: {
      scope: await scopeOf(out, files),
      durationMs,
      width,
      height,
      sizeBytes: (await stat(top)).size,
      rungs: finished.map((rung) => ({
        height: rung.height,
        width: rung.width,
        bitsPerSecond: rung.peakBitsPerSecond,
      })),
      hls: 'hls/master.m3u8',
      hlsSmall: `hls/${rungs[0]!.name}.m3u8`,
      film: 'film.mp4',
      poster,
      thumbnails,
    },
  };
}

async function takePoster(out: string, chosen: string): Promise<string> {
  const name = `poster${path.extname(chosen)}`;
  await copyFile(chosen, path.join(out, name));
  return name;
}

/** The length of what was made. A film that breaks off before its end is refused: nobody should find out in a lesson. */
async function madeLength(at: Workplace, file: string, declaredMs: number): Promise<number> {
  const { format } = await probe(at, file);
  const madeMs = Math.round(Number(format?.duration ?? 0) * 1000);
  if (!(madeMs >= shortestFilmMs)) throw new FilmRefused('unreadable', 'nothing could be decoded');
  if (madeMs > longestFilmMs) throw new FilmRefused('too_long');
  const missing = declaredMs - madeMs;
  if (missing > Math.max(2_000, declaredMs * 0.05))
    throw new FilmRefused('unreadable', `${missing} ms are missing`);
  return madeMs;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The prefix of a film's blobs: a hash of the content, so that an address always refers to the same content. */
export async function scopeOf(folder: string, files: readonly string[]): Promise<string> {
  const whole = createHash('sha256');
  for (const file of files) {
    const one = createHash('sha256');
    await pipeline(createReadStream(path.join(folder, file)), one);
    whole.update(`${file}\0${one.digest('hex')}\n`);
  }
  return `films/${whole.digest('hex').slice(0, 32)}`;
}

import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';

import { ffmpeg, inputArgs, type OnDone, type Workplace } from './transcoding.ffmpeg.js';
import type { Quality } from './transcoding.ladder.policy.js';
import type { FilmFacts } from './transcoding.probe.policy.js';

/** Programme loudness −16 LUFS, true peak −1.5 dBTP (EBU R 128, as streaming uses it). */
const target = 'I=-16:TP=-1.5:LRA=11';
/** Starts at the film's beginning and fills gaps: keeps sound and picture in sync whatever the container states. */
const even = 'aresample=48000:async=1:first_pts=0';
/** Below this there is only noise to amplify. */
const silenceLufs = -60;

/**
 * Makes `sound.m4a`: AAC, 48 kHz, loudness measured in a first pass and set in a second.
 * @returns its path, null for a film without sound. A second attempt reuses the file.
 */
export async function makeSound(
  at: Workplace,
  source: string,
  film: FilmFacts & { durationMs: number },
  quality: Quality,
  onDone: OnDone,
): Promise<string | null> {
  if (film.audioIndex === null) return null;
  const file = path.join(at.folder, 'sound.m4a');
  if (existsSync(file)) return file;
  const input = [...inputArgs(source), '-map', `0:${film.audioIndex}`];
  const timeoutMs = 60_000 + film.durationMs;
  const measured = await ffmpeg(
    at,
    [...input, '-af', `${even},loudnorm=${target}:print_format=json`, '-f', 'null', '-'],
    { timeoutMs, verbose: true, onDone: (ms) => onDone(ms / 2) },
  );
  const filter = [even, ...normalising(measured), 'aresample=48000'].join(',');
  const kbps = film.channels === 1 ? quality.audioKbps.mono : quality.audioKbps.stereo;
  const unfinished = path.join(at.folder, 'sound.part.m4a');
  const coding = ['-ac', String(film.channels), '-c:a', 'aac', '-b:a', `${kbps}k`, '-map_metadata', '-1'];
  await ffmpeg(at, [...input, '-af', filter, ...coding, '-map_chapters', '-1', unfinished], {
    timeoutMs,
    onDone: (ms) => onDone(film.durationMs / 2 + ms / 2),
  });
  await rename(unfinished, file);
  return file;
}

/** The filter of the second pass; none if the film is silent. */
function normalising(report: string): string[] {
  const json = report.slice(report.lastIndexOf('{'), report.lastIndexOf('}') + 1);
  let found: Record<string, string>;
  try {
    found = JSON.parse(json) as Record<string, string>;
  } catch {
    return [];
  }
  const values = ['input_i', 'input_tp', 'input_lra', 'input_thresh', 'target_offset'].map((name) =>
    Number(found[name]),
  );
  const loudness = values[0] ?? Number.NaN;
  if (!values.every(Number.isFinite) || loudness < silenceLufs) return [];
  const [i, tp, lra, thresh, offset] = values;
  return [
    `loudnorm=${target}:measured_I=${i}:measured_TP=${tp}:measured_LRA=${lra}:measured_thresh=${thresh}:offset=${offset}:linear=true`,
  ];
}

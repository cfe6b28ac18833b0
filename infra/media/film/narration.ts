import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spokenText } from './readings.ts';
import type { Shot } from './script.ts';
import { run } from './tools.ts';

/** Samples per second of voice and music. */
export const sampleRate = 48_000;

const voices = join(import.meta.dirname, '../voice');
const quiet = 220;
const speechLevel = 0.1;

/** Trims the silence around a synthesised sentence to 40 ms on each side. */
function trim(samples: Int16Array): Int16Array {
  const margin = Math.round(sampleRate * 0.04);
  let first = samples.findIndex((value) => Math.abs(value) > quiet);
  let last = samples.findLastIndex((value) => Math.abs(value) > quiet);
  if (first < 0) throw new Error('A sentence was synthesised without sound');
  first = Math.max(0, first - margin);
  last = Math.min(samples.length, last + margin * 2);
  return samples.slice(first, last);
}

/** Normalises the level of a sentence (root mean square), so that both voices are equally loud. */
function level(samples: Int16Array): Int16Array {
  const power = samples.reduce((sum, value) => sum + (value / 32_768) ** 2, 0) / samples.length;
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const gain = Math.min(speechLevel / Math.sqrt(power), 32_000 / peak);
  return samples.map((value) => Math.round(value * gain));
}

/**
 * Synthesises one line of the script.
 * @returns 16-bit mono samples at `sampleRate`.
 */
export function speak(
  line: string,
  voice: NonNullable<Shot['voice']>,
  dictionary: string,
  workDir: string,
): Int16Array {
  const textFile = join(workDir, 'line.txt');
  const wavFile = join(workDir, 'line.wav');
  writeFileSync(textFile, spokenText(line));
  run('open_jtalk', [
    '-x',
    dictionary,
    '-m',
    join(voices, `tohoku-f01-${voice}.htsvoice`),
    '-r',
    '0.9',
    '-ow',
    wavFile,
    textFile,
  ]);
  const bytes = readFileSync(wavFile);
  const start = bytes.indexOf('data') + 8;
  return level(
    trim(
      new Int16Array(
        new Uint8Array(bytes.subarray(start)).buffer.slice(0, Math.floor((bytes.length - start) / 2) * 2),
      ),
    ),
  );
}

import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { addMusic } from './music.ts';
import { sampleRate } from './narration.ts';
import type { Timeline } from './timeline.ts';
import { ask, run } from './tools.ts';

/** Target loudness in LUFS and maximum true peak in dBTP. */
const loudness = 'I=-16:TP=-1.5:LRA=11';
const speechGain = 0.8;

/** Mixes voice and music into a 16-bit mono WAV file. */
export function writeSound(timeline: Timeline, target: string): void {
  const mix = new Float32Array(Math.ceil(timeline.length * sampleRate));
  addMusic(mix, timeline);
  for (const cue of timeline.cues) {
    const begin = Math.round(cue.start * sampleRate);
    cue.samples.forEach((value, index) => {
      mix[begin + index] = (mix[begin + index] ?? 0) + (value / 32_768) * speechGain;
    });
  }
  const bytes = Buffer.alloc(44 + mix.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + mix.length * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(mix.length * 2, 40);
  mix.forEach((value, index) =>
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), 44 + index * 2),
  );
  writeFileSync(target, bytes);
}

/** Measures the sound (first pass) and returns the filter that normalises the loudness linearly, without pumping. */
function loudnessFilter(wavFile: string): string {
  const report = run('ffmpeg', [
    '-hide_banner',
    '-i',
    wavFile,
    '-af',
    `highpass=f=70,loudnorm=${loudness}:print_format=json`,
    '-f',
    'null',
    '-',
  ]);
  const json = report.slice(report.lastIndexOf('{'), report.lastIndexOf('}') + 1);
  const found = JSON.parse(json) as Record<string, string>;
  return `highpass=f=70,loudnorm=${loudness}:measured_I=${found['input_i']}:measured_TP=${found['input_tp']}:measured_LRA=${found['input_lra']}:measured_thresh=${found['input_thresh']}:offset=${found['target_offset']}:linear=true,aresample=${sampleRate}`;
}

/** Muxes picture and sound into the final file: H.264 + AAC, with the header first so that playback starts while loading. */
export function joinFilm(picturesFile: string, wavFile: string, target: string): void {
  const inputs = ['-i', picturesFile, '-i', wavFile, '-map', '0:v', '-map', '1:a'];
  const sound = ['-af', loudnessFilter(wavFile), '-c:a', 'aac', '-b:a', '48k', '-ac', '1'];
  const file = ['-metadata:s:a:0', 'language=jpn', '-movflags', '+faststart', target];
  run('ffmpeg', ['-v', 'error', '-y', ...inputs, '-c:v', 'copy', ...sound, ...file]);
}

/** Writes a frame as a WebP poster: half a page's weight at full size, and no sharper where it is shown. */
export function writePoster(pngFile: string, target: string): void {
  const picture = ['-vf', 'scale=960:-2', '-c:v', 'libwebp', '-quality', '70'];
  run('ffmpeg', ['-v', 'error', '-y', '-i', pngFile, ...picture, target]);
}

/** The entry of a finished file in film.json. */
export interface FilmFacts {
  durationMs: number;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
}

/** Measures a finished film. */
export function measureFilm(file: string): FilmFacts {
  const probe = JSON.parse(
    ask('ffprobe', [
      '-v',
      'error',
      '-select_streams',
      'v:0',
      '-show_entries',
      'stream=width,height:format=duration',
      '-of',
      'json',
      file,
    ]),
  ) as { streams: { width: number; height: number }[]; format: { duration: string } };
  const stream = probe.streams[0];
  if (!stream) throw new Error(`${file} has no video stream`);
  return {
    durationMs: Math.round(Number(probe.format.duration) * 1000),
    width: stream.width,
    height: stream.height,
    bytes: statSync(file).size,
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
  };
}

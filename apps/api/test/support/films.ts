import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { filmEnvironment } from '../../src/modules/transcoding/transcoding.child.js';
import { findFilmTools, type FilmTools } from '../../src/modules/transcoding/transcoding.tools.js';

/** A folder for films of a test, and the programs that make and read them. */
export class FilmBench {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kizuna-films-'));
  readonly tools: FilmTools = findFilmTools(process.env, this.folder);

  /** Runs ffmpeg with these arguments and the name of the result, which it answers as a path. */
  make(name: string, ...args: string[]): string {
    const file = path.join(this.folder, name);
    execFileSync(this.tools.ffmpeg, ['-nostdin', '-v', 'error', '-y', ...args, file]);
    return file;
  }

  /** A moving picture, `seconds` long, of this size, with a tone unless `sound` is false. */
  film(
    name: string,
    options: { size?: string; seconds?: number; rate?: number; sound?: boolean; extra?: string[] } = {},
  ): string {
    const { size = '640x360', seconds = 4, rate = 25, sound = true, extra = [] } = options;
    const tone = ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}:sample_rate=44100`];
    return this.make(
      name,
      ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${rate}:duration=${seconds}`],
      ...(sound ? [...tone, '-c:a', 'aac'] : []),
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', ...extra],
    );
  }

  /** Milliseconds. */
  lengthOf(file: string): number {
    const option = file.endsWith('.m3u8') ? ['-allowed_extensions', 'ALL'] : [];
    const args = ['-v', 'error', ...option, '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
    const env = filmEnvironment(this.folder);
    return Math.round(Number(execFileSync(this.tools.ffprobe, args, { encoding: 'utf8', env })) * 1000);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

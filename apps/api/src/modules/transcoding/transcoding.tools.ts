import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { FilmRefused } from './film-refused.js';

/** The two programs of a transcode. */
export interface FilmTools {
  ffmpeg: string;
  ffprobe: string;
  /** Whether `setpriv` can kill a child when its parent dies (Linux). */
  pdeathsig: boolean;
}

type Program = 'ffmpeg' | 'ffprobe';
const executable = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds ffmpeg and ffprobe: FFMPEG_PATH (and FFPROBE_PATH, else the one beside it), else the system's, else those of
 * the npm packages.
 * @param scratch folder to copy a program to if it cannot be executed in place
 * @throws FilmRefused `no_program`
 */
export function findFilmTools(env: Record<string, string | undefined>, scratch: string): FilmTools {
  const given = env['FFMPEG_PATH'];
  const beside = given ? path.join(path.dirname(given), `ffprobe${executable}`) : undefined;
  const search = env['PATH'] ?? '';
  const ffmpeg = firstThatRuns([given, 'ffmpeg', packaged('ffmpeg', scratch)], search);
  const ffprobe = firstThatRuns(
    [env['FFPROBE_PATH'], beside, 'ffprobe', packaged('ffprobe', scratch)],
    search,
  );
  if (!ffmpeg || !ffprobe) throw new FilmRefused('no_program', 'ffmpeg and ffprobe are needed');
  return { ffmpeg, ffprobe, pdeathsig: runs('setpriv', ['--version'], search) };
}

function firstThatRuns(candidates: (string | undefined)[], search: string): string | undefined {
  return candidates.find((one) => one !== undefined && one !== '' && runs(one, ['-version'], search));
}

function runs(program: string, args: string[], search: string): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 20_000, env: { PATH: search } }).status === 0;
}

/** The program of an npm package. Its install script, which makes it executable, is never run here. */
function packaged(program: Program, scratch: string): string | undefined {
  const name = `@${program}-installer/${process.platform}-${process.arch}`;
  let file: string;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    file = path.join(path.dirname(manifest), program + executable);
  } catch {
    return undefined;
  }
  if (!existsSync(file)) return undefined;
  if (isExecutable(file)) return file;
  try {
    chmodSync(file, 0o755);
    return file;
  } catch {
    return copied(file, path.join(scratch, 'programs', program + executable));
  }
}

function copied(file: string, target: string): string {
  if (!existsSync(target)) {
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(file, target);
    chmodSync(target, 0o755);
  }
  return target;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

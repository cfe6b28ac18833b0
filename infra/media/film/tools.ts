import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Default locations of the Japanese dictionary of Open JTalk; `OPEN_JTALK_DIC` overrides them. */
const dictionaries = [
  '/var/lib/mecab/dic/open-jtalk/naist-jdic',
  '/usr/local/share/open_jtalk/dic',
  '/opt/homebrew/opt/open-jtalk/dic',
];
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The programs that the film build needs. */
export interface Tools {
  chromium: string;
  dictionary: string;
}

function answers(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;
}

/**
 * Finds all tools before the build starts.
 * @throws Error that lists the missing tools and how to install them.
 */
export function findTools(): Tools {
  const missing: string[] = [];
  const chromium = [process.env['CHROMIUM'], ...browsers].find((file) => file && existsSync(file));
  const dictionary = [process.env['OPEN_JTALK_DIC'], ...dictionaries].find(
    (file) => file && existsSync(file),
  );
  if (!chromium) missing.push('chromium (Debian: apt install chromium; or set CHROMIUM to its path)');
  if (!answers('ffmpeg', '-version')) missing.push('ffmpeg with libx264 (Debian: apt install ffmpeg)');
  if (!answers('ffprobe', '-version')) missing.push('ffprobe (comes with ffmpeg)');
  if (!answers('open_jtalk', '-h')) missing.push('open_jtalk (Debian: apt install open-jtalk)');
  if (!dictionary)
    missing.push(
      'a dictionary for open_jtalk (Debian: apt install open-jtalk-mecab-naist-jdic; or set OPEN_JTALK_DIC)',
    );
  if (missing.length > 0 || !chromium || !dictionary) {
    throw new Error(`The film cannot be built here. Missing:\n- ${missing.join('\n- ')}`);
  }
  return { chromium, dictionary };
}

/** Runs a program and returns its output, stdout and stderr combined. */
export function run(command: string, args: string[]): string {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr.slice(-2000)}`);
  return result.stdout + result.stderr;
}

/** Runs a program and returns its standard output. */
export function ask(command: string, args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' });
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { unpackBundledChromium } from './bundled-chromium.ts';

/** A Chromium that works on this machine, and how to start it. */
export interface FoundChromium {
  executablePath: string;
  /** The whole environment to start it with. */
  env: Record<string, string>;
  args: string[];
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium: the one in CHROMIUM, else the preferred one of the system's and the bundled one (Linux x64;
 * headless, so a page costs it a third less). `CHROMIUM=bundled` selects the bundled one.
 * @throws Error with one sentence if none starts
 */
export function findChromium(first: 'system' | 'packaged' = 'system'): FoundChromium {
  const wanted = process.env.CHROMIUM;
  if (wanted && wanted !== 'bundled') return requireStarting(onSystem(wanted));
  const candidates = wanted ? [packaged] : [fromSystem, packaged];
  if (first === 'packaged') candidates.reverse();
  for (const candidate of candidates) {
    const found = candidate();
    if (found) return found;
  }
  throw new Error(advice('この機械に合う Chromium がありません。'));
}

function fromSystem(): FoundChromium | undefined {
  const programs = [...systemPrograms(), ...APPLICATIONS.filter((file) => existsSync(file))];
  return programs.map(onSystem).find(starts);
}

function packaged(): FoundChromium | undefined {
  const bundled = unpackBundledChromium();
  if (!bundled) return undefined;
  const chromium = {
    executablePath: bundled.executablePath,
    env: { ...currentEnvironment(), ...bundled.env },
    args: [...commonArguments(), ...bundled.args],
  };
  return starts(chromium) ? chromium : undefined;
}

function onSystem(executablePath: string): FoundChromium {
  return { executablePath, env: currentEnvironment(), args: commonArguments() };
}

function commonArguments(): string[] {
  // Chromium's sandbox refuses root; /dev/shm is small in containers
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...asRoot, '--disable-dev-shm-usage'];
}

function systemPrograms(): string[] {
  const directories = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => directories.map((directory) => path.join(directory, name))).filter((file) =>
    existsSync(file),
  );
}

/**
 * Some distributions install a script that only explains how to install Chromium: asking for the version reveals it.
 */
function starts(chromium: FoundChromium): boolean {
  const answer = spawnSync(chromium.executablePath, [...chromium.args, '--version'], {
    env: chromium.env,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return answer.status === 0 && /Chrom/.test(answer.stdout);
}

function requireStarting(chromium: FoundChromium): FoundChromium {
  if (starts(chromium)) return chromium;
  throw new Error(advice(`「${chromium.executablePath}」は Chromium として起動しません。`));
}

function advice(reason: string): string {
  return `${reason}Chromium か Google Chrome を入れるか、CHROMIUM にその場所を書いてください(例: CHROMIUM=/usr/bin/chromium npm test)。`;
}

function currentEnvironment(): Record<string, string> {
  const found = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  // Without a locale Chromium saves a file with a Japanese name as "download"
  return { LC_CTYPE: 'C.UTF-8', ...found };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../local/project.ts';
import type { LockedPackage } from './production-packages.ts';

const store = inProject('node_modules', '.pnpm');
let folders: string[] | undefined;

/** Where a package lies; undefined where this machine did not need it. */
export function folderOf({ name, version }: LockedPackage): string | undefined {
  folders ??= readdirSync(store);
  const start = `${name.replace('/', '+')}@${version}`;
  const found = folders.find((folder) => folder === start || folder.startsWith(`${start}_`));
  const folder = found && path.join(store, found, 'node_modules', name);
  return folder && existsSync(folder) ? folder : undefined;
}

interface Manifest {
  name: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  author?: string | { name?: string };
}

/** Packages whose manifest names no licence, and where they name it. */
const elsewhere: Record<string, string> = { 'combine-errors': 'MIT (Readme.md)' };

/** The licence that a package names, as an SPDX expression or in its own words. */
export function licenceIn(folder: string): string | undefined {
  const { name, license, licenses } = manifestIn(folder);
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? elsewhere[name];
}

/** Who made a package, where its manifest says so. */
export function authorIn(folder: string): string | undefined {
  const { author } = manifestIn(folder);
  return typeof author === 'string' ? author : author?.name;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The texts of licences and notices that a package brings, without trailing spaces. */
export function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)([-_.].*)?$/i.test(name) && !/[.](js|json)$/.test(name))
    .sort()
    .map((name) => tidy(readFileSync(path.join(folder, name), 'utf8')));
}

/** Line ends and spaces differ from package to package; the words count. */
function tidy(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { inProject } from '../local/project.ts';
import { authorIn, folderOf, licenceIn, textsIn } from './licences.ts';
import {
  bundledPackages,
  productionPackages,
  type LockedPackage,
  type LockFile,
} from './production-packages.ts';

const file = inProject('THIRD-PARTY-NOTICES.md');
const FONTS = [
  '@expo-google-fonts/biz-udpgothic',
  '@expo-google-fonts/biz-udpmincho',
  '@expo-google-fonts/noto-serif-jp',
];

const opening = `# Third-party notices

きずな講座 itself is under the MIT licence (LICENSE). It uses the work of others, under their licences. Generated from
\`pnpm-lock.yaml\` and the installed packages by \`node infra/notices/notices.ts\`; do not edit by hand.

## Voice of the films

The narration of the films was made with the HTS voice “tohoku-f01”, © 2015 Intelligent Communication Network (Ito-Nose)
Laboratory, Tohoku University, licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). It is spoken slower than
the original; its files in \`infra/media/voice\` are unchanged.
`;

const tableIntroduction = `## Packages

What a production install brings on Linux x64, and what is compiled into the web. The same packages for other systems and
processors are under the same licences. The image of \`infra/deploy\` leaves out \`@ffmpeg-installer\` and \`@ffprobe-installer\`; it
holds Node, and Debian's ffmpeg, tini and what they need, whose licences are in \`/usr/share/doc\` there.

| package | version | licence |
| --- | --- | --- |`;

const textsIntroduction = `## Licences of what is part of the web

Fonts of the pages and of the paper (subsets of them in \`apps/web/src/lib/ui/fonts\`), design tokens, and code that is compiled into
the pages and their server.
`;

/** Rows of an earlier page: `name@version` → licence. For packages that this machine has not installed. */
export function writtenLicences(page: string): Map<string, string> {
  const rows = page.matchAll(/^\| (\S+) \| (\S+) \| (.+) \|$/gm);
  return new Map([...rows].map(([, name, version, licence = '']) => [`${name}@${version}`, licence]));
}

/**
 * THIRD-PARTY-NOTICES.md for a lock file.
 * @param written the page as it is
 * @throws Error for a package without a licence, and for a new one that is not installed here
 */
function noticesPage(lock: LockFile, written: string): string {
  const known = writtenLicences(written);
  const rows = productionPackages(lock).map((one) => {
    const folder = folderOf(one);
    const licence = folder === undefined ? known.get(`${one.name}@${one.version}`) : licenceIn(folder);
    if (!licence) throw new Error(`no licence is known of ${one.name} ${one.version}`);
    return `| ${one.name} | ${one.version} | ${licence} |`;
  });
  return [
    opening,
    [tableIntroduction, ...rows, ''].join('\n'),
    textsIntroduction,
    ...licenceTexts(lock),
  ].join('\n');
}

/** Each text once, under the packages that bring it. */
function licenceTexts(lock: LockFile): string[] {
  const packages = productionPackages(lock).filter(({ name }) => FONTS.includes(name));
  const users = new Map<string, Set<string>>();
  for (const one of [...packages, ...bundledPackages(lock)]) {
    for (const text of textsOf(one)) users.set(text, (users.get(text) ?? new Set()).add(one.name));
  }
  return [...users].map(
    ([text, names]) => `### ${[...names].join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`,
  );
}

function textsOf(one: LockedPackage): string[] {
  const folder = folderOf(one);
  if (folder === undefined) throw new Error(`${one.name} ${one.version} is not installed`);
  const texts = textsIn(folder);
  if (texts.length > 0) return texts;
  const author = authorIn(folder);
  return [
    `The package brings no text of its licence. It names: ${licenceIn(folder)}${author ? `, by ${author}` : ''}`,
  ];
}

/** pnpm-lock.yaml of the repository. */
export function readLock(): LockFile {
  return load(readFileSync(inProject('pnpm-lock.yaml'), 'utf8')) as LockFile;
}

/**
 * Complaints about THIRD-PARTY-NOTICES.md: one sentence when it is not what the lock file gives, else none.
 * @throws Error for a package whose licence is not known
 */
export function findStaleNotices(lock = readLock(), written = readFileSync(file, 'utf8')): string[] {
  return written === noticesPage(lock, written)
    ? []
    : ['THIRD-PARTY-NOTICES.md is not what pnpm-lock.yaml gives: run node infra/notices/notices.ts'];
}

if (import.meta.main) writeFileSync(file, noticesPage(readLock(), readFileSync(file, 'utf8')));

/**
 * Builds the web fonts of apps/web/src/lib/ui/fonts from BIZ UDPGothic (SIL Open Font License 1.1). Run it after new
 * screens add new kanji: `node infra/fonts/build-fonts.ts`. A character outside the subset is drawn by the system's own
 * font, so a forgotten run shows as a slight change of style, never as a gap.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { firstKanji } from './first-kanji.ts';
import { frequentKanji } from './frequent-kanji.ts';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'apps/web/src/lib/ui/fonts');
/** Texts of the screens and courses: the more of these files contain a character, the more pages need it. */
const screenFolders = [
  'apps/web/src/lib/i18n',
  'apps/api/src/seeds/content/courses.ts',
  'apps/api/src/seeds/content/introductory.ts',
  'apps/api/src/seeds/content/practical.ts',
  'apps/api/src/seeds/content/districts.ts',
];
/** Screens that residents do not see; characters found only there come after all others. */
const officeWords = /office|runs|reporting|gallery|transcod|insight|staff/;
const moreFolders = ['apps/api/src/seeds', 'packages/shared/src'];
/** Characters per file, about 18 kB: a page fetches only the files with characters it shows. */
const charactersOfFile = 150;
const maximumBytes = 60_000;

/** Every text file below a folder that may hold words of the screen. */
function* sourcesBelow(folder: string): Generator<string> {
  if (statSync(folder).isFile()) {
    yield folder;
    return;
  }
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* sourcesBelow(file);
    else if (/\.(ts|svelte|json)$/.test(name)) yield file;
  }
}

/** Characters of a block of Unicode, both ends included. */
function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
}

/** What nearly every page shows: ASCII, kana, punctuation. */
function everyday(): string {
  const marks = '、。々〇「」『』〜・ー（）！？：％／＋…※→×';
  return range(0x20, 0x7e) + range(0x3041, 0x3096) + range(0x30a1, 0x30fa) + marks;
}

/** More signs: punctuation, arrows and shapes, circled figures, full-width forms. */
function signs(): string {
  return [
    '©®°±×÷§¶…‥—–―‐‘’“”•→←↑↓⇒○●◎△▲▽▼□■◇◆☆★♪※〒〜～¥',
    range(0x3000, 0x3015),
    range(0x3099, 0x30ff),
    range(0x2460, 0x2473),
    range(0xff01, 0xff5e),
  ].join('');
}

/** Characters met below the folders, those of the most files first. */
function metIn(folders: readonly string[]): string[] {
  const weight = new Map<string, number>();
  for (const folder of folders.map((each) => path.join(root, each)).filter(existsSync)) {
    for (const file of sourcesBelow(folder)) {
      const share = officeWords.test(path.basename(file)) ? 0.001 : 1;
      for (const character of new Set(readFileSync(file, 'utf8')))
        if (/\p{Script=Han}/u.test(character)) weight.set(character, (weight.get(character) ?? 0) + share);
    }
  }
  return [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([character]) => character);
}

/** `U+3041-3096, …` of sorted characters, as @font-face wants it. */
function unicodeRange(characters: readonly string[]): string {
  const points = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const parts: [number, number][] = [];
  for (const point of points) {
    const last = parts.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else parts.push([point, point]);
  }
  const hex = (point: number) => point.toString(16);
  return parts.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}

/** The characters file by file: what pages show first, then signs, then kanji by how many pages need them. */
function files(weight: keyof typeof firstKanji): string[][] {
  const first = [...new Set(everyday() + firstKanji[weight].join(''))];
  const others = [...new Set(signs())].filter((each) => !first.includes(each));
  const kanji = [
    ...new Set([...metIn(screenFolders), ...metIn(moreFolders), ...frequentKanji.join('')]),
  ].filter((each) => !first.includes(each) && !others.includes(each));
  const parts = [first, others];
  for (let at = 0; at < kanji.length; at += charactersOfFile)
    parts.push(kanji.slice(at, at + charactersOfFile));
  return parts;
}

/** Makes one file of a weight. @returns its @font-face */
async function makeFile(whole: Buffer, weight: number, part: number, characters: string[]): Promise<string> {
  const file = `biz-udpgothic-${weight}-${part}.woff2`;
  const subset = await subsetFont(whole, characters.join(''), {
    targetFormat: 'woff2',
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: ['kern'],
    // what only vertical text, hinting and menus of fonts need
    dropTables: ['vhea', 'vmtx', 'gasp'],
  });
  writeFileSync(path.join(target, file), subset);
  process.stdout.write(`${file}: ${characters.length} characters, ${subset.length} bytes\n`);
  if (subset.length > maximumBytes) throw new Error(`${file} is larger than ${maximumBytes} bytes`);
  return `@font-face {
  font-family: 'BIZ UDPGothic';
  src: url('./${file}') format('woff2');
  font-weight: ${weight};
  font-display: swap;
  unicode-range: ${unicodeRange(characters)};
}`;
}

for (const old of existsSync(target) ? readdirSync(target) : [])
  if (old.endsWith('.woff2')) rmSync(path.join(target, old));
const require = createRequire(import.meta.url);
mkdirSync(target, { recursive: true });
const faces: { first: string[]; rest: string[] } = { first: [], rest: [] };
for (const [weight, source] of [
  [400, '400Regular/BIZUDPGothic_400Regular.ttf'],
  [700, '700Bold/BIZUDPGothic_700Bold.ttf'],
] as const) {
  const whole = readFileSync(require.resolve(`@expo-google-fonts/biz-udpgothic/${source}`));
  for (const [part, characters] of files(weight).entries())
    faces[part === 0 ? 'first' : 'rest'].push(await makeFile(whole, weight, part, characters));
}
for (const [name, rules] of Object.entries(faces))
  writeFileSync(
    path.join(target, `fonts-${name}.css`),
    `/* made by infra/fonts/build-fonts.ts */\n${rules.join('\n')}\n`,
  );
copyFileSync(
  require.resolve('@expo-google-fonts/biz-udpgothic/LICENSE_FONT'),
  path.join(target, 'OFL-BIZ-UDPGothic.txt'),
);

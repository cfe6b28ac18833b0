/**
 * Builds the films: `node infra/media/film/build.ts [long|digest]`. Without an argument it builds both.
 * Needs chromium, ffmpeg and open_jtalk; see infra/media/README.md.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCaptions, writeCaptions, writeChapters } from './captions.ts';
import { joinFilm, measureFilm, writePoster, writeSound } from './encode.ts';
import type { FilmFacts } from './encode.ts';
import { speak } from './narration.ts';
import { drawFrame, openStage, photograph, renderPictures } from './render.ts';
import { digestFilm, longFilm, voiceCredit } from './script.ts';
import type { FilmScript } from './script.ts';
import { layOut } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import { findTools } from './tools.ts';
import type { Tools } from './tools.ts';

const target = join(import.meta.dirname, '../../../apps/api/assets/film');
const limitBytes = 9 * 1024 * 1024;
/** Allowed length in seconds. */
const allowed = { long: [390, 450], digest: [55, 70] } as const;
/** The shot whose last frame becomes the poster. */
const posterScene = { long: 'opening', digest: 'ring' } as const;

interface FilmEntry extends FilmFacts {
  title: string;
  summary: string;
  files: { video: string; captions: string; chapters: string; poster: string };
}

function say(message: string): void {
  process.stdout.write(`${message}\n`);
}

function posterMoment(timeline: Timeline, key: FilmScript['key']): number {
  const shot = timeline.shots.find((candidate) => candidate.scene === posterScene[key]);
  return (shot?.end ?? 1) - 0.3;
}

function writeTexts(film: FilmScript, timeline: Timeline, files: FilmEntry['files']): void {
  const captions = writeCaptions(timeline);
  const chapters = writeChapters(timeline.chapters);
  const wrong = checkCaptions(captions, chapters, timeline.length);
  const [shortest, longest] = allowed[film.key];
  if (timeline.length < shortest || timeline.length > longest)
    wrong.push(`${film.key} lasts ${timeline.length.toFixed(1)} s`);
  if (wrong.length > 0)
    throw new Error(`The script of ${film.key} cannot be shown:\n- ${wrong.join('\n- ')}`);
  writeFileSync(join(target, files.captions), captions);
  writeFileSync(join(target, files.chapters), chapters);
}

async function buildFilm(film: FilmScript, tools: Tools, workDir: string): Promise<FilmEntry> {
  const { key, title, summary } = film;
  const files = {
    video: `${key}.mp4`,
    captions: `${key}.ja.vtt`,
    chapters: `${key}.chapters.vtt`,
    poster: `${key}.poster.webp`,
  };
  say(`${key}: speaking`);
  const timeline = layOut(film, (line, shot) =>
    speak(line, shot.voice ?? 'neutral', tools.dictionary, workDir),
  );
  writeTexts(film, timeline, files);
  const sound = join(workDir, `${key}.wav`);
  writeSound(timeline, sound);
  say(`${key}: ${timeline.length.toFixed(1)} s; drawing`);
  const { page, close } = await openStage(tools.chromium);
  const pictures = join(workDir, `${key}.pictures.mp4`);
  try {
    const png = join(workDir, `${key}.png`);
    writeFileSync(png, await photograph(page, drawFrame(timeline, posterMoment(timeline, key))));
    writePoster(png, join(target, files.poster));
    await renderPictures(timeline, page, pictures, (share) => say(`${key}: ${Math.round(share * 100)} %`));
  } finally {
    await close();
  }
  joinFilm(pictures, sound, join(target, files.video));
  return { title, summary, ...measureFilm(join(target, files.video)), files };
}

async function main(): Promise<void> {
  const wanted = [longFilm, digestFilm].filter(
    (film) => process.argv.length < 3 || process.argv.includes(film.key),
  );
  if (wanted.length === 0) throw new Error('Usage: node infra/media/film/build.ts [long|digest]');
  const tools = findTools();
  mkdirSync(target, { recursive: true });
  const workDir = mkdtempSync(join(tmpdir(), 'kizuna-film-'));
  const listFile = join(target, 'film.json');
  const old: Record<string, unknown> = existsSync(listFile)
    ? (JSON.parse(readFileSync(listFile, 'utf8')) as Record<string, unknown>)
    : {};
  const entries: Partial<Record<FilmScript['key'], FilmEntry>> = {};
  try {
    for (const film of wanted) entries[film.key] = await buildFilm(film, tools, workDir);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
  const list = { ...old, ...entries, voiceCredit };
  writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`);
  const total = (['long', 'digest'] as const).reduce(
    (sum, key) => sum + ((list as Partial<Record<typeof key, FilmEntry>>)[key]?.bytes ?? 0),
    0,
  );
  if (total > limitBytes)
    throw new Error(`The films are ${(total / 1024 / 1024).toFixed(1)} MiB together; the limit is 9`);
  say(`Done: ${(total / 1024 / 1024).toFixed(1)} MiB in ${target}`);
}

await main();

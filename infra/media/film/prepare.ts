/**
 * Makes the shipped films ready as the worker makes an uploaded one: `node infra/media/film/prepare.ts [long|digest]`.
 * Takes `apps/api/assets/film/<version>.mp4` (or the file given after `--from`) and writes
 * `apps/api/assets/film/<version>/` with prepared.json; see infra/media/README.md. Needs the built API.
 */
import { scopeOf, makeFilm } from '@kizuna/api/modules/transcoding/transcoding.pipeline';
import { findFilmTools } from '@kizuna/api/modules/transcoding/transcoding.tools';
import { cpSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const target = path.join(import.meta.dirname, '../../../apps/api/assets/film');
/** Flat drawings and one voice: smaller than the worker's own values, at the same looks. */
const quality = { crf: 31, preset: 'slow', keyFrameSeconds: 6, audioKbps: { mono: 40, stereo: 96 } };

async function prepare(version: string, source: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kizuna-prepare-'));
  try {
    const tools = findFilmTools(process.env, folder);
    const at = { tools, folder, signal: new AbortController().signal };
    let shown = '';
    const made = await makeFilm(
      at,
      source,
      (step: string, percent: number) => {
        const line = `${version}: ${step} ${Math.floor(percent / 10) * 10} %\n`;
        if (line !== shown) process.stdout.write((shown = line));
      },
      quality,
    );
    const poster = choosePoster(version, made.folder);
    const files = [...made.files.filter((file: string) => !file.startsWith('poster.')), poster].sort();
    if (poster !== made.film.poster) rmSync(path.join(made.folder, made.film.poster));
    const film = { ...made.film, poster, scope: await scopeOf(made.folder, files) };
    const result = path.join(target, version);
    rmSync(result, { recursive: true, force: true });
    mkdirSync(result, { recursive: true });
    cpSync(made.folder, result, { recursive: true });
    writeFileSync(path.join(result, 'prepared.json'), `${JSON.stringify(film, null, 2)}\n`);
    process.stdout.write(`${version}: ${files.length} files in ${result}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The picture that the film's makers chose, where there is one; else the one that was found. */
function choosePoster(version: string, folder: string): string {
  const chosen = path.join(target, `${version}.poster.webp`);
  if (!existsSync(chosen)) return 'poster.jpg';
  copyFileSync(chosen, path.join(folder, 'poster.webp'));
  return 'poster.webp';
}

const { values, positionals } = parseArgs({ options: { from: { type: 'string' } }, allowPositionals: true });
for (const version of positionals.length > 0 ? positionals : ['long', 'digest']) {
  await prepare(version, path.resolve(values.from ?? path.join(target, `${version}.mp4`)));
}

import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

import { boxAt, durationOf } from './video.duration.policy.js';
import type { MediaName } from './video.media.policy.js';

/** A film to be taken into the catalogue: its texts, and where its files lie. */
export interface FilmImport {
  slug: string;
  version: 'long' | 'digest';
  position: number;
  title: string;
  summary: string;
  credit: string;
  durationMs: number;
  files: Record<MediaName, string>;
}

const description = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  title: z.string().min(1),
  summary: z.string().min(1),
  credit: z.string().optional(),
  durationMs: z.number().int().positive().optional(),
  files: z
    .object({ video: z.string(), captions: z.string(), chapters: z.string(), poster: z.string() })
    .partial()
    .optional(),
});

/** What film.json says; docs/operations.md explains it to the office. */
const filmDescriptions = z.object({
  credit: z.string().optional(),
  /** Of the voice of this project's own film. */
  voiceCredit: z.string().optional(),
  long: description.optional(),
  digest: description.optional(),
});

export type FilmFault = 'unreadable' | 'misdescribed' | 'missing' | 'not_mp4' | 'not_webvtt';

/** A folder of films that cannot be taken in: what is wrong, and with which file. */
export class FilmRefused extends Error {
  constructor(
    readonly fault: FilmFault,
    readonly file: string,
  ) {
    super(`${file}: ${fault}`);
    this.name = 'FilmRefused';
  }
}

/**
 * Reads a folder of films: film.json and the files it names (`long.mp4`, `long.ja.vtt`, `long.chapters.vtt`,
 * `long.poster.webp`, and the same for `digest`, unless it names others). The length comes from film.json, else from the film.
 * @throws FilmRefused where a file is missing or is not what it should be
 */
export async function readFilmFolder(folder: string): Promise<FilmImport[]> {
  const text = await readFile(path.join(folder, 'film.json'), 'utf8').catch(() => {
    throw new FilmRefused('unreadable', path.join(folder, 'film.json'));
  });
  const films = describedIn(text);
  const found: FilmImport[] = [];
  for (const [position, version] of (['long', 'digest'] as const).entries()) {
    const film = films[version];
    if (!film) continue;
    const files: Record<MediaName, string> = {
      'film.mp4': path.join(folder, film.files?.video ?? `${version}.mp4`),
      'captions.vtt': path.join(folder, film.files?.captions ?? `${version}.ja.vtt`),
      'chapters.vtt': path.join(folder, film.files?.chapters ?? `${version}.chapters.vtt`),
      'poster.webp': path.join(folder, film.files?.poster ?? `${version}.poster.webp`),
    };
    await Promise.all(Object.values(files).map(mustBeFile));
    found.push({
      slug: film.slug ?? `kizuna-${version}`,
      version,
      position,
      title: film.title,
      summary: film.summary,
      credit: film.credit ?? films.credit ?? films.voiceCredit ?? '',
      durationMs: film.durationMs ?? (await durationOfFile(files['film.mp4'])),
      files,
    });
  }
  if (found.length === 0) throw new FilmRefused('misdescribed', 'film.json');
  return found;
}

function describedIn(text: string) {
  try {
    return filmDescriptions.parse(JSON.parse(text));
  } catch (error) {
    const where = error instanceof z.ZodError ? (error.issues[0]?.path.join('.') ?? '') : '';
    throw new FilmRefused('misdescribed', `film.json ${where}`.trim());
  }
}

async function mustBeFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size === 0) throw new FilmRefused('missing', file);
}

/** The length of an MP4 film in milliseconds, from its own header. @throws FilmRefused where it is no MP4 */
async function durationOfFile(file: string): Promise<number> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    for (let at = 0; at < size;) {
      const box = boxAt(await bytesAt(handle, at, Math.min(16, size - at)), at, size - at);
      if (!box) break;
      if (box.type === 'moov') {
        const durationMs = durationOf(await bytesAt(handle, at + box.headerSize, box.size - box.headerSize));
        if (durationMs !== null) return durationMs;
      }
      at += box.size;
    }
  } finally {
    await handle.close();
  }
  throw new FilmRefused('not_mp4', file);
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, position);
  return bytes;
}

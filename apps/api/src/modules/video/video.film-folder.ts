import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { UnusableFilm } from './unusable-film.js';
import type { FileToStore } from './video.blobs.service.js';
import { boxAt, durationOf } from './video.duration.policy.js';
import type { StoredFilm } from './video.film.policy.js';

/** A film to be imported into the catalogue: its texts, and the paths of its files. */
export interface FilmImport {
  slug: string;
  version: 'long' | 'digest';
  position: number;
  title: string;
  summary: string;
  credit: string;
  captions: string;
  chapters: string;
  /** Hashes under which the same film was taken in before, packed in another way. */
  formerHashes: readonly string[];
  /** What the player needs; the scope comes with the store. */
  film: Omit<StoredFilm, 'scope'>;
  files: FileToStore[];
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
  /** `imported_hash` of the same film as an earlier release shipped it: who has that keeps it. */
  formerHashes: z.array(z.string()).default([]),
  files: z
    .object({ video: z.string(), captions: z.string(), chapters: z.string(), poster: z.string() })
    .partial()
    .optional(),
});

/** What film.json says; docs/operations.md explains it to the office. */
const filmDescriptions = z.object({
  credit: z.string().optional(),
  /** Credit for the voice of this project's own film. */
  voiceCredit: z.string().optional(),
  long: description.optional(),
  digest: description.optional(),
});

/**
 * Reads a folder of films: film.json and the files it names (`long.mp4`, `long.ja.vtt`, `long.chapters.vtt`,
 * `long.poster.webp`, and the same for `digest`, unless it names others). The length comes from film.json, else from
 * the film.
 * @throws UnusableFilm if a file is missing or invalid
 */
export async function readFilmFolder(folder: string): Promise<FilmImport[]> {
  const text = await readFile(path.join(folder, 'film.json'), 'utf8').catch(() => {
    throw new UnusableFilm('unreadable', path.join(folder, 'film.json'));
  });
  const films = describedIn(text);
  const found: FilmImport[] = [];
  for (const [position, version] of (['long', 'digest'] as const).entries()) {
    const film = films[version];
    if (!film) continue;
    const captions = path.join(folder, film.files?.captions ?? `${version}.ja.vtt`);
    const chapters = path.join(folder, film.files?.chapters ?? `${version}.chapters.vtt`);
    await Promise.all([captions, chapters].map(mustBeFile));
    const { slug = `kizuna-${version}`, title, summary, formerHashes } = film;
    const credit = film.credit ?? films.credit ?? films.voiceCredit ?? '';
    const media = await mediaIn(folder, version, film);
    found.push({
      slug,
      version,
      position,
      title,
      summary,
      credit,
      captions,
      chapters,
      formerHashes,
      ...media,
    });
  }
  if (found.length === 0) throw new UnusableFilm('misdescribed', 'film.json');
  return found;
}

/** A film as one MP4 and a poster; it plays without a ladder until a worker has made one. */
async function mediaIn(
  folder: string,
  version: string,
  { files, durationMs }: z.infer<typeof description>,
): Promise<Pick<FilmImport, 'film' | 'files'>> {
  const video = path.join(folder, files?.video ?? `${version}.mp4`);
  const poster = path.join(folder, files?.poster ?? `${version}.poster.webp`);
  await Promise.all([video, poster].map(mustBeFile));
  const [filmName, posterName] = ['film.mp4', `poster${path.extname(poster) || '.webp'}`];
  return {
    film: {
      durationMs: durationMs ?? (await durationOfFile(video)),
      sizeBytes: (await stat(video)).size,
      width: 0,
      height: 0,
      rungs: [],
      hls: null,
      hlsSmall: null,
      film: filmName,
      poster: posterName,
      thumbnails: null,
    },
    files: [
      { path: filmName, file: video },
      { path: posterName, file: poster },
    ],
  };
}

function describedIn(text: string) {
  try {
    return filmDescriptions.parse(JSON.parse(text));
  } catch (error) {
    const where = error instanceof z.ZodError ? (error.issues[0]?.path.join('.') ?? '') : '';
    throw new UnusableFilm('misdescribed', `film.json ${where}`.trim());
  }
}

async function mustBeFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size === 0) throw new UnusableFilm('missing', file);
}

/** The length of an MP4 film in milliseconds, from its own header. @throws UnusableFilm if it is not an MP4 */
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
  throw new UnusableFilm('not_mp4', file);
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, position);
  return bytes;
}

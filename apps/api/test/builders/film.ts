import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { VideoCatalogueService } from '../../src/modules/video/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import type { TestApi } from '../support/api.js';

function box(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(content.length + 8, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, content]);
}

/** Bytes that are an MP4 as far as its headers go: the length, and pictures that nobody can see. */
export function mp4Bytes(durationMs: number, filler = 5_000): Buffer {
  const mvhd = Buffer.alloc(100);
  mvhd.writeUInt32BE(1_000, 12);
  mvhd.writeUInt32BE(durationMs, 16);
  const pictures = Buffer.from(Array.from({ length: filler }, (_, index) => index % 251));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom')),
    box('mdat', pictures),
    box('moov', box('mvhd', mvhd)),
  ]);
}

const captions =
  'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n支え合いのまちへ\n\n00:02.000 --> 00:04.000\nお互いさま\n';
const chapters = 'WEBVTT\n\n00:00:00.000 --> 00:00:30.000\nはじめに\n';

export interface FilmOptions {
  durationMs?: number;
  title?: string;
  filler?: number;
  /** Length of a digest beside it; none where it is left out. */
  digestMs?: number;
}

/** A folder as the office would lay it down: film.json and the files of a long film, and of its digest. To be deleted by who asks. */
export async function aFilmFolder({
  durationMs = 100_000,
  title = '絆プロジェクト',
  filler,
  digestMs,
}: FilmOptions = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kizuna-film-'));
  const long = { title, summary: '支え合いの話', credit: '声' };
  const digest = digestMs === undefined ? undefined : { title: `${title} ダイジェスト`, summary: '短い話' };
  await writeFile(path.join(folder, 'film.json'), JSON.stringify({ long, digest }));
  await writeVersion(folder, 'long', durationMs, filler);
  if (digestMs !== undefined) await writeVersion(folder, 'digest', digestMs, filler);
  return folder;
}

async function writeVersion(folder: string, version: string, durationMs: number, filler?: number) {
  await writeFile(path.join(folder, `${version}.mp4`), mp4Bytes(durationMs, filler));
  await writeFile(path.join(folder, `${version}.ja.vtt`), captions);
  await writeFile(path.join(folder, `${version}.chapters.vtt`), chapters);
  await writeFile(path.join(folder, `${version}.poster.webp`), Buffer.from('RIFF....WEBP'));
}

/** A film in the catalogue; answers its id. */
export async function aFilm(api: TestApi, options: FilmOptions = {}): Promise<string> {
  const folder = await aFilmFolder(options);
  try {
    const imported = await api
      .get(Transactions)
      .run(() => api.get(VideoCatalogueService).importFolder(folder));
    return imported.get('kizuna-long')!;
  } finally {
    await rm(folder, { recursive: true });
  }
}

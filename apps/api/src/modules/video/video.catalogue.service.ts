import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { BlobStore } from '../../platform/storage/index.js';
import { cuesOf } from './video.captions.policy.js';
import { FilmRefused, readFilmFolder, type FilmImport } from './video.film-folder.js';
import {
  blobKeyOf,
  mediaNames,
  versionLength,
  type MediaFile,
  type MediaName,
} from './video.media.policy.js';
import { VideoRepository } from './video.repository.js';

/** Takes films into the catalogue: for the seeds, and for the office that puts its own film in place. */
@Injectable()
export class VideoCatalogue {
  constructor(
    private readonly repository: VideoRepository,
    private readonly blobs: BlobStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in every film of a folder with a film.json. What people have watched under a slug stays credited.
   * @returns the ids by slug
   * @throws FilmRefused where a file is missing or is not what it should be; then nothing has changed
   */
  async importFolder(m: EntityManager, folder: string): Promise<Map<string, string>> {
    const imported = new Map<string, string>();
    for (const film of await readFilmFolder(folder)) imported.set(film.slug, await this.importFilm(m, film));
    return imported;
  }

  /** Takes in one film under its slug, in place of the one that stood there; the same content twice is one. */
  async importFilm(m: EntityManager, film: FilmImport): Promise<string> {
    const transcript = await cuesIn(film.files['captions.vtt']);
    const chapters = await cuesIn(film.files['chapters.vtt']);
    const files: Partial<Record<MediaName, MediaFile>> = {};
    for (const name of mediaNames) files[name] = await this.store(name, film.files[name]);
    return this.repository.saveBySlug(m, {
      id: this.ids.next(),
      slug: film.slug,
      position: film.position,
      title: film.title,
      summary: film.summary,
      version: film.version,
      durationMs: film.durationMs,
      files: files as Record<MediaName, MediaFile>,
      transcript,
      chapters,
      credit: film.credit,
      updatedAt: this.clock.now(),
    });
  }

  /** Blobs are named by their content, so an older page keeps playing the film it has begun. */
  private async store(name: MediaName, file: string): Promise<MediaFile> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    const version = hash.digest('hex').slice(0, versionLength);
    const { size: sizeBytes } = await stat(file);
    const blobKey = blobKeyOf(version, name);
    if ((await this.blobs.stat(blobKey))?.sizeBytes !== sizeBytes) {
      await this.blobs.put(blobKey, createReadStream(file));
    }
    return { blobKey, version, sizeBytes };
  }
}

async function cuesIn(file: string) {
  try {
    return cuesOf(await readFile(file, 'utf8'));
  } catch {
    throw new FilmRefused('not_webvtt', file);
  }
}

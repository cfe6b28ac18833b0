import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { CaptionCue } from '@kizuna/shared/contracts/video';
import { parseCaptions } from '@kizuna/shared/rules/captions';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { TranscodingService, type TranscodeRequest } from '../transcoding/index.js';
import { UnusableFilm } from './unusable-film.js';
import { VideoBlobsService } from './video.blobs.service.js';
import type { VideoEntity } from './video.entity.js';
import { readFilmFolder, type FilmImport } from './video.film-folder.js';
import type { StoredFilm } from './video.film.policy.js';
import { VideoFilmsService } from './video.films.service.js';
import { VideoRepository } from './video.repository.js';

/** Imports films from a folder into the catalogue: for the seeds, and for an office that uses its own film. */
@Injectable()
export class VideoCatalogueService {
  constructor(
    private readonly repository: VideoRepository,
    private readonly films: VideoFilmsService,
    private readonly blobs: VideoBlobsService,
    private readonly transcoding: TranscodingService,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in every film of a folder with a film.json; a digest beside a long film becomes its digest. What people have
   * watched under a slug stays credited. A folder that was taken in before changes nothing, so that what the office has
   * edited since stays; only a missing ladder is asked for again.
   * @returns the ids by slug
   * @throws UnusableFilm if a file is missing or invalid; then nothing has changed
   */
  async importFolder(folder: string): Promise<Map<string, string>> {
    const imported = new Map<string, string>();
    const found = await readFilmFolder(folder);
    for (const film of found) imported.set(film.slug, await this.importFilm(film));
    const [long, digest] = (['long', 'digest'] as const).map((version) =>
      imported.get(found.find((film) => film.version === version)?.slug ?? ''),
    );
    if (long && digest) await this.repository.makeDigest(digest, long);
    return imported;
  }

  /** Imports one film under its slug, replacing an existing one; published for everybody. */
  async importFilm(source: FilmImport): Promise<string> {
    const transcript = await cuesIn(source.captions);
    const chapters = await cuesIn(source.chapters);
    const film = { ...source.film, scope: await this.blobs.scopeOf(source.files) };
    const importedHash = hashOf([source.title, source.summary, source.credit, film, transcript, chapters]);
    const before = await this.repository.findBySlugForChange(source.slug);
    if (before && [importedHash, ...source.formerHashes].includes(before.importedHash ?? '')) {
      await this.askAgainForLadder(before);
      return before.id;
    }
    await this.blobs.storeFiles(film.scope, source.files);
    const now = this.clock.now();
    const texts = {
      slug: source.slug,
      position: source.position,
      version: source.version,
      importedHash,
      title: source.title,
      summary: source.summary,
      credit: source.credit,
      chapters,
      chaptersKey: await this.blobs.storeCues(chapters, 'chapters.vtt'),
      updatedAt: now,
    };
    const id = before?.id ?? this.ids.next();
    if (before) {
      await this.films.replace(before, film);
      await this.repository.update(id, { ...texts, revision: before.revision + 1 });
    } else {
      await this.repository.insert(publicFilm({ id, ...texts, film, durationMs: film.durationMs, now }));
    }
    await this.films.saveCues(id, 'ja', transcript);
    await this.transcoding.request(ladderOf(id, film));
    return id;
  }

  /** If the ladder was refused (no ffmpeg, out of time), importing the folder again is the way to ask once more. */
  private async askAgainForLadder({ id, film }: VideoEntity): Promise<void> {
    if (film?.hls === null) await this.transcoding.requestUnlessUnderWay(ladderOf(id, film));
  }
}

/** One MP4 plays well on fast lines only: the worker makes what slow ones need, and the poster stays. */
function ladderOf(subjectId: string, film: StoredFilm): TranscodeRequest {
  const { scope, film: fileName, sizeBytes } = film;
  return {
    blobKey: `${scope}/${fileName}`,
    posterKey: `${scope}/${film.poster}`,
    subjectId,
    fileName,
    sizeBytes,
  };
}

type Imported = Omit<VideoEntity, 'audience' | 'state' | 'digestOf' | 'revision' | 'publishedAt'>;

function publicFilm({ now, ...video }: Imported & { now: Date }): VideoEntity {
  return {
    ...video,
    audience: 'public',
    state: 'published',
    digestOf: null,
    revision: 1,
    publishedAt: now,
  };
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

async function cuesIn(file: string): Promise<CaptionCue[]> {
  const found = parseCaptions(await readFile(file, 'utf8'));
  if (found?.format !== 'webvtt') throw new UnusableFilm('not_webvtt', file);
  return found.cues;
}

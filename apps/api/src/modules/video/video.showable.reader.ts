import type { FilmVersion } from '@kizuna/shared/vocabulary/video';
import type { VideoId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/** A film as a group sees it announced. */
export interface ShowableFilmFacts {
  videoId: VideoId;
  title: string;
  version: FilmVersion;
  durationMs: number;
  /** The long film of which it is the digest. */
  digestOf: string | null;
}

const select = `SELECT id AS "videoId", title, version, duration_ms AS "durationMs", digest_of AS "digestOf" FROM videos`;

/** The films that can be shown to a group: whatever is published, for everybody or for learners. */
@Injectable()
export class VideoShowableReader {
  constructor(private readonly sql: Sql) {}

  /** In the order of the catalogue. */
  listFilms(): Promise<ShowableFilmFacts[]> {
    return this.sql.query<ShowableFilmFacts>(`${select} WHERE state = 'published' ORDER BY position, id`);
  }

  /** Films by id, also those that are no longer published: a past showing keeps its film. */
  async findFilms(videoIds: readonly string[]): Promise<Map<string, ShowableFilmFacts>> {
    const rows = await this.sql.query<ShowableFilmFacts>(
      `${select} WHERE id = ANY($1::uuid[]) AND duration_ms IS NOT NULL`,
      [[...new Set(videoIds)]],
    );
    return new Map(rows.map((row) => [row.videoId, row]));
  }
}

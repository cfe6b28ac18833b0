import type { FilmVersion } from '@kizuna/shared/vocabulary/video';
import type { VideoId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/** A film as announced to a group. */
export interface ShowableFilmFacts {
  videoId: VideoId;
  title: string;
  version: FilmVersion;
  durationMs: number;
  /** The long film this is the digest of. */
  digestOf: string | null;
}

const select = `SELECT id AS "videoId", title, version, duration_ms AS "durationMs", digest_of AS "digestOf" FROM videos`;

/** Films that can be shown to a group: all published ones, for everybody or for learners. */
@Injectable()
export class VideoShowableReader {
  constructor(private readonly sql: Sql) {}

  /** In catalogue order. */
  listFilms(): Promise<ShowableFilmFacts[]> {
    return this.sql.query<ShowableFilmFacts>(
      `${select} WHERE state = 'published' AND duration_ms IS NOT NULL ORDER BY position, id`,
    );
  }

  /** Films by id, including those no longer published: a past showing keeps its film. */
  async findFilms(videoIds: readonly string[]): Promise<Map<string, ShowableFilmFacts>> {
    const rows = await this.sql.query<ShowableFilmFacts>(
      `${select} WHERE id = ANY($1::uuid[]) AND duration_ms IS NOT NULL`,
      [[...new Set(videoIds)]],
    );
    return new Map(rows.map((row) => [row.videoId, row]));
  }
}

import type { WatchView } from '@kizuna/shared/contracts/learning';
import type { VideoView } from '@kizuna/shared/contracts/video';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { Delivery } from '../../../platform/delivery/index.js';
import { toVideoView, type VideoRowWithTexts } from '../video.mapper.js';
import { videoColumns, videoTexts } from '../video.reader.js';
import { parseMultirange } from './multirange.policy.js';
import { watchViewOf } from './watch.policy.js';
import { groupViewingOf } from './watch.repository.js';

interface WatchColumns {
  durationMs: number;
  ranges: string | null;
  resumeMs: number | null;
  groupViewing: WatchView['groupViewing'];
}

/** What a person has watched of a film; the required share is set by the lesson. */
export interface Watched extends WatchColumns {
  personId: string;
  videoId: string;
  /** The long film this is the digest of. */
  digestOf: string | null;
  /** Null for a person who only saw it at a group viewing. */
  lastReportAt: Date | null;
}

/** A film with what one person has watched of it. */
export interface WatchedVideo {
  video: VideoView;
  watch: WatchView;
}

/** The view of an account, measured by a lesson's threshold (percent). */
export function watchOf(row: WatchColumns, thresholdPercent: number | null): WatchView {
  return watchViewOf(parseMultirange(row.ranges ?? '{}'), row.resumeMs ?? 0, row.durationMs, {
    ...(thresholdPercent === null ? {} : { thresholdPercent }),
    groupViewing: row.groupViewing,
  });
}

/** Watch records, for the player and for higher modules. */
@Injectable()
export class WatchReader {
  constructor(
    private readonly sql: Sql,
    private readonly delivery: Delivery,
  ) {}

  /**
   * A lesson's film and its digest with what a person has watched of each, in one query. Null for unpublished ones.
   * @param thresholdPercent of the lesson
   * @param language of the transcripts; falls back to Japanese
   */
  async getLessonFilms(
    personId: string,
    videoId: string,
    thresholdPercent: number | null,
    language: CaptionLanguage = 'ja',
  ): Promise<{ film: WatchedVideo | null; digest: WatchedVideo | null }> {
    const rows = await this.sql.prepared<VideoRowWithTexts & WatchColumns>(
      'video.for-person',
      `SELECT ${videoColumns}, ${videoTexts('$3::text', `o.state = 'published'`)}, w.ranges::text AS ranges,
         w.resume_ms AS "resumeMs", ${groupViewingOf('me')}
       FROM videos v CROSS JOIN LATERAL (SELECT $1::uuid AS person_id, v.id AS video_id) me
         LEFT JOIN watched_ranges w ON w.video_id = v.id AND w.person_id = $1
       WHERE (v.id = $2 OR v.digest_of = $2) AND v.state = 'published' AND v.duration_ms IS NOT NULL`,
      [personId, videoId, language],
    );
    const of = (row: (typeof rows)[number] | undefined): WatchedVideo | null =>
      row
        ? {
            video: toVideoView(row, (scope, path) => this.delivery.addressOf(scope, path)),
            watch: watchOf(row, thresholdPercent),
          }
        : null;
    return {
      film: of(rows.find((row) => row.videoId === videoId)),
      digest: of(rows.find((row) => row.videoId !== videoId)),
    };
  }

  /**
   * What people have watched of films and of their digests; pairs without a playback and without a group viewing are
   * missing.
   */
  async listWatched(personIds: readonly string[], videoIds: readonly string[]): Promise<Watched[]> {
    if (personIds.length === 0 || videoIds.length === 0) return [];
    return this.sql.prepared<Watched>(
      'video.watched',
      `SELECT p.person_id AS "personId", v.id AS "videoId", v.digest_of AS "digestOf", w.ranges::text AS ranges,
         w.resume_ms AS "resumeMs", w.updated_at AS "lastReportAt", v.duration_ms AS "durationMs",
         ${groupViewingOf('p')}
       FROM videos v
       CROSS JOIN LATERAL (
         SELECT a.person_id, a.video_id FROM watched_ranges a WHERE a.video_id = v.id AND a.person_id = ANY($1::uuid[])
         UNION
         SELECT c.person_id, c.video_id FROM showing_credits c
           WHERE c.video_id = v.id AND c.person_id = ANY($1::uuid[]) AND c.revoked_at IS NULL) p
       LEFT JOIN watched_ranges w ON w.video_id = v.id AND w.person_id = p.person_id
       WHERE (v.id = ANY($2::uuid[]) OR v.digest_of = ANY($2::uuid[])) AND v.duration_ms IS NOT NULL`,
      [personIds, videoIds],
    );
  }

  /** The film of a playback, or null. */
  async findVideoOfPlayback(playbackId: string): Promise<string | null> {
    const row = await this.sql.one<{ videoId: string }>(
      'SELECT video_id AS "videoId" FROM playbacks WHERE id = $1',
      [playbackId],
    );
    return row?.videoId ?? null;
  }
}

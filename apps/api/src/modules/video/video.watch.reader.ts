import type { WatchView } from '@kizuna/shared/contracts/learning';
import type { VideoView } from '@kizuna/shared/contracts/video';
import { Injectable } from '@nestjs/common';

import { Reads } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { toVideoView, type VideoRowWithTexts } from './video.mapper.js';
import { parseMultirange } from './video.multirange.policy.js';
import { watchViewOf } from './video.watch.policy.js';

interface WatchColumns {
  durationMs: number;
  ranges: string | null;
  resumeMs: number | null;
}

/** What a person has watched of a film, for a list. */
export interface Watched {
  personId: string;
  videoId: string;
  watch: WatchView;
  lastReportAt: Date;
}

function viewOf(row: WatchColumns): WatchView {
  return watchViewOf(parseMultirange(row.ranges ?? '{}'), row.resumeMs ?? 0, row.durationMs);
}

/** What people have watched, for the player and for the modules above. */
@Injectable()
export class WatchReader {
  constructor(private readonly reads: Reads) {}

  /**
   * A film and what a person has watched of it, in one query.
   * @throws DomainError platform.not_found
   */
  async getVideoFor(personId: string, videoId: string): Promise<{ video: VideoView; watch: WatchView }> {
    const [row] = await this.reads.prepared<VideoRowWithTexts & WatchColumns>(
      'video.for-person',
      `SELECT v.id AS "videoId", v.slug, v.title, v.summary, v.version, v.duration_ms AS "durationMs", v.files, v.credit,
         v.transcript, v.chapters, w.ranges::text AS ranges, w.resume_ms AS "resumeMs"
       FROM videos v LEFT JOIN watched_ranges w ON w.video_id = v.id AND w.person_id = $1
       WHERE v.id = $2`,
      [personId, videoId],
    );
    if (!row) throw new DomainError('platform.not_found');
    return { video: toVideoView(row), watch: viewOf(row) };
  }

  /** What some people have watched of some films; pairs without a playback are missing. */
  async listWatched(personIds: readonly string[], videoIds: readonly string[]): Promise<Watched[]> {
    if (personIds.length === 0 || videoIds.length === 0) return [];
    const rows = await this.reads.prepared<
      WatchColumns & { personId: string; videoId: string; updatedAt: Date }
    >(
      'video.watched',
      `SELECT w.person_id AS "personId", w.video_id AS "videoId", w.ranges::text AS ranges,
         w.resume_ms AS "resumeMs", w.updated_at AS "updatedAt", v.duration_ms AS "durationMs"
       FROM watched_ranges w JOIN videos v ON v.id = w.video_id
       WHERE w.person_id = ANY($1::uuid[]) AND w.video_id = ANY($2::uuid[])`,
      [personIds, videoIds],
    );
    return rows.map((row) => ({
      personId: row.personId,
      videoId: row.videoId,
      watch: viewOf(row),
      lastReportAt: row.updatedAt,
    }));
  }
}

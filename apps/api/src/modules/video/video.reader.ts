import type { VideoList, VideoView } from '@kizuna/shared/contracts/video';
import { Injectable } from '@nestjs/common';

import { Reads } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { toVideoSummary, toVideoView, type VideoRow, type VideoRowWithTexts } from './video.mapper.js';

const columns = `id AS "videoId", slug, title, summary, version, duration_ms AS "durationMs", files, credit`;

/** The films that everybody may see. */
@Injectable()
export class VideoReader {
  constructor(private readonly reads: Reads) {}

  async listVideos(): Promise<VideoList> {
    const rows = await this.reads.prepared<VideoRow>(
      'video.list',
      `SELECT ${columns} FROM videos ORDER BY position, id`,
    );
    return { items: rows.map(toVideoSummary) };
  }

  /** @throws DomainError platform.not_found */
  async getVideoBySlug(slug: string): Promise<VideoView> {
    const [row] = await this.reads.prepared<VideoRowWithTexts>(
      'video.by-slug',
      `SELECT ${columns}, transcript, chapters FROM videos WHERE slug = $1`,
      [slug],
    );
    if (!row) throw new DomainError('platform.not_found');
    return toVideoView(row);
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { query } from '../../platform/database/index.js';
import type { VideoEntity } from './video.entity.js';

/** The films. */
@Injectable()
export class VideoRepository {
  /** Writes a film under its slug, new or in place of the one that stood there, and answers its id. */
  async saveBySlug(m: EntityManager, video: VideoEntity): Promise<string> {
    const [row] = await query<{ id: string }>(
      m,
      `INSERT INTO videos (id, slug, position, title, summary, version, duration_ms, files, transcript, chapters, credit,
         updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12)
       ON CONFLICT ON CONSTRAINT uq_videos_slug DO UPDATE SET position = EXCLUDED.position, title = EXCLUDED.title,
         summary = EXCLUDED.summary, version = EXCLUDED.version, duration_ms = EXCLUDED.duration_ms,
         files = EXCLUDED.files, transcript = EXCLUDED.transcript, chapters = EXCLUDED.chapters,
         credit = EXCLUDED.credit, updated_at = EXCLUDED.updated_at
       RETURNING id`,
      [
        video.id,
        video.slug,
        video.position,
        video.title,
        video.summary,
        video.version,
        video.durationMs,
        JSON.stringify(video.files),
        JSON.stringify(video.transcript),
        JSON.stringify(video.chapters),
        video.credit,
        video.updatedAt,
      ],
    );
    if (!row) throw new Error('a film was saved without an id');
    return row.id;
  }
}

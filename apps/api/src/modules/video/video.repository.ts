import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../platform/database/index.js';
import { CaptionTrackEntity } from './office/caption-track.entity.js';
import { RetiredBlobsEntity } from './office/retired-blobs.entity.js';
import { VideoEntity } from './video.entity.js';

mapConstraint('uq_videos_slug', 'video.slug_taken', 'slug');
mapConstraint('uq_videos_digest_of', 'video.digest_of_invalid', 'digestOf');
mapConstraint('fk_videos_digest_of', 'video.digest_of_invalid', 'digestOf');

/** The films, their captions, and the replaced files in the blob store. */
@Injectable()
export class VideoRepository {
  constructor(private readonly sql: Sql) {}

  /** The film, locked against concurrent changes. */
  findForChange(id: string): Promise<VideoEntity | null> {
    return this.sql.lockOne(VideoEntity, { id });
  }

  findBySlugForChange(slug: string): Promise<VideoEntity | null> {
    return this.sql.lockOne(VideoEntity, { slug });
  }

  async insert(video: VideoEntity): Promise<void> {
    await this.sql.insert(VideoEntity, video);
  }

  async update(id: string, change: Partial<VideoEntity>): Promise<void> {
    await this.sql.update(VideoEntity, { id }, change);
  }

  /** The position after all existing films. */
  async nextPosition(): Promise<number> {
    const [row] = await this.sql.query<{ position: number }>(
      'SELECT coalesce(max(position) + 1, 0)::int AS position FROM videos',
    );
    return row?.position ?? 0;
  }

  /** The digest of a long film, or null. */
  async findDigestId(longId: string): Promise<string | null> {
    return (await this.sql.findOne(VideoEntity, { digestOf: longId }))?.id ?? null;
  }

  /** Links a digest to a long film, replacing an earlier one. */
  async makeDigest(digestId: string, longId: string): Promise<void> {
    await this.sql.query(
      'UPDATE videos SET digest_of = NULL WHERE digest_of = $1 AND id <> $2 RETURNING id',
      [longId, digestId],
    );
    await this.sql.update(VideoEntity, { id: digestId }, { digestOf: longId });
  }

  findTrackForChange(videoId: string, language: CaptionLanguage): Promise<CaptionTrackEntity | null> {
    return this.sql.lockOne(CaptionTrackEntity, { videoId, language });
  }

  async saveTrack(track: CaptionTrackEntity): Promise<void> {
    await this.sql.upsert(CaptionTrackEntity, track, ['videoId', 'language']);
  }

  async deleteTrack(videoId: string, language: CaptionLanguage): Promise<void> {
    await this.sql.delete(CaptionTrackEntity, { videoId, language });
  }

  /** Languages in which a film has captions. */
  async captionLanguagesOf(videoId: string): Promise<CaptionLanguage[]> {
    const rows = await this.sql.query<{ language: CaptionLanguage }>(
      `SELECT language FROM caption_tracks WHERE video_id = $1 AND cues <> '[]'`,
      [videoId],
    );
    return rows.map(({ language }) => language);
  }

  /** Cuts watch records beyond the end of a shortened film. */
  async cutRecords(videoId: string, durationMs: number): Promise<void> {
    await this.sql.query(
      `UPDATE watched_ranges SET ranges = ranges * int4multirange(int4range(0, $2::int)),
         resume_ms = least(resume_ms, $2::int)
       WHERE video_id = $1 AND (NOT ranges <@ int4multirange(int4range(0, $2::int)) OR resume_ms > $2::int)
       RETURNING person_id`,
      [videoId, durationMs],
    );
  }

  /** Marks a prefix of the store as replaced. */
  async retire(prefix: string, now: Date): Promise<void> {
    await this.sql.upsert(RetiredBlobsEntity, { prefix, retiredAt: now }, ['prefix']);
  }

  /** Prefixes replaced before the given time and no longer in use; removes their marks. */
  async takeRetired(before: Date): Promise<string[]> {
    const rows = await this.sql.query<{ prefix: string; inUse: boolean }>(
      `DELETE FROM retired_blobs r WHERE r.retired_at < $1
       RETURNING r.prefix, EXISTS (SELECT FROM videos v WHERE v.film ->> 'scope' = r.prefix
           OR starts_with(v.chapters_key, r.prefix || '/'))
         OR EXISTS (SELECT FROM caption_tracks t WHERE starts_with(t.blob_key, r.prefix || '/')) AS "inUse"`,
      [before],
    );
    return rows.filter(({ inUse }) => !inUse).map(({ prefix }) => prefix);
  }
}

import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { mapConstraint, query } from '../../platform/database/index.js';
import { CaptionTrackEntity } from './office/caption-track.entity.js';
import { RetiredBlobsEntity } from './office/retired-blobs.entity.js';
import { VideoEntity } from './video.entity.js';

mapConstraint('uq_videos_slug', 'video.slug_taken', 'slug');
mapConstraint('uq_videos_digest_of', 'video.digest_of_invalid', 'digestOf');
mapConstraint('fk_videos_digest_of', 'video.digest_of_invalid', 'digestOf');

/** The films, their captions, and what of the blob store they no longer need. */
@Injectable()
export class VideoRepository {
  /** The film, locked against other changes. */
  findForChange(m: EntityManager, id: string): Promise<VideoEntity | null> {
    return m.findOne(VideoEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findBySlugForChange(m: EntityManager, slug: string): Promise<VideoEntity | null> {
    return m.findOne(VideoEntity, { where: { slug }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(m: EntityManager, video: VideoEntity): Promise<void> {
    await m.insert(VideoEntity, video);
  }

  async update(m: EntityManager, id: string, change: Partial<VideoEntity>): Promise<void> {
    await m.update(VideoEntity, { id }, change);
  }

  /** The place behind all films. */
  async nextPosition(m: EntityManager): Promise<number> {
    const [row] = await query<{ position: number }>(
      m,
      'SELECT coalesce(max(position) + 1, 0)::int AS position FROM videos',
    );
    return row?.position ?? 0;
  }

  /** The digest of a long film, or null. */
  async findDigestId(m: EntityManager, longId: string): Promise<string | null> {
    return (await m.findOneBy(VideoEntity, { digestOf: longId }))?.id ?? null;
  }

  /** Makes a film the digest of a long one, in place of another that was it. */
  async makeDigest(m: EntityManager, digestId: string, longId: string): Promise<void> {
    await query(m, 'UPDATE videos SET digest_of = NULL WHERE digest_of = $1 AND id <> $2 RETURNING id', [
      longId,
      digestId,
    ]);
    await m.update(VideoEntity, { id: digestId }, { digestOf: longId });
  }

  findTrackForChange(
    m: EntityManager,
    videoId: string,
    language: CaptionLanguage,
  ): Promise<CaptionTrackEntity | null> {
    return m.findOne(CaptionTrackEntity, {
      where: { videoId, language },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async saveTrack(m: EntityManager, track: CaptionTrackEntity): Promise<void> {
    await m.upsert(CaptionTrackEntity, track, ['videoId', 'language']);
  }

  async deleteTrack(m: EntityManager, videoId: string, language: CaptionLanguage): Promise<void> {
    await m.delete(CaptionTrackEntity, { videoId, language });
  }

  /** Languages in which a film has captions. */
  async captionLanguagesOf(m: EntityManager, videoId: string): Promise<CaptionLanguage[]> {
    const rows = await query<{ language: CaptionLanguage }>(
      m,
      `SELECT language FROM caption_tracks WHERE video_id = $1 AND cues <> '[]'`,
      [videoId],
    );
    return rows.map(({ language }) => language);
  }

  /** What was watched behind the end of a shorter film is no film any more. */
  async cutRecords(m: EntityManager, videoId: string, durationMs: number): Promise<void> {
    await query(
      m,
      `UPDATE watched_ranges SET ranges = ranges * int4multirange(int4range(0, $2::int)),
         resume_ms = least(resume_ms, $2::int)
       WHERE video_id = $1 AND (NOT ranges <@ int4multirange(int4range(0, $2::int)) OR resume_ms > $2::int)
       RETURNING person_id`,
      [videoId, durationMs],
    );
  }

  /** Marks a prefix of the store as replaced. */
  async retire(m: EntityManager, prefix: string, now: Date): Promise<void> {
    await m.upsert(RetiredBlobsEntity, { prefix, retiredAt: now }, ['prefix']);
  }

  /** Prefixes that were replaced before an instant and are shown by nothing any more; their marks are taken away. */
  async takeRetired(m: EntityManager, before: Date): Promise<string[]> {
    const rows = await query<{ prefix: string; inUse: boolean }>(
      m,
      `DELETE FROM retired_blobs r WHERE r.retired_at < $1
       RETURNING r.prefix, EXISTS (SELECT FROM videos v WHERE v.film ->> 'scope' = r.prefix
           OR starts_with(v.chapters_key, r.prefix || '/'))
         OR EXISTS (SELECT FROM caption_tracks t WHERE starts_with(t.blob_key, r.prefix || '/')) AS "inUse"`,
      [before],
    );
    return rows.filter(({ inUse }) => !inUse).map(({ prefix }) => prefix);
  }
}

import type { VideoList, VideoView } from '@kizuna/shared/contracts/video';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { Delivery } from '../../platform/delivery/index.js';
import { DomainError } from '../../platform/errors/index.js';
import type { AddressOf } from './video.film.policy.js';
import { toVideoSummary, toVideoView, type VideoRow, type VideoRowWithTexts } from './video.mapper.js';

/** The columns of a VideoRow of `v`. */
export const videoColumns = `v.id AS "videoId", v.slug, v.title, v.summary, v.version, v.duration_ms AS "durationMs",
  v.film, v.credit`;

/** What everybody may see. */
export const isShown = `v.state = 'published' AND v.audience = 'public' AND v.duration_ms IS NOT NULL`;

/**
 * The long texts of a VideoRowWithTexts of `v` in the same query: one round trip instead of four.
 * @param language SQL of the requested transcript language; falls back to Japanese
 * @param otherIsShown SQL about `o`, the film in the other version
 */
export const videoTexts = (language: string, otherIsShown: string) => `
  v.chapters, v.chapters_key AS "chaptersKey",
  coalesce((SELECT jsonb_agg(jsonb_build_object('language', t.language, 'blobKey', t.blob_key)
      ORDER BY t.language <> 'ja', t.language)
    FROM caption_tracks t WHERE t.video_id = v.id AND t.cues <> '[]'), '[]') AS tracks,
  (SELECT jsonb_build_object('language', t.language, 'cues', t.cues) FROM caption_tracks t
    WHERE t.video_id = v.id AND t.cues <> '[]'
    ORDER BY t.language = ${language} DESC, t.language = 'ja' DESC, t.language LIMIT 1) AS transcript,
  (SELECT jsonb_build_object('videoId', o.id, 'slug', o.slug, 'title', o.title, 'version', o.version,
      'durationMs', o.duration_ms)
    FROM videos o WHERE (o.digest_of = v.id OR o.id = v.digest_of) AND ${otherIsShown}) AS "otherVersion"`;

/** The films visible to everybody. */
@Injectable()
export class VideoReader {
  private readonly addressOf: AddressOf;

  constructor(
    private readonly sql: Sql,
    delivery: Delivery,
  ) {
    this.addressOf = (scope, path) => delivery.addressOf(scope, path);
  }

  async listVideos(): Promise<VideoList> {
    const rows = await this.sql.kept<VideoRow>(
      'video.list',
      `SELECT ${videoColumns} FROM videos v WHERE ${isShown} ORDER BY v.position, v.id`,
    );
    return { items: rows.map((row) => toVideoSummary(row, this.addressOf)) };
  }

  /**
   * A film for everybody. Drafts and films for learners are not found.
   * @throws DomainError platform.not_found
   */
  async getVideoBySlug(slug: string, language: CaptionLanguage = 'ja'): Promise<VideoView> {
    const [row] = await this.sql.kept<VideoRowWithTexts>(
      'video.by-slug',
      `SELECT ${videoColumns}, ${videoTexts('$2::text', `o.state = 'published' AND o.audience = 'public'`)}
       FROM videos v WHERE v.slug = $1 AND ${isShown}`,
      [slug, language],
    );
    if (!row) throw new DomainError('platform.not_found');
    return toVideoView(row, this.addressOf);
  }

  /**
   * The film a lesson's player may open: the lesson's own or its digest, published.
   * @param lessonVideoId the lesson's film
   * @throws DomainError platform.not_found
   */
  async getPlayable(lessonVideoId: string, videoId: string): Promise<{ isDigest: boolean }> {
    const [row] = await this.sql.kept<{ isDigest: boolean }>(
      'video.playable',
      `SELECT v.id <> $1 AS "isDigest" FROM videos v
       WHERE v.id = $2 AND (v.id = $1 OR v.digest_of = $1) AND v.state = 'published'`,
      [lessonVideoId, videoId],
    );
    if (!row) throw new DomainError('platform.not_found');
    return row;
  }

  /** The film itself, and its long film if it is a digest: lessons refer to the long film. */
  async familyOf(videoId: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT coalesce(l.id, v.id) AS id FROM videos v LEFT JOIN videos l ON l.id IN (v.id, v.digest_of) WHERE v.id = $1`,
      [videoId],
    );
    return rows.map(({ id }) => id);
  }
}

import type {
  CaptionCue,
  CaptionTrackView,
  OfficeVideoList,
  OfficeVideoSummary,
  OfficeVideoView,
  TranscodeView,
} from '@kizuna/shared/contracts/video';
import { captionLanguageName } from '@kizuna/shared/rules/caption-languages';
import type { VideoId } from '@kizuna/shared/vocabulary/ids';
import type { CaptionLanguage, FilmAudience, FilmState } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { Delivery } from '../../../platform/delivery/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { TranscodingReader } from '../../transcoding/index.js';
import { addressOfKey, obstaclesOf, type AddressOf } from '../video.film.policy.js';
import { toVideoView, type VideoRow, type VideoRowWithTexts } from '../video.mapper.js';
import { videoColumns, videoTexts } from '../video.reader.js';

interface OfficeRow extends Omit<VideoRow, 'film' | 'durationMs'> {
  film: VideoRow['film'] | null;
  durationMs: number | null;
  audience: FilmAudience;
  state: FilmState;
  digestOf: VideoId | null;
  captionLanguages: CaptionLanguage[];
  updatedAt: Date;
}

type OfficeRowWithTexts = OfficeRow &
  Pick<VideoRowWithTexts, 'chapters' | 'chaptersKey' | 'tracks' | 'transcript' | 'otherVersion'> & {
    revision: number;
    watchedBy: number;
  };

const officeColumns = `${videoColumns}, v.audience, v.state, v.digest_of AS "digestOf", v.updated_at AS "updatedAt",
  ARRAY(SELECT t.language FROM caption_tracks t WHERE t.video_id = v.id AND t.cues <> '[]'
    ORDER BY t.language <> 'ja', t.language) AS "captionLanguages"`;

/** Films for the office, including drafts. */
@Injectable()
export class VideoOfficeReader {
  private readonly addressOf: AddressOf;

  constructor(
    private readonly sql: Sql,
    private readonly transcodes: TranscodingReader,
    delivery: Delivery,
  ) {
    this.addressOf = (scope, path) => delivery.addressOf(scope, path);
  }

  async listVideos(): Promise<OfficeVideoList> {
    const rows = await this.sql.query<OfficeRow>(
      `SELECT ${officeColumns} FROM videos v ORDER BY v.position, v.id`,
    );
    const transcodes = await this.transcodes.latestOf(rows.map(({ videoId }) => videoId));
    return { items: rows.map((row) => this.summaryOf(row, transcodes.get(row.videoId))) };
  }

  /** @throws DomainError platform.not_found */
  async getVideo(videoId: string): Promise<OfficeVideoView> {
    const row = await this.sql.one<OfficeRowWithTexts>(
      `SELECT ${officeColumns}, ${videoTexts(`'ja'`, 'o.duration_ms IS NOT NULL')}, v.revision,
         (SELECT count(*)::int FROM watched_ranges w WHERE w.video_id = v.id AND w.ranges <> '{}') AS "watchedBy"
       FROM videos v WHERE v.id = $1`,
      [videoId],
    );
    if (!row) throw new DomainError('platform.not_found');
    const transcodes = await this.transcodes.latestOf([videoId]);
    const { film, durationMs } = row;
    const whole = film && durationMs !== null ? { ...row, film, durationMs } : null;
    const obstacles = obstaclesOf({ hasFilm: film !== null, captionLanguages: row.captionLanguages });
    return {
      ...this.summaryOf(row, transcodes.get(videoId)),
      film: whole && toVideoView(whole, this.addressOf),
      rungs: film?.rungs ?? [],
      sizeBytes: film?.sizeBytes ?? null,
      watchedBy: row.watchedBy,
      chapters: row.chapters,
      revision: row.revision,
      can: { publish: row.state === 'draft' && obstacles.length === 0 },
      obstacles,
    };
  }

  /** The captions in one language; revision 0 if there are none yet. @throws DomainError platform.not_found */
  async getCaptions(videoId: string, language: CaptionLanguage): Promise<CaptionTrackView> {
    const row = await this.sql.one<{
      videoId: VideoId;
      cues: CaptionCue[] | null;
      revision: number | null;
      updatedAt: Date | null;
    }>(
      `SELECT v.id AS "videoId", t.cues, t.revision, t.updated_at AS "updatedAt"
       FROM videos v LEFT JOIN caption_tracks t ON t.video_id = v.id AND t.language = $2 WHERE v.id = $1`,
      [videoId, language],
    );
    if (!row) throw new DomainError('platform.not_found');
    return {
      videoId: row.videoId,
      language,
      label: captionLanguageName(language),
      revision: row.revision ?? 0,
      cues: row.cues ?? [],
      updatedAt: row.updatedAt?.toISOString() ?? null,
    };
  }

  private summaryOf(row: OfficeRow, transcode: TranscodeView | undefined): OfficeVideoSummary {
    const { videoId, slug, title, summary, credit, version, audience, state, digestOf, durationMs, film } =
      row;
    return {
      videoId,
      slug,
      title,
      summary,
      credit,
      version,
      audience,
      state,
      digestOf,
      durationMs,
      posterUrl: film && addressOfKey(this.addressOf, `${film.scope}/${film.poster}`),
      captionLanguages: row.captionLanguages,
      transcode: transcode ?? null,
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

import type { CaptionCue } from '@kizuna/shared/contracts/video';
import type { FilmAudience, FilmState, FilmVersion } from '@kizuna/shared/vocabulary/video';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import type { StoredFilm } from './video.film.policy.js';

/** A film (動画): its texts, for whom it is, and what of it lies in the blob store. */
@Entity('videos')
@Unique('uq_videos_slug', ['slug'])
@Unique('uq_videos_digest_of', ['digestOf'])
@Check('ck_videos_version', `version IN ('long', 'digest')`)
@Check('ck_videos_duration_ms', 'duration_ms > 0')
@Check('ck_videos_audience', `audience IN ('public', 'learners')`)
@Check('ck_videos_state', `state IN ('draft', 'published')`)
@Check('ck_videos_digest_of', `digest_of IS NULL OR version = 'digest'`)
@Check('ck_videos_film', '(film IS NULL) = (duration_ms IS NULL)')
@Check('ck_videos_published', `state = 'draft' OR (film IS NOT NULL AND published_at IS NOT NULL)`)
export class VideoEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_videos' })
  id: string;

  @Column('text')
  slug: string;

  @Column('integer')
  position: number;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  version: FilmVersion;

  @Column('text')
  audience: FilmAudience;

  @Column('text')
  state: FilmState;

  /** The long film of which this is the digest. */
  @Column('uuid', { name: 'digest_of', nullable: true })
  @ForeignKey('videos', { name: 'fk_videos_digest_of' })
  digestOf: string | null;

  /** Null until a film has been taken in. */
  @Column('jsonb', { nullable: true })
  film: StoredFilm | null;

  /** The length of `film`, for the statements that count. */
  @Column('integer', { name: 'duration_ms', nullable: true })
  durationMs: number | null;

  @Column('jsonb')
  chapters: CaptionCue[];

  /** The WebVTT file of the chapters in the blob store; null where there are none. */
  @Column('text', { name: 'chapters_key', nullable: true })
  chaptersKey: string | null;

  @Column('text')
  credit: string;

  /** Grows with every change of texts or chapters. */
  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** When it was first published; from then on its address stays. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** Of the folder it was taken from, so that the same folder is taken in once. */
  @Column('text', { name: 'imported_hash', nullable: true })
  importedHash: string | null;
}

/** One showing of a film to one person: an open player page, and which of its reports have arrived. */
@Entity('playbacks')
@Index('ix_playbacks_person_id', ['personId', 'videoId'])
@Index('ix_playbacks_video_id', ['videoId', 'personId'])
@Check('ck_playbacks_position_ms', 'position_ms >= 0')
@Check('ck_playbacks_failed_reports', 'failed_reports >= 0')
@Check('ck_playbacks_threshold_percent', 'threshold_percent BETWEEN 50 AND 99')
export class PlaybackEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_playbacks' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('people', { name: 'fk_playbacks_person_id' })
  personId: string;

  @Column('uuid', { name: 'video_id' })
  @ForeignKey('videos', { name: 'fk_playbacks_video_id' })
  videoId: string;

  /** What the caller shows the film for; kept and compared, never looked up. */
  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  @Column('uuid', { name: 'lesson_id' })
  lessonId: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'last_report_at', nullable: true })
  lastReportAt: Date | null;

  @Column('integer', { name: 'last_sequence' })
  lastSequence: number;

  @Column('int4multirange', { name: 'seen_sequences' })
  seenSequences: string;

  /** What this player says it has played, cut to the film; what of it is credited stands in watched_ranges. */
  @Column('int4multirange', { default: '{}' })
  played: string;

  /** What of it was played more than once in this playback. */
  @Column('int4multirange', { default: '{}' })
  replayed: string;

  /** Where the player stood at its latest report. */
  @Column('integer', { name: 'position_ms', default: 0 })
  positionMs: number;

  /** Reports that did not reach the server at their first try. */
  @Column('integer', { name: 'failed_reports', default: 0 })
  failedReports: number;

  /** Percent of the film that the lesson asks for. */
  @Column('smallint', { name: 'threshold_percent', default: 95 })
  thresholdPercent: number;
}

/** What of a film a person has watched (視聴区間), in milliseconds, and the real time in which it was earned. */
@Entity('watched_ranges')
export class WatchedRangesEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_watched_ranges' })
  @ForeignKey('people', { name: 'fk_watched_ranges_person_id' })
  personId: string;

  @PrimaryColumn('uuid', { name: 'video_id', primaryKeyConstraintName: 'pk_watched_ranges' })
  @ForeignKey('videos', { name: 'fk_watched_ranges_video_id' })
  videoId: string;

  @Column('int4multirange')
  ranges: string;

  /** Union of the spans from a playback's start to its latest report. */
  @Column('tstzmultirange')
  present: string;

  @Column('integer', { name: 'resume_ms' })
  resumeMs: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

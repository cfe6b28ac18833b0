import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One playback of a film by one person: an open player page, and which of its reports have arrived. */
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

  /** The context given by the caller; stored and compared, never looked up. */
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

  /** What this player claims to have played, cut to the film; what is credited is in watched_ranges. */
  @Column('int4multirange', { default: '{}' })
  played: string;

  /** The parts played more than once in this playback. */
  @Column('int4multirange', { default: '{}' })
  replayed: string;

  /** The player's position in its latest report. */
  @Column('integer', { name: 'position_ms', default: 0 })
  positionMs: number;

  /** Reports that did not reach the server at the first attempt. */
  @Column('integer', { name: 'failed_reports', default: 0 })
  failedReports: number;

  /** Percent of the film required by the lesson. */
  @Column('smallint', { name: 'threshold_percent', default: 95 })
  thresholdPercent: number;
}

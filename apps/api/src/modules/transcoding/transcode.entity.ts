import type { TranscodeFault, TranscodeState, TranscodeStep } from '@kizuna/shared/vocabulary/video';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { PreparedFilm } from './transcoding.events.js';

/** One film for the worker: its source, progress and result. */
@Entity('transcodes')
@Index('ix_transcodes_subject_id', ['subjectId', 'requestedAt'])
@Check('ck_transcodes_state', `state IN ('waiting', 'running', 'finished', 'failed')`)
@Check('ck_transcodes_percent', 'percent BETWEEN 0 AND 100')
@Check('ck_transcodes_source', 'num_nonnulls(upload_id, blob_key) = 1')
export class TranscodeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_transcodes' })
  id: string;

  /** What the film is for; only meaningful to the caller. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'upload_id', nullable: true })
  uploadId: string | null;

  @Column('text', { name: 'blob_key', nullable: true })
  blobKey: string | null;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('bigint', { name: 'size_bytes' })
  sizeBytes: string;

  @Column('text')
  state: TranscodeState;

  @Column('text', { nullable: true })
  step: TranscodeStep | null;

  /** Of the whole job. */
  @Column('integer')
  percent: number;

  @Column('text', { nullable: true })
  fault: TranscodeFault | null;

  @Column('jsonb', { nullable: true })
  film: PreparedFilm | null;

  /** Number of attempts by workers. */
  @Column('integer')
  attempts: number;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

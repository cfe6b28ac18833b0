import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An explicit list of people in one run for whom certificates were requested (一括発行). */
@Entity('certificate_batches')
@Check('ck_certificate_batches_language', `language IN ('ja', 'easy', 'en')`)
@Index('ix_certificate_batches_run', ['courseRunId'])
@Index('ix_certificate_batches_running', ['askedAt'], { where: 'finished_at IS NULL' })
export class CertificateBatchEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_certificate_batches' })
  id: string;

  @ForeignKey('course_runs', { name: 'fk_certificate_batches_course_run_id' })
  @Column('uuid', { name: 'course_run_id' })
  courseRunId: string;

  @Column('date', { name: 'issued_on' })
  issuedOn: string;

  /** Which of the course's templates to use. */
  @Column('text', { default: 'ja' })
  language: SheetLanguage;

  @ForeignKey('people', { name: 'fk_certificate_batches_asked_by' })
  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** Null while anyone in the list is still waiting. */
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

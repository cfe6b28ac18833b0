import type { ApplicationReceipt } from '@kizuna/shared/contracts/enrolment';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import type { DraftAnswers } from './enrolment.draft.policy.js';

/**
 * A partly completed application form. State is stored here, so the page works in the LINE browser and without
 * JavaScript.
 */
@Entity('application_drafts')
@Unique('uq_application_drafts_token_hash', ['tokenHash'])
@Index('ix_application_drafts_expires_at', ['expiresAt'])
export class ApplicationDraftEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application_drafts' })
  id: string;

  /** SHA-256 of the cookie's token, base64url. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('uuid', { name: 'course_run_id' })
  @ForeignKey('course_runs', { name: 'fk_application_drafts_course_run_id' })
  courseRunId: string;

  /** The signed-in person who started it. */
  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('people', { name: 'fk_application_drafts_person_id' })
  personId: string | null;

  /** Answers by page of the form; emptied after submission. */
  @Column('jsonb')
  answers: DraftAnswers;

  /** The receipt returned on submission, returned again if the submission is repeated. */
  @Column('jsonb', { nullable: true })
  receipt: ApplicationReceipt | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

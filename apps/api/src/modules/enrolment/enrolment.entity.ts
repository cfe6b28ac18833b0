import type { ApplicationReceipt } from '@kizuna/shared/contracts/enrolment';
import type {
  AccommodationWish,
  ApplicationChannel,
  EnrolmentStatus,
} from '@kizuna/shared/vocabulary/enrolment';
import type { DraftAnswers } from './enrolment.draft.policy.js';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What an applicant said about himself or herself, exactly as given. */
export interface GivenDetails {
  name: string;
  kana: string;
  bornOn: string;
  phone?: string;
  email?: string;
  postalCode?: string;
  address: string;
  districtId?: string;
  districtName?: string;
}

/** An application (受講申込): the act, kept as it was given. It never changes, except for the office's note. */
@Entity('applications')
@Unique('uq_applications_reception_number', ['receptionNumber'])
@Index('ix_applications_person_id', ['personId'])
@Index('ix_applications_applied_at', ['appliedAt', 'id'])
@Index('ix_applications_run', ['courseRunId', 'appliedAt', 'id'])
@Index('ix_applications_search', { synchronize: false })
export class ApplicationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_applications' })
  id: string;

  @Column('uuid', { name: 'course_run_id' })
  @ForeignKey('course_runs', { name: 'fk_applications_course_run_id' })
  courseRunId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('people', { name: 'fk_applications_person_id' })
  personId: string;

  @Column('text', { name: 'reception_number' })
  receptionNumber: string;

  @Column('text')
  channel: ApplicationChannel;

  /** When it reached the office: the moment of sending, or what stands on the paper. */
  @Column('timestamptz', { name: 'applied_at' })
  appliedAt: Date;

  /** The member of staff who typed it in; null for the web form. */
  @Column('uuid', { name: 'entered_by', nullable: true })
  enteredBy: string | null;

  @Column('jsonb')
  given: GivenDetails;

  @Column('text', { name: 'applicant_is' })
  applicantIs: 'self' | 'family' | 'other';

  @Column('text', { name: 'proxy_name', nullable: true })
  proxyName: string | null;

  @Column('text', { name: 'guardian_name', nullable: true })
  guardianName: string | null;

  @Column('jsonb')
  wishes: AccommodationWish[];

  @Column('text', { name: 'wish_note', nullable: true })
  wishNote: string | null;

  @Column('text', { name: 'reply_by' })
  replyBy: 'mail' | 'letter';

  @Column('text', { name: 'office_note', nullable: true })
  officeNote: string | null;

  @Column('timestamptz', { name: 'consented_at' })
  consentedAt: Date;

  /** Name, reading, phone digits and reception number in their comparable forms. */
  @Column('text', { name: 'search_text' })
  searchText: string;
}

/** An enrolment (受講): what came of an application. */
@Entity('enrolments')
@Unique('uq_enrolments_application_id', ['applicationId'])
@Index('uq_enrolments_active', ['courseRunId', 'personId'], {
  unique: true,
  where: `status IN ('applied', 'waitlisted', 'selected', 'confirmed', 'completed')`,
})
@Index('uq_enrolments_waiting_number', ['courseRunId', 'waitingNumber'], { unique: true })
@Index('ix_enrolments_run_status', ['courseRunId', 'status'])
@Index('ix_enrolments_person_id', ['personId'])
@Check(
  'ck_enrolments_status',
  `status IN ('applied', 'waitlisted', 'selected', 'confirmed', 'declined', 'cancelled', 'withdrawn', 'completed')`,
)
@Check('ck_enrolments_waiting', `status <> 'waitlisted' OR waiting_number IS NOT NULL`)
export class EnrolmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_enrolments' })
  id: string;

  @Column('uuid', { name: 'application_id' })
  @ForeignKey('applications', { name: 'fk_enrolments_application_id' })
  applicationId: string;

  @Column('uuid', { name: 'course_run_id' })
  @ForeignKey('course_runs', { name: 'fk_enrolments_course_run_id' })
  courseRunId: string;

  /** The run's course; kept here because every lesson request asks for it. */
  @Column('uuid', { name: 'course_id' })
  @ForeignKey('courses', { name: 'fk_enrolments_course_id' })
  courseId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('people', { name: 'fk_enrolments_person_id' })
  personId: string;

  @Column('text')
  status: EnrolmentStatus;

  /** The number drawn when the list was joined; it never changes, also after moving up. */
  @Column('integer', { name: 'waiting_number', nullable: true })
  waitingNumber: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'status_changed_at' })
  statusChangedAt: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** Civil date in Japan of the completion. */
  @Column('date', { name: 'completed_on', nullable: true })
  completedOn: string | null;

  /** Why it ended, as the office or the learner said. */
  @Column('text', { name: 'status_reason', nullable: true })
  statusReason: string | null;
}

/** A half-filled application form. State lives here, so the page works in the LINE browser and without JavaScript. */
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

  /** The signed-in person who began it. */
  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('people', { name: 'fk_application_drafts_person_id' })
  personId: string | null;

  /** By page of the form; emptied when it was sent. */
  @Column('jsonb')
  answers: DraftAnswers;

  /** The answer to the sending, returned again when it is repeated. */
  @Column('jsonb', { nullable: true })
  receipt: ApplicationReceipt | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

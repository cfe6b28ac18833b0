import type { AccommodationWish, ApplicationChannel } from '@kizuna/shared/vocabulary/enrolment';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The applicant's details, exactly as given. */
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

/** An application (受講申込), stored as given. It never changes, except for the office's note. */
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

  /** When it reached the office: the time of submission, or the date on the paper form. */
  @Column('timestamptz', { name: 'applied_at' })
  appliedAt: Date;

  /** The member of staff who entered it; null for the web form. */
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

  /** Name, reading, phone digits and reception number, normalised for search. */
  @Column('text', { name: 'search_text' })
  searchText: string;
}

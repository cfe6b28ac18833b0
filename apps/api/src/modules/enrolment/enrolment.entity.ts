import type { EnrolmentStatus } from '@kizuna/shared/vocabulary/enrolment';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An enrolment (受講), the result of an application. */
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

  /** The run's course; duplicated here because every lesson request needs it. */
  @Column('uuid', { name: 'course_id' })
  @ForeignKey('courses', { name: 'fk_enrolments_course_id' })
  courseId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('people', { name: 'fk_enrolments_person_id' })
  personId: string;

  @Column('text')
  status: EnrolmentStatus;

  /** The number drawn when joining the waiting list; it never changes, even after moving up. */
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

  /** Why it ended, as given by the office or the learner. */
  @Column('text', { name: 'status_reason', nullable: true })
  statusReason: string | null;
}

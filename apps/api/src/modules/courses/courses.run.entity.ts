import type { CourseRunStatus } from '@kizuna/shared/vocabulary/courses';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One intake of a course (開講回): application window, seats and their counters. */
@Entity('course_runs')
@Index('ix_course_runs_course_id', ['courseId'])
@Index('ix_course_runs_closes_at', ['closesAt', 'id'])
@Check('ck_course_runs_status', `status IN ('draft', 'published', 'cancelled')`)
@Check('ck_course_runs_window', 'closes_at > opens_at')
@Check('ck_course_runs_taken', 'taken >= 0 AND taken <= capacity')
@Check('ck_course_runs_waiting', 'waiting >= 0 AND waiting <= waiting_numbers')
export class CourseRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_course_runs' })
  id: string;

  @Column('uuid', { name: 'course_id' })
  @ForeignKey('courses', { name: 'fk_course_runs_course_id' })
  courseId: string;

  @Column('text')
  name: string;

  @Column('integer', { name: 'fiscal_year' })
  fiscalYear: number;

  @Column('text')
  status: CourseRunStatus;

  @Column('timestamptz', { name: 'opens_at' })
  opensAt: Date;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt: Date;

  @Column('integer')
  capacity: number;

  /** Seats held. Changed by CourseSeats only. */
  @Column('integer')
  taken: number;

  /** People on the waiting list now. */
  @Column('integer')
  waiting: number;

  /** Waiting numbers given so far: the counter never goes back, so a place in the line never changes. */
  @Column('integer', { name: 'waiting_numbers' })
  waitingNumbers: number;

  @Column('integer', { name: 'minimum_age', nullable: true })
  minimumAge: number | null;

  @Column('text', { nullable: true })
  fee: string | null;

  @Column('text', { nullable: true })
  bring: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** A training day (集合研修). Two of a run with the same lesson are alternative dates. */
@Entity('class_sessions')
@Index('ix_class_sessions_run', ['courseRunId', 'startsAt'])
@Index('ix_class_sessions_starts_at', ['startsAt'])
@Check('ck_class_sessions_times', 'ends_at > starts_at')
export class ClassSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_class_sessions' })
  id: string;

  @Column('uuid', { name: 'course_run_id' })
  @ForeignKey('course_runs', { name: 'fk_class_sessions_course_run_id' })
  courseRunId: string;

  @Column('uuid', { name: 'lesson_id' })
  @ForeignKey('lessons', { name: 'fk_class_sessions_lesson_id' })
  lessonId: string;

  /** Civil date in Japan. */
  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('text')
  hall: string;

  @Column('text', { name: 'hall_address' })
  hallAddress: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('boolean')
  cancelled: boolean;
}

/** Who teaches a run and therefore sees its roster. */
@Entity('run_instructors')
@Index('ix_run_instructors_person_id', ['personId'])
export class RunInstructorEntity {
  @PrimaryColumn('uuid', { name: 'course_run_id', primaryKeyConstraintName: 'pk_run_instructors' })
  @ForeignKey('course_runs', { name: 'fk_run_instructors_course_run_id' })
  courseRunId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_run_instructors' })
  @ForeignKey('people', { name: 'fk_run_instructors_person_id' })
  personId: string;
}

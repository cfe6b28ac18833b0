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

  /** Seats taken. Changed by CoursesSeatsService only. */
  @Column('integer')
  taken: number;

  /** People currently on the waiting list. */
  @Column('integer')
  waiting: number;

  /** Waiting numbers issued so far: the counter never decreases, so a waiting number never changes. */
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

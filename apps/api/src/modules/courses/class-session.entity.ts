import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A training day (集合研修). Two days of a run for the same lesson are alternative dates. */
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

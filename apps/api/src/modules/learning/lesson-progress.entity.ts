import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far one enrolment is with one lesson (学習状況). A lesson without a row has not been begun. */
@Entity('lesson_progress')
@Check('ck_lesson_progress_state', `state IN ('in_progress', 'done')`)
@Check('ck_lesson_progress_done', `(state = 'done') = (done_at IS NOT NULL)`)
export class LessonProgressEntity {
  @PrimaryColumn('uuid', { name: 'enrolment_id', primaryKeyConstraintName: 'pk_lesson_progress' })
  @ForeignKey('enrolments', { name: 'fk_lesson_progress_enrolment_id' })
  enrolmentId: string;

  @PrimaryColumn('uuid', { name: 'lesson_id', primaryKeyConstraintName: 'pk_lesson_progress' })
  @ForeignKey('lessons', { name: 'fk_lesson_progress_lesson_id' })
  lessonId: string;

  @Column('text')
  state: 'in_progress' | 'done';

  /** The best score of a quiz; null for other lessons. */
  @Column('integer', { name: 'best_percent', nullable: true })
  bestPercent: number | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column('timestamptz', { name: 'last_active_at' })
  lastActiveAt: Date;

  /** Done by a group viewing alone: with the viewing taken back, the lesson is open again. */
  @Column('boolean', { name: 'by_viewing', default: false })
  byViewing: boolean;
}

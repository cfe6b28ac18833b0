import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The progress of one enrolment in one lesson (学習状況). A lesson without a row has not been started. */
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

  /** Done only because of a group viewing: if that is revoked, the lesson is reopened. */
  @Column('boolean', { name: 'by_viewing', default: false })
  byViewing: boolean;
}

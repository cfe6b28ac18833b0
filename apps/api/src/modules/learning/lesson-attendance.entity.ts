import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Attendance reported to learning: a training-day lesson is done if any of its dates was attended. */
@Entity('lesson_attendances')
export class LessonAttendanceEntity {
  @PrimaryColumn('uuid', { name: 'enrolment_id', primaryKeyConstraintName: 'pk_lesson_attendances' })
  @ForeignKey('enrolments', { name: 'fk_lesson_attendances_enrolment_id' })
  enrolmentId: string;

  @PrimaryColumn('uuid', { name: 'class_session_id', primaryKeyConstraintName: 'pk_lesson_attendances' })
  @ForeignKey('class_sessions', { name: 'fk_lesson_attendances_class_session_id' })
  classSessionId: string;

  @Column('uuid', { name: 'lesson_id' })
  @ForeignKey('lessons', { name: 'fk_lesson_attendances_lesson_id' })
  lessonId: string;

  @Column('boolean')
  attended: boolean;

  /** When sessions recorded it; an older report never overwrites a newer one. */
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}

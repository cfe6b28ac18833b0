import type { LessonKind } from '@kizuna/shared/vocabulary/courses';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One step of a course (学習項目). */
@Entity('lessons')
@Unique('uq_lessons_position', ['courseId', 'position'])
@Check('ck_lessons_threshold_percent', 'threshold_percent BETWEEN 50 AND 99')
@Check('ck_lessons_kind', `kind IN ('video', 'material', 'quiz', 'training_day')`)
@Check(
  'ck_lessons_content',
  `(video_id IS NOT NULL) = (kind = 'video') AND (material_id IS NOT NULL) = (kind = 'material')
   AND (quiz_id IS NOT NULL) = (kind = 'quiz')`,
)
export class LessonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lessons' })
  id: string;

  @Column('uuid', { name: 'course_id' })
  @ForeignKey('courses', { name: 'fk_lessons_course_id' })
  courseId: string;

  @Column('integer')
  position: number;

  @Column('text')
  kind: LessonKind;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('integer')
  minutes: number;

  @Column('boolean')
  required: boolean;

  @Column('uuid', { name: 'video_id', nullable: true })
  @ForeignKey('videos', { name: 'fk_lessons_video_id' })
  videoId: string | null;

  @Column('uuid', { name: 'material_id', nullable: true })
  @ForeignKey('materials', { name: 'fk_lessons_material_id' })
  materialId: string | null;

  @Column('uuid', { name: 'quiz_id', nullable: true })
  @ForeignKey('quizzes', { name: 'fk_lessons_quiz_id' })
  quizId: string | null;

  /** Percent of the film that must be watched; meaningless for other lessons. */
  @Column('smallint', { name: 'threshold_percent', default: 95 })
  thresholdPercent: number;
}

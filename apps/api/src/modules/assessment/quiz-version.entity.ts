import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

import type { Question } from './assessment.grading.policy.js';

/** The content of a quiz at one time. Immutable: an attempt is graded by the version it started with. */
@Entity('quiz_versions')
@Unique('uq_quiz_versions_number', ['quizId', 'number'])
@Check('ck_quiz_versions_pass_percent', 'pass_percent BETWEEN 0 AND 100')
@Check('ck_quiz_versions_max_attempts', 'max_attempts > 0')
export class QuizVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_quiz_versions' })
  id: string;

  @Column('uuid', { name: 'quiz_id' })
  @ForeignKey('quizzes', { name: 'fk_quiz_versions_quiz_id' })
  quizId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('integer', { name: 'pass_percent' })
  passPercent: number;

  /** Null: unlimited. */
  @Column('integer', { name: 'max_attempts', nullable: true })
  maxAttempts: number | null;

  @Column('jsonb')
  questions: Question[];

  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

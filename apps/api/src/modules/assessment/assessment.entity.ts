import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import type { Question } from './assessment.grading.policy.js';

/** A quiz (確認テスト). Its content stands in its versions. */
@Entity('quizzes')
@Unique('uq_quizzes_key', ['key'])
export class QuizEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_quizzes' })
  id: string;

  @Column('text')
  key: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** The content of a quiz at one time. Never changed: an attempt is graded by the version it began with. */
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

  /** Null: as often as one likes. */
  @Column('integer', { name: 'max_attempts', nullable: true })
  maxAttempts: number | null;

  @Column('jsonb')
  questions: Question[];

  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** One taking of a quiz (受験) by one person, for what the caller says. */
@Entity('attempts')
@Unique('uq_attempts_number', ['enrolmentId', 'lessonId', 'number'])
@Index('uq_attempts_open', ['personId', 'enrolmentId', 'lessonId'], { unique: true, where: `state = 'open'` })
@Check('ck_attempts_state', `state IN ('open', 'submitted')`)
@Check(
  'ck_attempts_result',
  `(state = 'submitted') = (submitted_at IS NOT NULL
    AND right_count IS NOT NULL AND score_percent IS NOT NULL AND passed IS NOT NULL)`,
)
export class AttemptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attempts' })
  id: string;

  @Column('uuid', { name: 'quiz_id' })
  @ForeignKey('quizzes', { name: 'fk_attempts_quiz_id' })
  quizId: string;

  @Column('uuid', { name: 'quiz_version_id' })
  @ForeignKey('quiz_versions', { name: 'fk_attempts_quiz_version_id' })
  quizVersionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('people', { name: 'fk_attempts_person_id' })
  personId: string;

  /** What the quiz is taken for; kept and compared, never looked up. */
  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  @Column('uuid', { name: 'lesson_id' })
  lessonId: string;

  @Column('integer')
  number: number;

  @Column('text')
  state: 'open' | 'submitted';

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('integer', { name: 'right_count', nullable: true })
  rightCount: number | null;

  @Column('integer', { name: 'score_percent', nullable: true })
  scorePercent: number | null;

  @Column('boolean', { nullable: true })
  passed: boolean | null;
}

/** The answer to one question of an attempt, as it was last given. */
@Entity('attempt_answers')
export class AttemptAnswerEntity {
  @PrimaryColumn('uuid', { name: 'attempt_id', primaryKeyConstraintName: 'pk_attempt_answers' })
  @ForeignKey('attempts', { name: 'fk_attempt_answers_attempt_id' })
  attemptId: string;

  @PrimaryColumn('text', { name: 'question_key', primaryKeyConstraintName: 'pk_attempt_answers' })
  questionKey: string;

  @Column('text', { name: 'choice_keys', array: true })
  choiceKeys: string[];

  @Column('integer')
  sequence: number;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One attempt at a quiz (受験) by one person, in a context given by the caller. */
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

  /** The context of the attempt; stored and compared, never looked up. */
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

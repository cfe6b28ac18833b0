import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The latest answer to one question of an attempt. */
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

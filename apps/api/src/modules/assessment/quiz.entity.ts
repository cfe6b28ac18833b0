import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A quiz (確認テスト). Its content is in its versions. */
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

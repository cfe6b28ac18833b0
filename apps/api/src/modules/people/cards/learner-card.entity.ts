import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** 受講カード: a printed number and a memorised secret. One open card per person. */
@Entity('learner_cards')
@Unique('uq_learner_cards_number', ['number'])
@Index('uq_learner_cards_person_open', ['personId'], { unique: true, where: 'revoked_at IS NULL' })
export class LearnerCardEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_learner_cards' })
  id: string;

  @Index('ix_learner_cards_person_id')
  @ForeignKey('people', { name: 'fk_learner_cards_person_id' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** Ten digits including the check digit. */
  @Column('text')
  number: string;

  @Column('text', { name: 'secret_hash' })
  secretHash: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

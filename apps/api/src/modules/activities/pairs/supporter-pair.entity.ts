import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Two supporters who go out together. `firstId` is the smaller id, so that a pair has one row whatever the order. */
@Entity('supporter_pairs')
@Index('uq_supporter_pairs_open', ['firstId', 'secondId'], { unique: true, where: 'dissolved_at IS NULL' })
@Index('ix_supporter_pairs_second_id', ['secondId'])
@Check('ck_supporter_pairs_order', 'first_id < second_id')
@Check('ck_supporter_pairs_dissolved', '(dissolved_at IS NULL) = (dissolved_reason IS NULL)')
export class SupporterPairEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_supporter_pairs' })
  id: string;

  @Column('uuid', { name: 'first_id' })
  @ForeignKey('supporters', { name: 'fk_supporter_pairs_first_id' })
  firstId: string;

  @Column('uuid', { name: 'second_id' })
  @ForeignKey('supporters', { name: 'fk_supporter_pairs_second_id' })
  secondId: string;

  @Column('uuid', { name: 'activity_id', nullable: true })
  @ForeignKey('supporter_activities', { name: 'fk_supporter_pairs_activity_id' })
  activityId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('uuid', { name: 'made_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporter_pairs_made_by' })
  madeBy: string | null;

  @Column('timestamptz', { name: 'dissolved_at', nullable: true })
  dissolvedAt: Date | null;

  @Column('uuid', { name: 'dissolved_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporter_pairs_dissolved_by' })
  dissolvedBy: string | null;

  @Column('text', { name: 'dissolved_reason', nullable: true })
  dissolvedReason: string | null;
}

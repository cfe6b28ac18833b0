import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A version of the confidentiality pledge (守秘の誓約). Never changed: a new text is a new version. */
@Entity('supporter_pledges')
export class SupporterPledgeEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_supporter_pledges' })
  version: number;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporter_pledges_created_by' })
  createdBy: string | null;
}

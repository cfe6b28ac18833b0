import type { PledgeOccasion, SupporterWay } from '@kizuna/shared/vocabulary/supporters';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's agreement to a version of the pledge. Stored permanently: the pledge outlasts the registration. */
@Entity('supporter_pledge_agreements')
@Index('ix_supporter_pledge_agreements_supporter_id', ['supporterId', 'id'])
@Check('ck_supporter_pledge_agreements_way', `way IN ('self', 'paper')`)
@Check('ck_supporter_pledge_agreements_occasion', `occasion IN ('registration', 'renewal')`)
export class SupporterPledgeAgreementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_supporter_pledge_agreements' })
  id: string;

  @Column('uuid', { name: 'supporter_id' })
  @ForeignKey('supporters', { name: 'fk_supporter_pledge_agreements_supporter_id' })
  supporterId: string;

  @Column('integer')
  @ForeignKey('supporter_pledges', { name: 'fk_supporter_pledge_agreements_version' })
  version: number;

  @Column('timestamptz', { name: 'agreed_at' })
  agreedAt: Date;

  @Column('text')
  way: SupporterWay;

  @Column('text')
  occasion: PledgeOccasion;

  /** The office member who entered a paper form. */
  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporter_pledge_agreements_recorded_by' })
  recordedBy: string | null;
}

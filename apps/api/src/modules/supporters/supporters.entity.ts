import type {
  PledgeOccasion,
  SupporterContact,
  SupporterReach,
  SupporterSlot,
  SupporterState,
  SupporterWay,
} from '@kizuna/shared/vocabulary/supporters';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A registration as a supporter (活動登録). A person may have several, one after another; one is current. */
@Entity('supporters')
@Unique('uq_supporters_card_code', ['cardCode'])
@Unique('uq_supporters_serial', ['fiscalYear', 'serial'])
@Index('uq_supporters_current', ['personId'], {
  unique: true,
  where: `state IN ('applied', 'active', 'on_leave')`,
})
@Index('ix_supporters_person_id', ['personId', 'id'])
@Index('ix_supporters_state', ['state', 'id'])
@Check('ck_supporters_state', `state IN ('applied', 'active', 'on_leave', 'ended', 'expired')`)
@Check('ck_supporters_applied_by', `applied_by IN ('self', 'paper')`)
@Check('ck_supporters_slots', 'cardinality(slots) > 0')
@Check('ck_supporters_reach', `reach IN ('on_foot', 'by_bicycle', 'whole_city')`)
@Check('ck_supporters_contact_by', `contact_by IN ('phone', 'mail', 'letter')`)
@Check('ck_supporters_confirmed', `state IN ('applied', 'ended') OR number IS NOT NULL`)
@Check('ck_supporters_card_printed', '(card_printed_at IS NULL) = (card_printed_until IS NULL)')
@Check('ck_supporters_leave', 'leave_until >= leave_from')
export class SupporterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_supporters' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('people', { name: 'fk_supporters_person_id' })
  personId: string;

  @Column('text')
  state: SupporterState;

  @Column('timestamptz', { name: 'applied_at' })
  appliedAt: Date;

  @Column('text', { name: 'applied_by' })
  appliedBy: SupporterWay;

  @Column('uuid', { name: 'activity_ids', array: true })
  activityIds: string[];

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { array: true })
  slots: SupporterSlot[];

  @Column('text')
  reach: SupporterReach;

  @Column('uuid', { name: 'district_ids', array: true })
  districtIds: string[];

  @Column('text', { name: 'contact_by' })
  contactBy: SupporterContact;

  @Column('text', { name: 'emergency_name', nullable: true })
  emergencyName: string | null;

  @Column('text', { name: 'emergency_phone', nullable: true })
  emergencyPhone: string | null;

  @Column('integer', { name: 'fiscal_year', nullable: true })
  fiscalYear: number | null;

  @Column('integer', { nullable: true })
  serial: number | null;

  /** As it stands on the card; given with the confirmation and kept by every renewal. */
  @Column('text', { nullable: true })
  number: string | null;

  /** Behind the QR code of the card. */
  @Column('text', { name: 'card_code', nullable: true })
  cardCode: string | null;

  /** When the office printed the card last. */
  @Column('timestamptz', { name: 'card_printed_at', nullable: true })
  cardPrintedAt: Date | null;

  /** The last day that stands on that card. */
  @Column('date', { name: 'card_printed_until', nullable: true })
  cardPrintedUntil: string | null;

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn: string | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporters_confirmed_by' })
  confirmedBy: string | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  /** A leave that is planned or taken; null once it is over. */
  @Column('date', { name: 'leave_from', nullable: true })
  leaveFrom: string | null;

  /** Its last day; null where nobody knows yet. */
  @Column('date', { name: 'leave_until', nullable: true })
  leaveUntil: string | null;

  @Column('text', { name: 'leave_reason', nullable: true })
  leaveReason: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  /** Counts the changes of the answers, so that two who change them at once see each other. */
  @Column('integer', { default: 1 })
  revision: number;
}

/** A text of the confidentiality pledge (守秘の誓約). Never changed: a new text is a new version. */
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

/** Somebody agreed to a version of the pledge. Stays for ever: the pledge outlasts the registration. */
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

  /** Who typed a paper in. */
  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporter_pledge_agreements_recorded_by' })
  recordedBy: string | null;
}

/** The form of somebody, kept between its pages. */
@Entity('supporter_drafts')
export class SupporterDraftEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_supporter_drafts' })
  @ForeignKey('people', { name: 'fk_supporter_drafts_person_id' })
  personId: string;

  @Column('jsonb')
  answers: Record<string, unknown>;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** A reminder of a renewal that was told: once for each date and kind. */
@Entity('supporter_reminders')
@Check('ck_supporter_reminders_kind', `kind IN ('first', 'second')`)
export class SupporterReminderEntity {
  @PrimaryColumn('uuid', { name: 'supporter_id', primaryKeyConstraintName: 'pk_supporter_reminders' })
  @ForeignKey('supporters', { name: 'fk_supporter_reminders_supporter_id' })
  supporterId: string;

  @PrimaryColumn('date', { name: 'valid_until', primaryKeyConstraintName: 'pk_supporter_reminders' })
  validUntil: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_supporter_reminders' })
  kind: 'first' | 'second';

  @Column('timestamptz', { name: 'told_at' })
  toldAt: Date;
}

import type {
  SupporterContact,
  SupporterReach,
  SupporterSlot,
  SupporterState,
  SupporterWay,
} from '@kizuna/shared/vocabulary/supporters';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A registration as a supporter (活動登録). A person may have several in succession; only one is current. */
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

  /** As printed on the card; given on confirmation and unchanged by renewals. */
  @Column('text', { nullable: true })
  number: string | null;

  /** The code in the card's QR code. */
  @Column('text', { name: 'card_code', nullable: true })
  cardCode: string | null;

  /** When the office last printed the card. */
  @Column('timestamptz', { name: 'card_printed_at', nullable: true })
  cardPrintedAt: Date | null;

  /** The expiry date printed on that card. */
  @Column('date', { name: 'card_printed_until', nullable: true })
  cardPrintedUntil: string | null;

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn: string | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporters_confirmed_by' })
  confirmedBy: string | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  /** The first day of a planned or current leave; null once it is over. */
  @Column('date', { name: 'leave_from', nullable: true })
  leaveFrom: string | null;

  /** Its last day; null if unknown. */
  @Column('date', { name: 'leave_until', nullable: true })
  leaveUntil: string | null;

  @Column('text', { name: 'leave_reason', nullable: true })
  leaveReason: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  /** Counts changes of the answers, to detect concurrent edits. */
  @Column('integer', { default: 1 })
  revision: number;
}

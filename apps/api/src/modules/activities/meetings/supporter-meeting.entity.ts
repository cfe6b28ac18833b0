import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** フォローアップの集い. */
@Entity('supporter_meetings')
@Index('ix_supporter_meetings_held_on', ['heldOn', 'id'])
@Check('ck_supporter_meetings_times', 'ends_at > starts_at')
@Check('ck_supporter_meetings_capacity', 'capacity > 0')
export class SupporterMeetingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_supporter_meetings' })
  id: string;

  @Column('text')
  title: string;

  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('text')
  hall: string;

  @Column('text', { name: 'hall_address' })
  hallAddress: string;

  @Column('integer', { nullable: true })
  capacity: number | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** The invited districts; empty: all. */
  @Column('uuid', { name: 'district_ids', array: true })
  districtIds: string[];

  /** The invited wishes; empty: all. */
  @Column('uuid', { name: 'activity_ids', array: true })
  activityIds: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporter_meetings_created_by' })
  createdBy: string | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  @Column('text', { name: 'cancelled_reason', nullable: true })
  cancelledReason: string | null;
}

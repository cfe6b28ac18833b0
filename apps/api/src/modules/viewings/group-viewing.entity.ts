import type { GroupViewingState } from '@kizuna/shared/vocabulary/viewings';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One showing of a film to a group (学習会視聴). */
@Entity('group_viewings')
@Unique('uq_group_viewings_code', ['code'])
@Index('ix_group_viewings_held_on', ['heldOn', 'id'])
@Index('ix_group_viewings_organiser_id', ['organiserId', 'heldOn'])
@Check('ck_group_viewings_state', `state IN ('planned', 'held', 'interrupted', 'cancelled')`)
@Check('ck_group_viewings_times', 'ends_at > starts_at')
@Check('ck_group_viewings_counts', 'expected_count >= 0 AND others_count >= 0')
export class GroupViewingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_group_viewings' })
  id: string;

  @Column('uuid', { name: 'video_id' })
  @ForeignKey('videos', { name: 'fk_group_viewings_video_id' })
  videoId: string;

  /** The person who opened it. */
  @Column('uuid', { name: 'organiser_id' })
  @ForeignKey('people', { name: 'fk_group_viewings_organiser_id' })
  organiserId: string;

  /** The 行政自治会, as written by the organiser. */
  @Column('text')
  association: string;

  @Column('uuid', { name: 'district_id', nullable: true })
  @ForeignKey('districts', { name: 'fk_group_viewings_district_id' })
  districtId: string | null;

  @Column('text')
  place: string;

  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('integer', { name: 'expected_count' })
  expectedCount: number;

  /** People present who are not on the list by name; null until the showing is closed. */
  @Column('integer', { name: 'others_count', nullable: true })
  othersCount: number | null;

  @Column('text')
  state: GroupViewingState;

  @Column('text', { name: 'state_reason', nullable: true })
  stateReason: string | null;

  /** The eight digits in the QR code on the screen; accepted only around the time of the showing. */
  @Column('text')
  code: string;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}

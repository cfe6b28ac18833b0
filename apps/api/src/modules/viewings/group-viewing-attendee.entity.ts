import type { AttendeeCameBy } from '@kizuna/shared/vocabulary/viewings';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person present at a showing. A removed row is kept, so that it can be seen and restored. */
@Entity('group_viewing_attendees')
@Index('ix_group_viewing_attendees_person_id', ['personId'])
@Check('ck_group_viewing_attendees_came_by', `came_by IN ('phone', 'card', 'roster')`)
export class GroupViewingAttendeeEntity {
  @PrimaryColumn('uuid', { name: 'group_viewing_id', primaryKeyConstraintName: 'pk_group_viewing_attendees' })
  @ForeignKey('group_viewings', { name: 'fk_group_viewing_attendees_group_viewing_id' })
  groupViewingId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_group_viewing_attendees' })
  @ForeignKey('people', { name: 'fk_group_viewing_attendees_person_id' })
  personId: string;

  @Column('text', { name: 'came_by' })
  cameBy: AttendeeCameBy;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('people', { name: 'fk_group_viewing_attendees_recorded_by' })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('text', { name: 'removed_reason', nullable: true })
  removedReason: string | null;
}

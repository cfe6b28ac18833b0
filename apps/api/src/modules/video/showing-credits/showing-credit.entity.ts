import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A film that a person saw in full at a group viewing; long and digest are separate. */
@Entity('showing_credits')
@Index('ix_showing_credits_group_viewing_id', ['groupViewingId'])
export class ShowingCreditEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_showing_credits' })
  @ForeignKey('people', { name: 'fk_showing_credits_person_id' })
  personId: string;

  @PrimaryColumn('uuid', { name: 'video_id', primaryKeyConstraintName: 'pk_showing_credits' })
  @ForeignKey('videos', { name: 'fk_showing_credits_video_id' })
  videoId: string;

  @PrimaryColumn('uuid', { name: 'group_viewing_id', primaryKeyConstraintName: 'pk_showing_credits' })
  @ForeignKey('group_viewings', { name: 'fk_showing_credits_group_viewing_id' })
  groupViewingId: string;

  /** Civil date in Japan and place of the showing, duplicated here so that a player's page reads one module only. */
  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('text')
  place: string;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;

  /** Set when the showing or the person's presence was revoked; the row is kept. */
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

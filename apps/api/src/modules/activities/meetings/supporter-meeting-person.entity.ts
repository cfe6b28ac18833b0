import type { MeetingReply } from '@kizuna/shared/vocabulary/supporters';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An invited person: the reply, and whether they came. */
@Entity('supporter_meeting_people')
@Index('ix_supporter_meeting_people_supporter_id', ['supporterId'])
@Check('ck_supporter_meeting_people_reply', `reply IN ('coming', 'absent')`)
export class SupporterMeetingPersonEntity {
  @PrimaryColumn('uuid', { name: 'meeting_id', primaryKeyConstraintName: 'pk_supporter_meeting_people' })
  @ForeignKey('supporter_meetings', { name: 'fk_supporter_meeting_people_meeting_id' })
  meetingId: string;

  @PrimaryColumn('uuid', { name: 'supporter_id', primaryKeyConstraintName: 'pk_supporter_meeting_people' })
  @ForeignKey('supporters', { name: 'fk_supporter_meeting_people_supporter_id' })
  supporterId: string;

  @Column('text', { nullable: true })
  reply: MeetingReply | null;

  @Column('timestamptz', { name: 'replied_at', nullable: true })
  repliedAt: Date | null;

  @Column('boolean', { nullable: true })
  attended: boolean | null;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt: Date | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('people', { name: 'fk_supporter_meeting_people_recorded_by' })
  recordedBy: string | null;
}

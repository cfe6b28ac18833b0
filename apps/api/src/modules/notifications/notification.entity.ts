import type {
  NotificationChannel,
  NotificationKind,
  NotificationState,
} from '@kizuna/shared/vocabulary/notifications';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One message to one person, by mail or as a letter that the office prints. */
@Entity('notifications')
@Unique('uq_notifications_effect', ['effectKey'])
@Index('ix_notifications_person', ['personId', 'id'])
@Index('ix_notifications_open', ['state', 'id'], { where: `state IN ('queued', 'failed')` })
@Check('ck_notifications_channel', `channel IN ('mail', 'letter')`)
@Check('ck_notifications_state', `state IN ('queued', 'sent', 'failed', 'printed')`)
export class NotificationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notifications' })
  id: string;

  @ForeignKey('people', { name: 'fk_notifications_person_id' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('text')
  kind: NotificationKind;

  @Column('text')
  channel: NotificationChannel;

  @Column('text', { default: 'queued' })
  state: NotificationState;

  @Column('text', { name: 'recipient_name' })
  recipientName: string;

  /** The name in normalised form, for the office's search. */
  @Column('text', { name: 'search_text' })
  searchText: string;

  @Column('text', { name: 'mail_address', nullable: true })
  mailAddress: string | null;

  @Column('text')
  subject: string;

  /** The text with one-time links and codes blotted out. */
  @Column('text')
  body: string;

  /** The text as sent, stored only while it contains a secret and has not been sent. */
  @Column('text', { name: 'secret_body', nullable: true })
  secretBody: string | null;

  /** Identifies what caused this message, so that an event delivered twice causes only one. */
  @Column('text', { name: 'effect_key' })
  effectKey: string;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A renewal reminder that was sent: once for each date and kind. */
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

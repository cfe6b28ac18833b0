import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: how long a registration is valid and when people are reminded. */
@Entity('supporter_settings')
@Check('ck_supporter_settings_one', 'id = 1')
@Check('ck_supporter_settings_values', 'term_years BETWEEN 1 AND 10')
export class SupporterSettingsEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'pk_supporter_settings' })
  id: number;

  @Column('integer', { name: 'term_years' })
  termYears: number;

  @Column('integer', { name: 'first_reminder_days' })
  firstReminderDays: number;

  @Column('integer', { name: 'second_reminder_days' })
  secondReminderDays: number;

  @Column('integer', { name: 'grace_days' })
  graceDays: number;
}

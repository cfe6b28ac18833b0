import type { ConfirmedBy } from '@kizuna/shared/vocabulary/completion';
import type { NameChoice } from '@kizuna/shared/vocabulary/completion';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A person's answer about the name as it will be printed. Only the newest row counts, and only for the name it refers
 * to.
 */
@Entity('name_confirmations')
@Index('ix_name_confirmations_person', ['personId', 'id'])
@Check('ck_name_confirmations_choice', `choice IN ('as_registered', 'other_form', 'brush', 'wrong')`)
@Check('ck_name_confirmations_via', `via IN ('self', 'phone', 'counter')`)
export class NameConfirmationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_name_confirmations' })
  id: string;

  @ForeignKey('people', { name: 'fk_name_confirmations_person_id' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** The registered name that the person was shown. */
  @Column('text', { name: 'registered_name' })
  registeredName: string;

  /** The name that may be printed: the registered one, or the form the person agreed to. */
  @Column('text', { name: 'printed_name' })
  printedName: string;

  @Column('text')
  choice: NameChoice;

  /** What is different, in the person's own words. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  via: ConfirmedBy;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** The person, or the office member who took the call. */
  @ForeignKey('people', { name: 'fk_name_confirmations_recorded_by' })
  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;
}

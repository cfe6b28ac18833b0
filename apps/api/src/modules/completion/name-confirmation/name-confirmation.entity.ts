import type { ConfirmedBy } from '@kizuna/shared/vocabulary/completion';
import type { NameChoice } from '@kizuna/shared/vocabulary/completion';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person said of the name as it will be printed. The newest row counts, and only for the name it was said of. */
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

  /** The name that may be printed: the registered one, or the form of it that the person agreed to. */
  @Column('text', { name: 'printed_name' })
  printedName: string;

  @Column('text')
  choice: NameChoice;

  /** What is different, in the person's words. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  via: ConfirmedBy;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** The person, or who of the office took the call. */
  @ForeignKey('people', { name: 'fk_name_confirmations_recorded_by' })
  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;
}

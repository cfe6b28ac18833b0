import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A person's form, stored between its pages. */
@Entity('supporter_drafts')
export class SupporterDraftEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_supporter_drafts' })
  @ForeignKey('people', { name: 'fk_supporter_drafts_person_id' })
  personId: string;

  @Column('jsonb')
  answers: Record<string, unknown>;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

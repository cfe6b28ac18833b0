import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Lets a person sign in by e-mail and password. Without a hash the invitation is still open. */
@Entity('accounts')
@Unique('uq_accounts_email_key', ['emailKey'])
export class AccountEntity {
  @ForeignKey('people', { name: 'fk_accounts_person_id' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_accounts' })
  personId: string;

  @Column('text', { name: 'email_key', nullable: true })
  emailKey: string | null;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

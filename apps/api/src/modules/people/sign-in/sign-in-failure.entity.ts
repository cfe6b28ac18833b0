import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Accounts for which sign-ins from a network address failed: many different ones mean password spraying. */
@Entity('sign_in_failures')
export class SignInFailureEntity {
  @PrimaryColumn('text', { name: 'address_key', primaryKeyConstraintName: 'pk_sign_in_failures' })
  addressKey: string;

  @PrimaryColumn('text', { name: 'account_key', primaryKeyConstraintName: 'pk_sign_in_failures' })
  accountKey: string;

  @Index('ix_sign_in_failures_failed_at')
  @Column('timestamptz', { name: 'failed_at' })
  failedAt: Date;
}

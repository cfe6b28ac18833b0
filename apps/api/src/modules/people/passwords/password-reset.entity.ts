import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A mailed link and six-digit code to set a password; both are hashed and can be used once, by POST only. */
@Entity('password_resets')
@Unique('uq_password_resets_token_hash', ['tokenHash'])
@Check('ck_password_resets_purpose', `purpose IN ('reset', 'invitation')`)
export class PasswordResetEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_password_resets' })
  id: string;

  @Index('ix_password_resets_person_id')
  @ForeignKey('people', { name: 'fk_password_resets_person_id' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  purpose: 'reset' | 'invitation';

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('integer', { name: 'code_attempts', default: 0 })
  codeAttempts: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What lets a person sign in by e-mail and password. Without a hash the invitation is still open. */
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

/** 受講カード: a number that is printed and a secret that is remembered. One open card a person. */
@Entity('learner_cards')
@Unique('uq_learner_cards_number', ['number'])
@Index('uq_learner_cards_person_open', ['personId'], { unique: true, where: 'revoked_at IS NULL' })
export class LearnerCardEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_learner_cards' })
  id: string;

  @Index('ix_learner_cards_person_id')
  @ForeignKey('people', { name: 'fk_learner_cards_person_id' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** Ten digits with their check digit. */
  @Column('text')
  number: string;

  @Column('text', { name: 'secret_hash' })
  secretHash: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

/** One signed-in browser. The cookie holds the token, this table only its SHA-256. */
@Entity('sign_ins')
@Unique('uq_sign_ins_token_hash', ['tokenHash'])
@Check('ck_sign_ins_via', `via IN ('password', 'card')`)
export class SignInEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sign_ins' })
  id: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Index('ix_sign_ins_person_id')
  @ForeignKey('people', { name: 'fk_sign_ins_person_id' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  via: 'password' | 'card';

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Index('ix_sign_ins_expires_at')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** A mailed chance to set a password: a link and a six-digit code, both hashed, used once, by POST only. */
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

/** How often something was tried in vain, and until when it may not be tried again. */
@Entity('sign_in_brakes')
export class SignInBrakeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sign_in_brakes' })
  key: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'blocked_until' })
  blockedUntil: Date;

  @Column('timestamptz', { name: 'touched_at' })
  touchedAt: Date;
}

/** Which accounts one network address failed at: many different ones mean that passwords are being sprayed. */
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

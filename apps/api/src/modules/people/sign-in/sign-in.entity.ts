import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

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

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The first response to a command that may be repeated. */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  scope: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  key: string;

  @Column('text', { name: 'request_hash' })
  requestHash: string;

  @Column('jsonb', { nullable: true })
  answer: unknown;

  @Index('ix_idempotency_keys_created_at')
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

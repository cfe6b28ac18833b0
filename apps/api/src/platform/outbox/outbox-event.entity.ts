import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact waiting to be told to the modules that listen, written in the transaction that made it true. */
@Entity('outbox_events')
@Index('ix_outbox_events_waiting', ['availableAt'], { where: 'dispatched_at IS NULL' })
export class OutboxEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_outbox_events' })
  id: string;

  @Column('text')
  type: string;

  @Column('jsonb')
  payload: unknown;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  /** Whether the payload holds a secret (a reset code) and is emptied once it is told. */
  @Column('boolean', { default: false })
  sensitive: boolean;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  @Column('timestamptz', { name: 'available_at' })
  availableAt: Date;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt: Date | null;

  /** Class and code of the last failure; never its message, which may quote a row. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;
}

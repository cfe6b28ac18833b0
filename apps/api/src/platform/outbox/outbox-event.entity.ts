import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event waiting for delivery to its subscribers, written in the transaction that caused it. */
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

  /** Whether the payload contains a secret (a reset code) and is emptied after delivery. */
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

  /** Class and code of the last failure; never its message, which may contain data of a row. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;
}

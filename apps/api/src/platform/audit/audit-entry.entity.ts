import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * An entry of the audit log: who did what to whom, when, with the values before and after. A trigger refuses UPDATE and
 * DELETE.
 */
@Entity('audit_log')
@Index('ix_audit_log_subject', ['subjectType', 'subjectId', 'id'])
@Index('ix_audit_log_actor', ['actorId', 'id'])
@Index('ix_audit_log_renamed', { synchronize: false })
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_audit_log' })
  id: string;

  @Column('timestamptz')
  at: Date;

  /** The person who acted; null for the system and for anonymous visitors. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  /** `person`, `anonymous` or `system:<name>`. */
  @Column('text', { name: 'actor_kind' })
  actorKind: string;

  @Column('text')
  action: string;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb', { nullable: true })
  before: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after: Record<string, unknown> | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;
}

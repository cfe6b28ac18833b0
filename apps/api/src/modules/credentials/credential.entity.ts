import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A credential as issued, in both forms; only its revocation may change. */
@Entity('credentials')
@Unique('uq_credentials_place', ['listNumber', 'statusIndex'])
@Check('ck_credentials_status_index', 'status_index BETWEEN 0 AND 131071')
@Index('ix_credentials_revoked', ['listNumber'], { where: 'revoked_at IS NOT NULL' })
export class CredentialEntity {
  /** What it attests: the id of a certificate. */
  @PrimaryColumn('uuid', { name: 'source_id', primaryKeyConstraintName: 'pk_credentials' })
  sourceId: string;

  @ForeignKey('credential_status_lists', { name: 'fk_credentials_list_number' })
  @Column('integer', { name: 'list_number' })
  listNumber: number;

  @Column('integer', { name: 'status_index' })
  statusIndex: number;

  @Column('text', { name: 'json_ld' })
  jsonLd: string;

  @Column('text')
  jwt: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

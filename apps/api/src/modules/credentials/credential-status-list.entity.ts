import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list of 131,072 bits; a set bit means that the credential at its index is revoked. */
@Entity('credential_status_lists')
export class CredentialStatusListEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_credential_status_lists' })
  number: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key that signs files in the council's name. One a purpose is active; retired ones are kept, for what they signed. */
@Entity('signing_keys')
@Check('ck_signing_keys_purpose', `purpose IN ('pdf')`)
@Index('uq_signing_keys_purpose_active', ['purpose'], { unique: true, where: 'retired_at IS NULL' })
export class SigningKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_signing_keys' })
  id: string;

  @Column('text')
  purpose: 'pdf';

  /** PKCS #8, PEM. */
  @Column('text', { name: 'private_key' })
  privateKey: string;

  /** X.509, PEM, self-signed. */
  @Column('text')
  certificate: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}

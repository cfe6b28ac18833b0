import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a key signs: files (PAdES), credentials as JSON-LD (Data Integrity), credentials as JWT. */
export type KeyPurpose = 'pdf' | 'credential' | 'credential_jwt';

/**
 * A key that signs in the council's name. One per purpose is active; for a retired one the public part is kept, to
 * verify what it signed.
 */
@Entity('signing_keys')
@Check('ck_signing_keys_purpose', `purpose IN ('pdf', 'credential', 'credential_jwt')`)
@Check(
  'ck_signing_keys_public',
  `(purpose = 'pdf') = (certificate IS NOT NULL) AND (purpose = 'pdf') = (public_key IS NULL)`,
)
@Check('ck_signing_keys_private', 'retired_at IS NOT NULL OR private_key IS NOT NULL')
@Index('uq_signing_keys_purpose_active', ['purpose'], { unique: true, where: 'retired_at IS NULL' })
export class SigningKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_signing_keys' })
  id: string;

  @Column('text')
  purpose: KeyPurpose;

  /** PKCS #8, PEM; wiped when the key is retired. */
  @Column('text', { name: 'private_key', nullable: true })
  privateKey: string | null;

  /** X.509, PEM, self-signed; for keys that sign files. */
  @Column('text', { nullable: true })
  certificate: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  /** SPKI, PEM; for keys that sign credentials. */
  @Column('text', { name: 'public_key', nullable: true })
  publicKey: string | null;
}

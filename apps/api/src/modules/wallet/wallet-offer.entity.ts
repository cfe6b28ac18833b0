import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The code with which one wallet may fetch the credential of a certificate. A new code replaces the previous one. */
@Entity('wallet_offers')
@Unique('uq_wallet_offers_code_hash', ['codeHash'])
@Unique('uq_wallet_offers_token_hash', ['tokenHash'])
export class WalletOfferEntity {
  @ForeignKey('certificates', { name: 'fk_wallet_offers_certificate_id' })
  @PrimaryColumn('uuid', { name: 'certificate_id', primaryKeyConstraintName: 'pk_wallet_offers' })
  certificateId: string;

  @Column('text', { name: 'code_hash' })
  codeHash: string;

  /** The expiry of the code or, once that is redeemed, of the token. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Null until the code is redeemed; after that the code is no longer valid. */
  @Column('text', { name: 'token_hash', nullable: true })
  tokenHash: string | null;
}

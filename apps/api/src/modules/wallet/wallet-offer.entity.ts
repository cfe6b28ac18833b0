import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The code with which one wallet may fetch the credential of a certificate. A new one takes the place of the last. */
@Entity('wallet_offers')
@Unique('uq_wallet_offers_code_hash', ['codeHash'])
@Unique('uq_wallet_offers_token_hash', ['tokenHash'])
export class WalletOfferEntity {
  @ForeignKey('certificates', { name: 'fk_wallet_offers_certificate_id' })
  @PrimaryColumn('uuid', { name: 'certificate_id', primaryKeyConstraintName: 'pk_wallet_offers' })
  certificateId: string;

  @Column('text', { name: 'code_hash' })
  codeHash: string;

  /** Of the code, and once that was redeemed of the token. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Null until the code was redeemed; from then on the code is worth nothing. */
  @Column('text', { name: 'token_hash', nullable: true })
  tokenHash: string | null;
}

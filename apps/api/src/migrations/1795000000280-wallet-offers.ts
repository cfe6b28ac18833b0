import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes with which a wallet fetches a credential; of codes and tokens there are only hashes. */
export class WalletOffers1795000000280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wallet_offers (
        certificate_id uuid NOT NULL CONSTRAINT pk_wallet_offers PRIMARY KEY,
        code_hash text NOT NULL,
        expires_at timestamptz NOT NULL,
        token_hash text,
        CONSTRAINT uq_wallet_offers_code_hash UNIQUE (code_hash),
        CONSTRAINT uq_wallet_offers_token_hash UNIQUE (token_hash),
        CONSTRAINT fk_wallet_offers_certificate_id FOREIGN KEY (certificate_id) REFERENCES certificates (id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wallet_offers');
  }
}

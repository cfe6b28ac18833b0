import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys that sign the PDF of certificates. One is active; a retired one is kept, for what it signed. */
export class SigningKeys1795000000191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_keys (
        id uuid CONSTRAINT pk_signing_keys PRIMARY KEY,
        purpose text NOT NULL CONSTRAINT ck_signing_keys_purpose CHECK (purpose IN ('pdf')),
        private_key text NOT NULL,
        certificate text NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz
      );
      CREATE UNIQUE INDEX uq_signing_keys_purpose_active ON signing_keys (purpose) WHERE retired_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signing_keys');
  }
}

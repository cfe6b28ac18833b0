import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Anybody may ask whether a PDF is one of the ledger: found by its hash without reading the whole ledger. */
export class CertificateFiles1795000000192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_certificates_sha256 ON certificates (sha256)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_certificates_sha256');
  }
}

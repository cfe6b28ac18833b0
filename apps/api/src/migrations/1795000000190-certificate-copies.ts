import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 再交付: a line of the ledger is a printed copy; the copies of one certificate share its number. */
export class CertificateCopies1795000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificates
        ADD COLUMN copy integer NOT NULL DEFAULT 1 CONSTRAINT ck_certificates_copy CHECK (copy >= 1),
        ADD COLUMN replaces uuid CONSTRAINT fk_certificates_replaces REFERENCES certificates (id),
        ADD COLUMN reissue_reason text CONSTRAINT ck_certificates_reissue_reason
          CHECK (reissue_reason IN ('lost', 'name_changed', 'damaged')),
        ADD COLUMN replaced_at timestamptz,
        DROP CONSTRAINT uq_certificates_serial,
        ADD CONSTRAINT uq_certificates_serial UNIQUE (course_id, fiscal_year, serial, copy);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificates
        DROP CONSTRAINT uq_certificates_serial,
        DROP COLUMN copy, DROP COLUMN replaces, DROP COLUMN reissue_reason, DROP COLUMN replaced_at,
        ADD CONSTRAINT uq_certificates_serial UNIQUE (course_id, fiscal_year, serial);
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates of a list are issued in one language: by the template that the course has for it. */
export class BatchLanguage1795000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificate_batches ADD COLUMN language text NOT NULL DEFAULT 'ja'
        CONSTRAINT ck_certificate_batches_language CHECK (language IN ('ja', 'easy', 'en'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE certificate_batches DROP COLUMN language');
  }
}

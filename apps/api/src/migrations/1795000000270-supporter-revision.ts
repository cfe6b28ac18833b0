import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answers of a registration may change; two who change them at once are told apart by the revision. */
export class SupporterRevision1795000000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE supporters ADD COLUMN revision integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE supporters DROP COLUMN revision');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of a limit a network address has used up (docs/adr/0027). */
export class RateLimits1795000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rate_limits (
        key text CONSTRAINT pk_rate_limits PRIMARY KEY,
        empty_at timestamptz NOT NULL
      );
      CREATE INDEX ix_rate_limits_empty_at ON rate_limits (empty_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits');
  }
}

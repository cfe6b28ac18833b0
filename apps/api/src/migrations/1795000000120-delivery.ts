import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys that sign the addresses of files. The first is made by whichever process starts first. */
export class Delivery1795000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delivery_keys (
        number integer CONSTRAINT pk_delivery_keys PRIMARY KEY,
        secret bytea NOT NULL,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_keys');
  }
}

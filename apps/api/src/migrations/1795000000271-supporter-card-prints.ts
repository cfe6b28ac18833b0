import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the office printed a card, and which last day stands on it: after a renewal another card is due. */
export class SupporterCardPrints1795000000271 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supporters ADD COLUMN card_printed_at timestamptz, ADD COLUMN card_printed_until date,
        ADD CONSTRAINT ck_supporters_card_printed CHECK ((card_printed_at IS NULL) = (card_printed_until IS NULL))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE supporters DROP COLUMN card_printed_at, DROP COLUMN card_printed_until');
  }
}

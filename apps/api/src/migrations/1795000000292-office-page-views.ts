import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What capabilities publish for the office's pages, next to the views of one learner (docs/adr/0040). */
export class OfficePageViews1795000000292 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW page_certificates AS
        SELECT person_id, enrolment_id, id AS certificate_id, completed_on, number FROM certificates
        WHERE state = 'valid';

      CREATE VIEW page_cards AS SELECT person_id, id AS card_id, number, issued_at, revoked_at FROM learner_cards;

      CREATE VIEW page_history AS
        SELECT l.subject_type, l.subject_id, l.id, l.at, l.action, l.before, l.after, l.reason, a.name AS actor_name
        FROM audit_log l LEFT JOIN people a ON a.id = l.actor_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW page_history, page_cards, page_certificates;
      CREATE VIEW page_certificates AS
        SELECT person_id, enrolment_id, id AS certificate_id, completed_on FROM certificates WHERE state = 'valid';
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to people: mail and letters. */
export class Notifications1795000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        id uuid CONSTRAINT pk_notifications PRIMARY KEY,
        person_id uuid CONSTRAINT fk_notifications_person_id REFERENCES people (id),
        kind text NOT NULL,
        channel text NOT NULL CONSTRAINT ck_notifications_channel CHECK (channel IN ('mail', 'letter')),
        state text NOT NULL DEFAULT 'queued' CONSTRAINT ck_notifications_state
          CHECK (state IN ('queued', 'sent', 'failed', 'printed')),
        recipient_name text NOT NULL,
        search_text text NOT NULL,
        mail_address text,
        subject text NOT NULL,
        body text NOT NULL,
        secret_body text,
        effect_key text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        CONSTRAINT uq_notifications_effect UNIQUE (effect_key)
      );
      CREATE INDEX ix_notifications_person ON notifications (person_id, id);
      CREATE INDEX ix_notifications_open ON notifications (state, id) WHERE state IN ('queued', 'failed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notifications');
  }
}

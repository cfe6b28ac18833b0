import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, idempotency keys, job effects and the audit log. */
export class Platform1795000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE outbox_events (
        id uuid CONSTRAINT pk_outbox_events PRIMARY KEY,
        type text NOT NULL,
        payload jsonb NOT NULL,
        subject_id uuid,
        sensitive boolean NOT NULL DEFAULT false,
        occurred_at timestamptz NOT NULL,
        available_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        dispatched_at timestamptz,
        last_error text
      );
      CREATE INDEX ix_outbox_events_waiting ON outbox_events (available_at) WHERE dispatched_at IS NULL;

      CREATE TABLE idempotency_keys (
        scope text NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_idempotency_keys PRIMARY KEY (scope, key)
      );
      CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at);

      CREATE TABLE job_effects (
        key text CONSTRAINT pk_job_effects PRIMARY KEY,
        job_name text NOT NULL,
        enqueued_at timestamptz NOT NULL
      );

      CREATE TABLE audit_log (
        id uuid CONSTRAINT pk_audit_log PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_id uuid,
        actor_kind text NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        before jsonb,
        after jsonb,
        reason text,
        request_id text
      );
      CREATE INDEX ix_audit_log_subject ON audit_log (subject_type, subject_id, id);
      CREATE INDEX ix_audit_log_actor ON audit_log (actor_id, id);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER tr_audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_log, job_effects, idempotency_keys, outbox_events;
      DROP FUNCTION refuse_change();
    `);
  }
}

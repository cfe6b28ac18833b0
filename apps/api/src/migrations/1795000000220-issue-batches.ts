import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates are issued by a job, an explicit list at a time; a name may be left blank for the brush. */
export class IssueBatches1795000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificates ADD COLUMN name_left_blank boolean NOT NULL DEFAULT false;

      CREATE TABLE certificate_batches (
        id uuid CONSTRAINT pk_certificate_batches PRIMARY KEY,
        course_run_id uuid NOT NULL CONSTRAINT fk_certificate_batches_course_run_id REFERENCES course_runs (id),
        issued_on date NOT NULL,
        asked_by uuid CONSTRAINT fk_certificate_batches_asked_by REFERENCES people (id),
        asked_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE INDEX ix_certificate_batches_run ON certificate_batches (course_run_id);
      CREATE INDEX ix_certificate_batches_running ON certificate_batches (asked_at) WHERE finished_at IS NULL;

      CREATE TABLE certificate_batch_items (
        batch_id uuid NOT NULL CONSTRAINT fk_certificate_batch_items_batch_id REFERENCES certificate_batches (id),
        position integer NOT NULL,
        enrolment_id uuid NOT NULL CONSTRAINT fk_certificate_batch_items_enrolment_id REFERENCES enrolments (id),
        person_id uuid NOT NULL CONSTRAINT fk_certificate_batch_items_person_id REFERENCES people (id),
        name_left_blank boolean NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CONSTRAINT ck_certificate_batch_items_state
          CHECK (state IN ('waiting', 'issued', 'refused')),
        certificate_id uuid CONSTRAINT fk_certificate_batch_items_certificate_id REFERENCES certificates (id),
        refusal_code text,
        refusal_params jsonb,
        CONSTRAINT pk_certificate_batch_items PRIMARY KEY (batch_id, position),
        CONSTRAINT uq_certificate_batch_items_enrolment UNIQUE (batch_id, enrolment_id),
        CONSTRAINT uq_certificate_batch_items_certificate UNIQUE (certificate_id),
        CONSTRAINT ck_certificate_batch_items_result CHECK (
          (state = 'issued') = (certificate_id IS NOT NULL) AND (state = 'refused') = (refusal_code IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE certificate_batch_items, certificate_batches;
      ALTER TABLE certificates DROP COLUMN name_left_blank;
    `);
  }
}

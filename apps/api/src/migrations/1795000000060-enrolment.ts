import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications, enrolments with the waiting list, drafts of the form. */
export class Enrolment1795000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE application_reception_numbers AS integer;

      CREATE TABLE applications (
        id uuid CONSTRAINT pk_applications PRIMARY KEY,
        course_run_id uuid NOT NULL CONSTRAINT fk_applications_course_run_id REFERENCES course_runs (id),
        person_id uuid NOT NULL CONSTRAINT fk_applications_person_id REFERENCES people (id),
        reception_number text NOT NULL CONSTRAINT uq_applications_reception_number UNIQUE,
        channel text NOT NULL,
        applied_at timestamptz NOT NULL,
        entered_by uuid,
        given jsonb NOT NULL,
        applicant_is text NOT NULL,
        proxy_name text,
        guardian_name text,
        wishes jsonb NOT NULL,
        wish_note text,
        reply_by text NOT NULL,
        office_note text,
        consented_at timestamptz NOT NULL,
        search_text text NOT NULL
      );
      CREATE INDEX ix_applications_person_id ON applications (person_id);
      CREATE INDEX ix_applications_applied_at ON applications (applied_at, id);
      CREATE INDEX ix_applications_run ON applications (course_run_id, applied_at, id);
      CREATE INDEX ix_applications_search ON applications USING gin (search_text gin_trgm_ops);

      CREATE TABLE enrolments (
        id uuid CONSTRAINT pk_enrolments PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT uq_enrolments_application_id UNIQUE
          CONSTRAINT fk_enrolments_application_id REFERENCES applications (id),
        course_run_id uuid NOT NULL CONSTRAINT fk_enrolments_course_run_id REFERENCES course_runs (id),
        course_id uuid NOT NULL CONSTRAINT fk_enrolments_course_id REFERENCES courses (id),
        person_id uuid NOT NULL CONSTRAINT fk_enrolments_person_id REFERENCES people (id),
        status text NOT NULL CONSTRAINT ck_enrolments_status CHECK (status IN ('applied', 'waitlisted',
          'selected', 'confirmed', 'declined', 'cancelled', 'withdrawn', 'completed')),
        waiting_number integer,
        created_at timestamptz NOT NULL,
        status_changed_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        completed_on date,
        status_reason text,
        CONSTRAINT ck_enrolments_waiting CHECK (status <> 'waitlisted' OR waiting_number IS NOT NULL)
      );
      CREATE UNIQUE INDEX uq_enrolments_active ON enrolments (course_run_id, person_id)
        WHERE status IN ('applied', 'waitlisted', 'selected', 'confirmed', 'completed');
      CREATE UNIQUE INDEX uq_enrolments_waiting_number ON enrolments (course_run_id, waiting_number);
      CREATE INDEX ix_enrolments_run_status ON enrolments (course_run_id, status);
      CREATE INDEX ix_enrolments_person_id ON enrolments (person_id);

      CREATE TABLE application_drafts (
        id uuid CONSTRAINT pk_application_drafts PRIMARY KEY,
        token_hash text NOT NULL CONSTRAINT uq_application_drafts_token_hash UNIQUE,
        course_run_id uuid NOT NULL CONSTRAINT fk_application_drafts_course_run_id REFERENCES course_runs (id),
        person_id uuid CONSTRAINT fk_application_drafts_person_id REFERENCES people (id),
        answers jsonb NOT NULL,
        receipt jsonb,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX ix_application_drafts_expires_at ON application_drafts (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE application_drafts, enrolments, applications;
      DROP SEQUENCE application_reception_numbers;
    `);
  }
}

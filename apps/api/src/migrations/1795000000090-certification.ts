import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wordings, counters and the ledger of certificates. */
export class Certification1795000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate_counters (
        course_id uuid NOT NULL CONSTRAINT fk_certificate_counters_course_id REFERENCES courses (id),
        fiscal_year integer NOT NULL,
        last_serial integer NOT NULL,
        CONSTRAINT pk_certificate_counters PRIMARY KEY (course_id, fiscal_year)
      );

      CREATE TABLE certificate_wordings (
        course_id uuid CONSTRAINT pk_certificate_wordings PRIMARY KEY
          CONSTRAINT fk_certificate_wordings_course_id REFERENCES courses (id),
        number_label text NOT NULL,
        body text NOT NULL
      );

      CREATE TABLE certificate_issuer (
        id integer CONSTRAINT pk_certificate_issuer PRIMARY KEY,
        name text NOT NULL,
        head text NOT NULL,
        CONSTRAINT ck_certificate_issuer_single CHECK (id = 1)
      );

      CREATE TABLE certificates (
        id uuid CONSTRAINT pk_certificates PRIMARY KEY,
        enrolment_id uuid NOT NULL CONSTRAINT fk_certificates_enrolment_id REFERENCES enrolments (id),
        person_id uuid NOT NULL CONSTRAINT fk_certificates_person_id REFERENCES people (id),
        course_id uuid NOT NULL CONSTRAINT fk_certificates_course_id REFERENCES courses (id),
        course_run_id uuid NOT NULL CONSTRAINT fk_certificates_course_run_id REFERENCES course_runs (id),
        fiscal_year integer NOT NULL,
        serial integer NOT NULL,
        number text NOT NULL,
        number_key text NOT NULL,
        name text NOT NULL,
        search_text text NOT NULL,
        course_title text NOT NULL,
        run_name text NOT NULL,
        body text NOT NULL,
        issuer text NOT NULL,
        issuer_head text NOT NULL,
        completed_on date NOT NULL,
        issued_on date NOT NULL,
        issued_at timestamptz NOT NULL,
        issued_by uuid CONSTRAINT fk_certificates_issued_by REFERENCES people (id),
        verify_code text NOT NULL,
        state text NOT NULL DEFAULT 'valid' CONSTRAINT ck_certificates_state
          CHECK (state IN ('valid', 'replaced', 'revoked')),
        revoked_at timestamptz,
        revoked_reason text,
        file_key text NOT NULL,
        sha256 text NOT NULL,
        CONSTRAINT uq_certificates_serial UNIQUE (course_id, fiscal_year, serial),
        CONSTRAINT uq_certificates_verify_code UNIQUE (verify_code)
      );
      CREATE UNIQUE INDEX uq_certificates_enrolment_valid ON certificates (enrolment_id) WHERE state = 'valid';
      CREATE INDEX ix_certificates_person ON certificates (person_id);
      CREATE INDEX ix_certificates_run ON certificates (course_run_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE certificates, certificate_issuer, certificate_wordings, certificate_counters',
    );
  }
}

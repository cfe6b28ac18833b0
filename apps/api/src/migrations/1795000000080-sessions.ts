import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attendance of training days. */
export class Sessions1795000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendances (
        id uuid CONSTRAINT pk_attendances PRIMARY KEY,
        class_session_id uuid NOT NULL
          CONSTRAINT fk_attendances_class_session_id REFERENCES class_sessions (id),
        enrolment_id uuid NOT NULL CONSTRAINT fk_attendances_enrolment_id REFERENCES enrolments (id),
        status text NOT NULL CONSTRAINT ck_attendances_status
          CHECK (status IN ('present', 'late', 'left_early', 'absent', 'excused', 'made_up')),
        marked_with text NOT NULL CONSTRAINT ck_attendances_by CHECK (marked_with IN ('hand', 'card')),
        marked_at timestamptz NOT NULL,
        marked_by uuid CONSTRAINT fk_attendances_marked_by REFERENCES people (id),
        reason text,
        corrections integer NOT NULL DEFAULT 0,
        CONSTRAINT uq_attendances_session_enrolment UNIQUE (class_session_id, enrolment_id)
      );
      CREATE INDEX ix_attendances_enrolment ON attendances (enrolment_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attendances');
  }
}

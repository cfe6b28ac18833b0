import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a learner has begun and done of the lessons of an enrolment. */
export class Learning1795000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lesson_progress (
        enrolment_id uuid NOT NULL CONSTRAINT fk_lesson_progress_enrolment_id REFERENCES enrolments (id),
        lesson_id uuid NOT NULL CONSTRAINT fk_lesson_progress_lesson_id REFERENCES lessons (id),
        state text NOT NULL CONSTRAINT ck_lesson_progress_state CHECK (state IN ('in_progress', 'done')),
        best_percent integer,
        started_at timestamptz NOT NULL,
        done_at timestamptz,
        last_active_at timestamptz NOT NULL,
        CONSTRAINT pk_lesson_progress PRIMARY KEY (enrolment_id, lesson_id),
        CONSTRAINT ck_lesson_progress_done CHECK ((state = 'done') = (done_at IS NOT NULL))
      );

      CREATE TABLE lesson_attendances (
        enrolment_id uuid NOT NULL CONSTRAINT fk_lesson_attendances_enrolment_id REFERENCES enrolments (id),
        class_session_id uuid NOT NULL
          CONSTRAINT fk_lesson_attendances_class_session_id REFERENCES class_sessions (id),
        lesson_id uuid NOT NULL CONSTRAINT fk_lesson_attendances_lesson_id REFERENCES lessons (id),
        attended boolean NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT pk_lesson_attendances PRIMARY KEY (enrolment_id, class_session_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lesson_attendances, lesson_progress;');
  }
}

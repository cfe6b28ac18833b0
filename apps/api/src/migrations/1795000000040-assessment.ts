import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Quizzes in frozen versions, attempts and their answers. */
export class Assessment1795000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quizzes (
        id uuid CONSTRAINT pk_quizzes PRIMARY KEY,
        key text NOT NULL CONSTRAINT uq_quizzes_key UNIQUE,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE quiz_versions (
        id uuid CONSTRAINT pk_quiz_versions PRIMARY KEY,
        quiz_id uuid NOT NULL CONSTRAINT fk_quiz_versions_quiz_id REFERENCES quizzes (id),
        number integer NOT NULL,
        title text NOT NULL,
        pass_percent integer NOT NULL
          CONSTRAINT ck_quiz_versions_pass_percent CHECK (pass_percent BETWEEN 0 AND 100),
        max_attempts integer CONSTRAINT ck_quiz_versions_max_attempts CHECK (max_attempts > 0),
        questions jsonb NOT NULL,
        content_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_quiz_versions_number UNIQUE (quiz_id, number)
      );
      CREATE TRIGGER tr_quiz_versions_append_only BEFORE UPDATE OR DELETE ON quiz_versions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE attempts (
        id uuid CONSTRAINT pk_attempts PRIMARY KEY,
        quiz_id uuid NOT NULL CONSTRAINT fk_attempts_quiz_id REFERENCES quizzes (id),
        quiz_version_id uuid NOT NULL CONSTRAINT fk_attempts_quiz_version_id REFERENCES quiz_versions (id),
        person_id uuid NOT NULL CONSTRAINT fk_attempts_person_id REFERENCES people (id),
        enrolment_id uuid NOT NULL,
        lesson_id uuid NOT NULL,
        number integer NOT NULL,
        state text NOT NULL CONSTRAINT ck_attempts_state CHECK (state IN ('open', 'submitted')),
        started_at timestamptz NOT NULL,
        submitted_at timestamptz,
        right_count integer,
        score_percent integer,
        passed boolean,
        CONSTRAINT uq_attempts_number UNIQUE (enrolment_id, lesson_id, number),
        CONSTRAINT ck_attempts_result CHECK ((state = 'submitted') = (submitted_at IS NOT NULL
          AND right_count IS NOT NULL AND score_percent IS NOT NULL AND passed IS NOT NULL))
      );
      CREATE UNIQUE INDEX uq_attempts_open ON attempts (person_id, enrolment_id, lesson_id) WHERE state = 'open';

      CREATE TABLE attempt_answers (
        attempt_id uuid NOT NULL CONSTRAINT fk_attempt_answers_attempt_id REFERENCES attempts (id),
        question_key text NOT NULL,
        choice_keys text[] NOT NULL,
        sequence integer NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT pk_attempt_answers PRIMARY KEY (attempt_id, question_key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attempt_answers, attempts, quiz_versions, quizzes;');
  }
}

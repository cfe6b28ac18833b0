import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses with lessons and materials; course runs with their seats, training days and instructors. */
export class Courses1795000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE courses (
        id uuid CONSTRAINT pk_courses PRIMARY KEY,
        slug text NOT NULL CONSTRAINT uq_courses_slug UNIQUE,
        position integer NOT NULL,
        stage text NOT NULL,
        title text NOT NULL,
        short_title text NOT NULL,
        tagline text NOT NULL,
        summary text NOT NULL,
        audience text NOT NULL,
        outcomes jsonb NOT NULL,
        faq jsonb NOT NULL,
        completion_rule jsonb NOT NULL
      );

      CREATE TABLE materials (
        id uuid CONSTRAINT pk_materials PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT fk_materials_course_id REFERENCES courses (id),
        slug text NOT NULL CONSTRAINT uq_materials_slug UNIQUE,
        position integer NOT NULL,
        title text NOT NULL,
        minutes integer NOT NULL,
        sections jsonb NOT NULL,
        glossary jsonb NOT NULL
      );
      CREATE INDEX ix_materials_course_id ON materials (course_id);

      CREATE TABLE lessons (
        id uuid CONSTRAINT pk_lessons PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT fk_lessons_course_id REFERENCES courses (id),
        position integer NOT NULL,
        kind text NOT NULL CONSTRAINT ck_lessons_kind
          CHECK (kind IN ('video', 'material', 'quiz', 'training_day')),
        title text NOT NULL,
        summary text NOT NULL,
        minutes integer NOT NULL,
        required boolean NOT NULL,
        video_id uuid CONSTRAINT fk_lessons_video_id REFERENCES videos (id),
        material_id uuid CONSTRAINT fk_lessons_material_id REFERENCES materials (id),
        quiz_id uuid CONSTRAINT fk_lessons_quiz_id REFERENCES quizzes (id),
        CONSTRAINT uq_lessons_position UNIQUE (course_id, position),
        CONSTRAINT ck_lessons_content CHECK (
          (video_id IS NOT NULL) = (kind = 'video') AND (material_id IS NOT NULL) = (kind = 'material')
          AND (quiz_id IS NOT NULL) = (kind = 'quiz'))
      );

      CREATE TABLE course_runs (
        id uuid CONSTRAINT pk_course_runs PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT fk_course_runs_course_id REFERENCES courses (id),
        name text NOT NULL,
        fiscal_year integer NOT NULL,
        status text NOT NULL CONSTRAINT ck_course_runs_status
          CHECK (status IN ('draft', 'published', 'cancelled')),
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        capacity integer NOT NULL,
        taken integer NOT NULL,
        waiting integer NOT NULL,
        waiting_numbers integer NOT NULL,
        minimum_age integer,
        fee text,
        bring text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT ck_course_runs_window CHECK (closes_at > opens_at),
        CONSTRAINT ck_course_runs_taken CHECK (taken >= 0 AND taken <= capacity),
        CONSTRAINT ck_course_runs_waiting CHECK (waiting >= 0 AND waiting <= waiting_numbers)
      );
      CREATE INDEX ix_course_runs_course_id ON course_runs (course_id);
      CREATE INDEX ix_course_runs_closes_at ON course_runs (closes_at, id);

      CREATE TABLE class_sessions (
        id uuid CONSTRAINT pk_class_sessions PRIMARY KEY,
        course_run_id uuid NOT NULL CONSTRAINT fk_class_sessions_course_run_id REFERENCES course_runs (id),
        lesson_id uuid NOT NULL CONSTRAINT fk_class_sessions_lesson_id REFERENCES lessons (id),
        held_on date NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        hall text NOT NULL,
        hall_address text NOT NULL,
        note text,
        cancelled boolean NOT NULL,
        CONSTRAINT ck_class_sessions_times CHECK (ends_at > starts_at)
      );
      CREATE INDEX ix_class_sessions_run ON class_sessions (course_run_id, starts_at);
      CREATE INDEX ix_class_sessions_starts_at ON class_sessions (starts_at);

      CREATE TABLE run_instructors (
        course_run_id uuid NOT NULL CONSTRAINT fk_run_instructors_course_run_id REFERENCES course_runs (id),
        person_id uuid NOT NULL CONSTRAINT fk_run_instructors_person_id REFERENCES people (id),
        CONSTRAINT pk_run_instructors PRIMARY KEY (course_run_id, person_id)
      );
      CREATE INDEX ix_run_instructors_person_id ON run_instructors (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE run_instructors, class_sessions, course_runs, lessons, materials, courses;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How much of a film a lesson asks for, and whether its digest counts; set by the office. A digest is no lesson of its
 * own any more: where one stood beside its long film and nobody had to watch it, it is folded into the other.
 */
export class FilmRules1795000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE courses ADD COLUMN digest_counts boolean NOT NULL DEFAULT false;
      ALTER TABLE lessons ADD COLUMN threshold_percent smallint NOT NULL DEFAULT 95
        CONSTRAINT ck_lessons_threshold_percent CHECK (threshold_percent BETWEEN 50 AND 99);
      ALTER TABLE lesson_progress ADD COLUMN by_viewing boolean NOT NULL DEFAULT false;

      CREATE TEMPORARY TABLE folded_lessons ON COMMIT DROP AS
        SELECT l.id, l.course_id, l.position FROM lessons l JOIN videos v ON v.id = l.video_id
        WHERE NOT l.required AND v.digest_of IN (SELECT o.video_id FROM lessons o WHERE o.course_id = l.course_id);
      DELETE FROM playbacks WHERE lesson_id IN (SELECT id FROM folded_lessons);
      DELETE FROM lesson_progress WHERE lesson_id IN (SELECT id FROM folded_lessons);
      DELETE FROM lessons WHERE id IN (SELECT id FROM folded_lessons);
      -- Those behind move up; in two steps, because no two lessons may stand in one place even for a moment
      UPDATE lessons l SET position = 100000 + l.position
          - (SELECT count(*) FROM folded_lessons f WHERE f.course_id = l.course_id AND f.position < l.position)
        WHERE course_id IN (SELECT course_id FROM folded_lessons);
      UPDATE lessons SET position = position - 100000 WHERE position >= 100000;
      DROP TABLE folded_lessons;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE lesson_progress DROP COLUMN by_viewing;
      ALTER TABLE lessons DROP COLUMN threshold_percent;
      ALTER TABLE courses DROP COLUMN digest_counts;
    `);
  }
}

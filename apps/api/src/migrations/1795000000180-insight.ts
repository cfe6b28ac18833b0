import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of how films are watched. What a player said counts only as far as it was credited; they own nothing. */
export class Insight1795000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW report_playbacks AS
      SELECT p.id AS playback_id, p.video_id, p.person_id, p.started_at, p.last_report_at, p.failed_reports,
        p.played * w.ranges AS played, p.replayed * w.ranges AS replayed
      FROM playbacks p JOIN watched_ranges w ON w.person_id = p.person_id AND w.video_id = p.video_id;

      CREATE VIEW report_film_watchers AS
      SELECT w.video_id, w.person_id, w.ranges, w.resume_ms, w.updated_at AS last_report_at,
        multirange_length(w.ranges) >= ceil(v.duration_ms * coalesce(latest.threshold_percent, 95) / 100.0) AS done
      FROM watched_ranges w JOIN videos v ON v.id = w.video_id
        LEFT JOIN LATERAL (
          SELECT p.threshold_percent FROM playbacks p
          WHERE p.person_id = w.person_id AND p.video_id = w.video_id
          ORDER BY p.started_at DESC, p.id DESC LIMIT 1
        ) AS latest ON true
      WHERE v.duration_ms IS NOT NULL;

      -- Which run shows which film: the film of a lesson, and the digest of it
      CREATE VIEW report_run_films AS
      SELECT DISTINCT r.id AS course_run_id, v.id AS video_id
      FROM course_runs r JOIN lessons l ON l.course_id = r.course_id AND l.video_id IS NOT NULL
        JOIN videos v ON v.id = l.video_id OR v.digest_of = l.video_id
      WHERE v.duration_ms IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW report_run_films, report_film_watchers, report_playbacks');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What capabilities publish of one learner for the pages (docs/adr/0040): by person, so that a page reads them together. */
export class PageViews1795000000291 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW page_people AS SELECT id AS person_id, name, kana, born_on FROM people;

      CREATE VIEW page_enrolments AS
        SELECT e.person_id, e.id AS enrolment_id, e.course_run_id, e.course_id, e.status, e.confirmed_at, e.completed_on,
          e.created_at, a.wishes, a.reception_number, a.applied_at,
          CASE WHEN e.status = 'waitlisted' THEN (SELECT count(*)::int + 1 FROM enrolments w
            WHERE w.course_run_id = e.course_run_id AND w.status = 'waitlisted'
              AND w.waiting_number < e.waiting_number) END AS waiting_position
        FROM enrolments e JOIN applications a ON a.id = e.application_id;

      CREATE VIEW page_progress AS
        SELECT enrolment_id, lesson_id, state, best_percent, done_at, last_active_at FROM lesson_progress
        UNION ALL
        SELECT enrolment_id, lesson_id, 'done', NULL, min(recorded_at), min(recorded_at)
        FROM lesson_attendances WHERE attended GROUP BY enrolment_id, lesson_id;

      CREATE VIEW page_watching AS
        SELECT p.person_id, v.id AS video_id, v.digest_of, w.ranges::text AS ranges, w.resume_ms, w.updated_at,
          v.duration_ms, (SELECT json_build_object('heldOn', s.held_on, 'place', s.place) FROM showing_credits s
            WHERE s.person_id = p.person_id AND s.video_id = v.id AND s.revoked_at IS NULL
            ORDER BY s.held_on DESC LIMIT 1) AS group_viewing
        FROM (SELECT person_id, video_id FROM watched_ranges
            UNION SELECT person_id, video_id FROM showing_credits WHERE revoked_at IS NULL) p
          JOIN videos v ON v.id = p.video_id
          LEFT JOIN watched_ranges w ON w.video_id = v.id AND w.person_id = p.person_id
        WHERE v.duration_ms IS NOT NULL;

      CREATE VIEW page_attendances AS SELECT enrolment_id, class_session_id, status FROM attendances;

      CREATE VIEW page_certificates AS
        SELECT person_id, enrolment_id, id AS certificate_id, completed_on FROM certificates WHERE state = 'valid';

      CREATE VIEW page_name_confirmations AS
        SELECT n.person_id, n.id, n.registered_name, n.printed_name, n.choice, n.note, n.via, n.recorded_at,
          r.name AS by_name
        FROM name_confirmations n LEFT JOIN people r ON r.id = n.recorded_by;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW page_people, page_enrolments, page_progress, page_watching, page_attendances, page_certificates,
        page_name_confirmations
    `);
  }
}

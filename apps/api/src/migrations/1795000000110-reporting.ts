import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views that lists and exports read; they own nothing. */
export class Reporting1795000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW report_run_counts AS
      SELECT r.id AS course_run_id,
        count(e.id) FILTER (WHERE e.status IN ('applied', 'selected'))::int AS applied,
        count(e.id) FILTER (WHERE e.status = 'waitlisted')::int AS waitlisted,
        count(e.id) FILTER (WHERE e.status = 'confirmed')::int AS confirmed,
        count(e.id) FILTER (WHERE e.status = 'completed')::int AS completed,
        (SELECT count(*)::int FROM certificates c WHERE c.course_run_id = r.id AND c.state = 'valid') AS certificates
      FROM course_runs r LEFT JOIN enrolments e ON e.course_run_id = r.id
      GROUP BY r.id;

      CREATE VIEW report_applications AS
      SELECT a.id, a.reception_number, a.applied_at, a.channel, a.course_run_id, c.title AS course_title,
        r.name AS run_name, r.fiscal_year, e.status, e.id AS enrolment_id, e.person_id, e.created_at,
        CASE WHEN e.status = 'waitlisted' THEN (SELECT count(*)::int + 1 FROM enrolments w
          WHERE w.course_run_id = e.course_run_id AND w.status = 'waitlisted'
            AND w.waiting_number < e.waiting_number) END AS waiting_position,
        p.name, p.kana, p.kana_key, p.born_on, p.phone, p.email, p.postal_code, p.address,
        d.area, d.name AS district_name, a.wishes, a.reply_by
      FROM applications a
        JOIN enrolments e ON e.application_id = a.id
        JOIN people p ON p.id = e.person_id
        JOIN course_runs r ON r.id = a.course_run_id
        JOIN courses c ON c.id = r.course_id
        LEFT JOIN districts d ON d.id = p.district_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW report_applications, report_run_counts');
  }
}

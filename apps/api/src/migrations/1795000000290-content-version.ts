import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changes only when the office saves. Of course_runs the counters of seats are left out: every application moves them. */
const contentTables: readonly [table: string, columns?: string][] = [
  ['courses'],
  ['lessons'],
  [
    'course_runs',
    'course_id, name, fiscal_year, status, opens_at, closes_at, capacity, minimum_age, fee, bring',
  ],
  ['class_sessions'],
  ['run_instructors'],
  ['districts'],
  ['videos'],
  ['caption_tracks'],
  ['materials'],
  ['material_documents'],
  ['quizzes'],
  ['quiz_versions'],
  ['supporter_activities'],
  ['supporter_pledges'],
  ['supporter_settings'],
  ['certificate_issuer'],
];

/**
 * The version of the content that processes keep in memory. The triggers run at the end of a transaction, so that two
 * saves wait for each other only while they commit.
 */
export class ContentVersion1795000000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE content_version (
        single boolean NOT NULL DEFAULT true CONSTRAINT pk_content_version PRIMARY KEY,
        version bigint NOT NULL,
        CONSTRAINT ck_content_version_single CHECK (single)
      )
    `);
    await runner.query(`INSERT INTO content_version (version) VALUES (0)`);
    await runner.query(`
      CREATE FUNCTION content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        mine CONSTANT bigint := pg_current_xact_id()::text::bigint;
      BEGIN
        UPDATE content_version SET version = mine WHERE version <> mine;
        RETURN NULL;
      END $$
    `);
    for (const [table, columns] of contentTables) {
      await runner.query(`
        CREATE CONSTRAINT TRIGGER ct_${table}_content
        AFTER INSERT OR DELETE OR UPDATE ${columns ? `OF ${columns}` : ''} ON ${table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed()
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of contentTables) await runner.query(`DROP TRIGGER ct_${table}_content ON ${table}`);
    await runner.query('DROP FUNCTION content_changed()');
    await runner.query('DROP TABLE content_version');
  }
}

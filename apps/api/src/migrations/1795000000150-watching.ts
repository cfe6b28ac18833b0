import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a playback showed, so that the office can see which parts are watched again and where people stop, and the
 * threshold of the lesson it was opened for. Both tables keep room in their pages: every report of a player rewrites
 * one row of each, and a row that finds room beside itself touches no index.
 */
export class Watching1795000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE playbacks
        ADD COLUMN played int4multirange NOT NULL DEFAULT '{}',
        ADD COLUMN replayed int4multirange NOT NULL DEFAULT '{}',
        ADD COLUMN position_ms integer NOT NULL DEFAULT 0,
        ADD COLUMN failed_reports integer NOT NULL DEFAULT 0,
        ADD COLUMN threshold_percent smallint NOT NULL DEFAULT 95,
        ADD CONSTRAINT ck_playbacks_position_ms CHECK (position_ms >= 0),
        ADD CONSTRAINT ck_playbacks_failed_reports CHECK (failed_reports >= 0),
        ADD CONSTRAINT ck_playbacks_threshold_percent CHECK (threshold_percent BETWEEN 50 AND 99);
      ALTER TABLE playbacks SET (fillfactor = 60);
      ALTER TABLE watched_ranges SET (fillfactor = 60);

      -- Earlier playbacks did not keep what they showed: all that is credited stands with the latest of each account
      UPDATE playbacks p SET played = w.ranges, position_ms = greatest(0, w.resume_ms)
      FROM watched_ranges w
      WHERE p.id = (SELECT latest.id FROM playbacks latest
        WHERE latest.person_id = w.person_id AND latest.video_id = w.video_id
        ORDER BY latest.last_report_at DESC NULLS LAST, latest.started_at DESC, latest.id LIMIT 1);

      CREATE INDEX ix_playbacks_video_id ON playbacks (video_id, person_id);

      -- $1 + $2, or $1 alone where the union would lie in more than $3 pieces: only a forger's ranges are such dust
      CREATE FUNCTION multirange_joined(int4multirange, int4multirange, integer) RETURNS int4multirange
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN (
          SELECT CASE WHEN (SELECT count(*) FROM unnest(joined)) <= $3
              OR (SELECT count(*) FROM unnest(joined)) <= (SELECT count(*) FROM unnest($1))
            THEN joined ELSE $1 END
          FROM (SELECT $1 + $2 AS joined) AS both_of_them
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION multirange_joined;
      DROP INDEX ix_playbacks_video_id;
      ALTER TABLE watched_ranges RESET (fillfactor);
      ALTER TABLE playbacks RESET (fillfactor), DROP COLUMN threshold_percent, DROP COLUMN failed_reports,
        DROP COLUMN position_ms, DROP COLUMN replayed, DROP COLUMN played;
    `);
  }
}

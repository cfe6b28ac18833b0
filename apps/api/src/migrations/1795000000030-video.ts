import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Films, their showings to one person (playbacks), and what of a film a person has watched. */
export class Video1795000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE videos (
        id uuid CONSTRAINT pk_videos PRIMARY KEY,
        slug text NOT NULL CONSTRAINT uq_videos_slug UNIQUE,
        position integer NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        version text NOT NULL CONSTRAINT ck_videos_version CHECK (version IN ('long', 'digest')),
        duration_ms integer NOT NULL CONSTRAINT ck_videos_duration_ms CHECK (duration_ms > 0),
        files jsonb NOT NULL,
        transcript jsonb NOT NULL,
        chapters jsonb NOT NULL,
        credit text NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE playbacks (
        id uuid CONSTRAINT pk_playbacks PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_playbacks_person_id REFERENCES people (id),
        video_id uuid NOT NULL CONSTRAINT fk_playbacks_video_id REFERENCES videos (id),
        enrolment_id uuid NOT NULL,
        lesson_id uuid NOT NULL,
        started_at timestamptz NOT NULL,
        last_report_at timestamptz,
        last_sequence integer NOT NULL,
        seen_sequences int4multirange NOT NULL
      );
      CREATE INDEX ix_playbacks_person_id ON playbacks (person_id, video_id);

      CREATE TABLE watched_ranges (
        person_id uuid NOT NULL CONSTRAINT fk_watched_ranges_person_id REFERENCES people (id),
        video_id uuid NOT NULL CONSTRAINT fk_watched_ranges_video_id REFERENCES videos (id),
        ranges int4multirange NOT NULL,
        present tstzmultirange NOT NULL,
        resume_ms integer NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_watched_ranges PRIMARY KEY (person_id, video_id)
      );

      CREATE FUNCTION multirange_length(int4multirange) RETURNS bigint
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest($1) AS r);

      CREATE FUNCTION multirange_milliseconds(tstzmultirange) RETURNS bigint
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN (SELECT coalesce(floor(sum(extract(epoch FROM upper(r) - lower(r))) * 1000), 0)::bigint
                FROM unnest($1) AS r);

      -- The first $2 units of a multirange, from its beginning
      CREATE FUNCTION multirange_head(int4multirange, bigint) RETURNS int4multirange
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN (
          SELECT coalesce(range_agg(int4range(lower(r), least(upper(r), lower(r) + $2 - before)::integer)), '{}')
          FROM (
            SELECT r, coalesce(sum(upper(r) - lower(r)) OVER (
              ORDER BY lower(r) ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
            FROM unnest($1) AS r
          ) AS pieces
          WHERE before < $2
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION multirange_head, multirange_milliseconds, multirange_length;
      DROP TABLE watched_ranges, playbacks, videos;
    `);
  }
}

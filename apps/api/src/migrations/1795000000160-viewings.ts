import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Group viewings (学習会視聴), who was there, and what they are credited with; the role of those who hold them. */
export class Viewings1795000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people DROP CONSTRAINT ck_people_roles;
      ALTER TABLE people ADD CONSTRAINT ck_people_roles CHECK (cardinality(roles) > 0
        AND roles <@ ARRAY['learner', 'instructor', 'office', 'admin', 'organiser']);
      DROP INDEX ix_people_staff;
      CREATE INDEX ix_people_staff ON people (kana_key, id)
        WHERE roles && ARRAY['instructor', 'office', 'admin', 'organiser'];

      CREATE TABLE group_viewings (
        id uuid CONSTRAINT pk_group_viewings PRIMARY KEY,
        video_id uuid NOT NULL CONSTRAINT fk_group_viewings_video_id REFERENCES videos (id),
        organiser_id uuid NOT NULL CONSTRAINT fk_group_viewings_organiser_id REFERENCES people (id),
        association text NOT NULL,
        district_id uuid CONSTRAINT fk_group_viewings_district_id REFERENCES districts (id),
        place text NOT NULL,
        held_on date NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        expected_count integer NOT NULL,
        others_count integer,
        state text NOT NULL CONSTRAINT ck_group_viewings_state
          CHECK (state IN ('planned', 'held', 'interrupted', 'cancelled')),
        state_reason text,
        code text NOT NULL CONSTRAINT uq_group_viewings_code UNIQUE,
        revision integer NOT NULL,
        created_at timestamptz NOT NULL,
        closed_at timestamptz,
        CONSTRAINT ck_group_viewings_times CHECK (ends_at > starts_at),
        CONSTRAINT ck_group_viewings_counts CHECK (expected_count >= 0 AND others_count >= 0)
      );
      CREATE INDEX ix_group_viewings_held_on ON group_viewings (held_on, id);
      CREATE INDEX ix_group_viewings_organiser_id ON group_viewings (organiser_id, held_on);

      CREATE TABLE group_viewing_attendees (
        group_viewing_id uuid NOT NULL
          CONSTRAINT fk_group_viewing_attendees_group_viewing_id REFERENCES group_viewings (id),
        person_id uuid NOT NULL CONSTRAINT fk_group_viewing_attendees_person_id REFERENCES people (id),
        came_by text NOT NULL CONSTRAINT ck_group_viewing_attendees_came_by
          CHECK (came_by IN ('phone', 'card', 'roster')),
        recorded_at timestamptz NOT NULL,
        recorded_by uuid CONSTRAINT fk_group_viewing_attendees_recorded_by REFERENCES people (id),
        removed_at timestamptz,
        removed_reason text,
        CONSTRAINT pk_group_viewing_attendees PRIMARY KEY (group_viewing_id, person_id)
      );
      CREATE INDEX ix_group_viewing_attendees_person_id ON group_viewing_attendees (person_id);

      CREATE TABLE showing_credits (
        person_id uuid NOT NULL CONSTRAINT fk_showing_credits_person_id REFERENCES people (id),
        video_id uuid NOT NULL CONSTRAINT fk_showing_credits_video_id REFERENCES videos (id),
        group_viewing_id uuid NOT NULL
          CONSTRAINT fk_showing_credits_group_viewing_id REFERENCES group_viewings (id),
        held_on date NOT NULL,
        place text NOT NULL,
        granted_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT pk_showing_credits PRIMARY KEY (person_id, video_id, group_viewing_id)
      );
      CREATE INDEX ix_showing_credits_group_viewing_id ON showing_credits (group_viewing_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE showing_credits, group_viewing_attendees, group_viewings;
      UPDATE people SET roles = array_remove(roles, 'organiser') || '{learner}' WHERE 'organiser' = ANY(roles);
      DROP INDEX ix_people_staff;
      CREATE INDEX ix_people_staff ON people (kana_key, id) WHERE roles && ARRAY['instructor', 'office', 'admin'];
      ALTER TABLE people DROP CONSTRAINT ck_people_roles;
      ALTER TABLE people ADD CONSTRAINT ck_people_roles CHECK (cardinality(roles) > 0
        AND roles <@ ARRAY['learner', 'instructor', 'office', 'admin']);
    `);
  }
}

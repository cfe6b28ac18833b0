import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first text of the pledge; a changed one is a new version, and this one stays with those who agreed to it. */
const pledge = `活動をとおして知った、ご家庭や個人のことを、ほかの人に話しません。
名前や住所がわかる写真や文章を、インターネットなどに出しません。
困ったことや心配なことに気づいたときは、社会福祉協議会に相談します。
サポーターを退いたあとも、この約束を守ります。`;

/** Registration of supporters (活動登録), their pledges, pairs and follow-up meetings. */
export class Supporters1795000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supporter_settings (
        id smallint CONSTRAINT pk_supporter_settings PRIMARY KEY CONSTRAINT ck_supporter_settings_one CHECK (id = 1),
        term_years integer NOT NULL,
        first_reminder_days integer NOT NULL,
        second_reminder_days integer NOT NULL,
        grace_days integer NOT NULL,
        CONSTRAINT ck_supporter_settings_values CHECK (term_years BETWEEN 1 AND 10
          AND second_reminder_days >= 0 AND first_reminder_days > second_reminder_days AND grace_days >= 0)
      );
      INSERT INTO supporter_settings VALUES (1, 2, 60, 14, 30);

      CREATE TABLE supporter_activities (
        id uuid CONSTRAINT pk_supporter_activities PRIMARY KEY,
        name text NOT NULL,
        position integer NOT NULL,
        retired boolean NOT NULL
      );
      INSERT INTO supporter_activities VALUES
        ('01950000-0000-7000-8000-000000000001', '居場所・サロンの手伝い', 1, false),
        ('01950000-0000-7000-8000-000000000002', '見守り・声かけ', 2, false),
        ('01950000-0000-7000-8000-000000000003', '買い物の手伝い', 3, false),
        ('01950000-0000-7000-8000-000000000004', 'ゴミ出し', 4, false),
        ('01950000-0000-7000-8000-000000000005', '外出の付き添い', 5, false),
        ('01950000-0000-7000-8000-000000000006', '傾聴(お話を聴くこと)', 6, false);

      CREATE TABLE supporter_pledges (
        version integer CONSTRAINT pk_supporter_pledges PRIMARY KEY,
        text text NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid CONSTRAINT fk_supporter_pledges_created_by REFERENCES people (id)
      );

      CREATE TABLE supporter_counters (
        fiscal_year integer CONSTRAINT pk_supporter_counters PRIMARY KEY,
        last_serial integer NOT NULL
      );

      CREATE TABLE supporters (
        id uuid CONSTRAINT pk_supporters PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_supporters_person_id REFERENCES people (id),
        state text NOT NULL CONSTRAINT ck_supporters_state
          CHECK (state IN ('applied', 'active', 'on_leave', 'ended', 'expired')),
        applied_at timestamptz NOT NULL,
        applied_by text NOT NULL CONSTRAINT ck_supporters_applied_by CHECK (applied_by IN ('self', 'paper')),
        activity_ids uuid[] NOT NULL,
        note text,
        slots text[] NOT NULL CONSTRAINT ck_supporters_slots CHECK (cardinality(slots) > 0 AND slots <@ ARRAY[
          'mon_am', 'mon_pm', 'tue_am', 'tue_pm', 'wed_am', 'wed_pm', 'thu_am', 'thu_pm', 'fri_am', 'fri_pm',
          'sat_am', 'sat_pm', 'sun_am', 'sun_pm']),
        reach text NOT NULL CONSTRAINT ck_supporters_reach CHECK (reach IN ('on_foot', 'by_bicycle', 'whole_city')),
        district_ids uuid[] NOT NULL,
        contact_by text NOT NULL CONSTRAINT ck_supporters_contact_by CHECK (contact_by IN ('phone', 'mail', 'letter')),
        emergency_name text,
        emergency_phone text,
        fiscal_year integer,
        serial integer,
        number text,
        card_code text CONSTRAINT uq_supporters_card_code UNIQUE,
        confirmed_on date,
        confirmed_by uuid CONSTRAINT fk_supporters_confirmed_by REFERENCES people (id),
        valid_until date,
        leave_from date,
        leave_until date,
        leave_reason text,
        ended_on date,
        end_reason text,
        CONSTRAINT uq_supporters_serial UNIQUE (fiscal_year, serial),
        CONSTRAINT ck_supporters_confirmed CHECK (state IN ('applied', 'ended')
          OR (number IS NOT NULL AND card_code IS NOT NULL AND valid_until IS NOT NULL)),
        CONSTRAINT ck_supporters_leave CHECK (leave_until >= leave_from AND (state <> 'on_leave' OR leave_from IS NOT NULL))
      );
      CREATE UNIQUE INDEX uq_supporters_current ON supporters (person_id)
        WHERE state IN ('applied', 'active', 'on_leave');
      CREATE INDEX ix_supporters_person_id ON supporters (person_id, id);
      CREATE INDEX ix_supporters_state ON supporters (state, id);

      CREATE TABLE supporter_pledge_agreements (
        id uuid CONSTRAINT pk_supporter_pledge_agreements PRIMARY KEY,
        supporter_id uuid NOT NULL CONSTRAINT fk_supporter_pledge_agreements_supporter_id REFERENCES supporters (id),
        version integer NOT NULL CONSTRAINT fk_supporter_pledge_agreements_version REFERENCES supporter_pledges (version),
        agreed_at timestamptz NOT NULL,
        way text NOT NULL CONSTRAINT ck_supporter_pledge_agreements_way CHECK (way IN ('self', 'paper')),
        occasion text NOT NULL CONSTRAINT ck_supporter_pledge_agreements_occasion
          CHECK (occasion IN ('registration', 'renewal')),
        recorded_by uuid CONSTRAINT fk_supporter_pledge_agreements_recorded_by REFERENCES people (id)
      );
      CREATE INDEX ix_supporter_pledge_agreements_supporter_id ON supporter_pledge_agreements (supporter_id, id);

      CREATE TABLE supporter_drafts (
        person_id uuid CONSTRAINT pk_supporter_drafts PRIMARY KEY
          CONSTRAINT fk_supporter_drafts_person_id REFERENCES people (id),
        answers jsonb NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE supporter_reminders (
        supporter_id uuid NOT NULL CONSTRAINT fk_supporter_reminders_supporter_id REFERENCES supporters (id),
        valid_until date NOT NULL,
        kind text NOT NULL CONSTRAINT ck_supporter_reminders_kind CHECK (kind IN ('first', 'second')),
        told_at timestamptz NOT NULL,
        CONSTRAINT pk_supporter_reminders PRIMARY KEY (supporter_id, valid_until, kind)
      );
    `);
    await runner.query(
      `INSERT INTO supporter_pledges VALUES (1, $1, '2026-04-01T00:00:00+09:00'::timestamptz, NULL)`,
      [pledge],
    );
    await createPairsAndMeetings(runner);
    await createView(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW report_supporters;
      DROP TABLE supporter_meeting_people, supporter_meetings, supporter_pairs, supporter_reminders, supporter_drafts,
        supporter_pledge_agreements, supporters, supporter_counters, supporter_pledges, supporter_activities,
        supporter_settings;
    `);
  }
}

async function createPairsAndMeetings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE supporter_pairs (
      id uuid CONSTRAINT pk_supporter_pairs PRIMARY KEY,
      first_id uuid NOT NULL CONSTRAINT fk_supporter_pairs_first_id REFERENCES supporters (id),
      second_id uuid NOT NULL CONSTRAINT fk_supporter_pairs_second_id REFERENCES supporters (id),
      activity_id uuid CONSTRAINT fk_supporter_pairs_activity_id REFERENCES supporter_activities (id),
      note text,
      made_at timestamptz NOT NULL,
      made_by uuid CONSTRAINT fk_supporter_pairs_made_by REFERENCES people (id),
      dissolved_at timestamptz,
      dissolved_by uuid CONSTRAINT fk_supporter_pairs_dissolved_by REFERENCES people (id),
      dissolved_reason text,
      CONSTRAINT ck_supporter_pairs_order CHECK (first_id < second_id),
      CONSTRAINT ck_supporter_pairs_dissolved CHECK ((dissolved_at IS NULL) = (dissolved_reason IS NULL))
    );
    CREATE UNIQUE INDEX uq_supporter_pairs_open ON supporter_pairs (first_id, second_id) WHERE dissolved_at IS NULL;
    CREATE INDEX ix_supporter_pairs_second_id ON supporter_pairs (second_id);

    CREATE TABLE supporter_meetings (
      id uuid CONSTRAINT pk_supporter_meetings PRIMARY KEY,
      title text NOT NULL,
      held_on date NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      hall text NOT NULL,
      hall_address text NOT NULL,
      capacity integer,
      note text,
      district_ids uuid[] NOT NULL,
      activity_ids uuid[] NOT NULL,
      created_at timestamptz NOT NULL,
      created_by uuid CONSTRAINT fk_supporter_meetings_created_by REFERENCES people (id),
      cancelled_at timestamptz,
      cancelled_reason text,
      CONSTRAINT ck_supporter_meetings_times CHECK (ends_at > starts_at),
      CONSTRAINT ck_supporter_meetings_capacity CHECK (capacity > 0)
    );
    CREATE INDEX ix_supporter_meetings_held_on ON supporter_meetings (held_on, id);

    CREATE TABLE supporter_meeting_people (
      meeting_id uuid NOT NULL CONSTRAINT fk_supporter_meeting_people_meeting_id REFERENCES supporter_meetings (id),
      supporter_id uuid NOT NULL CONSTRAINT fk_supporter_meeting_people_supporter_id REFERENCES supporters (id),
      reply text CONSTRAINT ck_supporter_meeting_people_reply CHECK (reply IN ('coming', 'absent')),
      replied_at timestamptz,
      attended boolean,
      recorded_at timestamptz,
      recorded_by uuid CONSTRAINT fk_supporter_meeting_people_recorded_by REFERENCES people (id),
      CONSTRAINT pk_supporter_meeting_people PRIMARY KEY (meeting_id, supporter_id)
    );
    CREATE INDEX ix_supporter_meeting_people_supporter_id ON supporter_meeting_people (supporter_id);
  `);
}

/** What the export reads; it owns nothing. */
async function createView(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE VIEW report_supporters AS
    SELECT s.id, s.number, s.fiscal_year, s.serial, s.state, s.applied_at, s.confirmed_on, s.valid_until,
      p.name, p.kana, p.kana_key, p.phone, p.email, p.address, d.area, d.name AS district_name,
      ARRAY(SELECT a.name FROM supporter_activities a WHERE a.id = ANY(s.activity_ids) ORDER BY a.position) AS activities,
      s.slots, s.reach,
      ARRAY(SELECT t.name FROM districts t WHERE t.id = ANY(s.district_ids) ORDER BY t.position) AS districts,
      s.contact_by, s.note, s.leave_from, s.leave_until, s.ended_on,
      (SELECT max(g.version) FROM supporter_pledge_agreements g WHERE g.supporter_id = s.id) AS pledge_version,
      ARRAY(SELECT o.name FROM supporter_pairs r JOIN supporters b ON b.id IN (r.first_id, r.second_id) AND b.id <> s.id
          JOIN people o ON o.id = b.person_id
        WHERE s.id IN (r.first_id, r.second_id) AND r.dissolved_at IS NULL ORDER BY o.kana_key) AS partners
    FROM supporters s JOIN people p ON p.id = s.person_id LEFT JOIN districts d ON d.id = p.district_id;
  `);
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, districts, accounts, cards, sign-ins, password resets and the brakes on guessing. */
export class People1795000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE districts (
        id uuid CONSTRAINT pk_districts PRIMARY KEY,
        area text NOT NULL,
        name text NOT NULL,
        position integer NOT NULL,
        CONSTRAINT uq_districts_area_name UNIQUE (area, name)
      );

      CREATE TABLE people (
        id uuid CONSTRAINT pk_people PRIMARY KEY,
        name text NOT NULL,
        kana text NOT NULL,
        born_on date,
        phone text,
        phone_digits text,
        email text,
        email_key text,
        postal_code text,
        address text NOT NULL,
        district_id uuid CONSTRAINT fk_people_district_id REFERENCES districts (id),
        wishes text[] NOT NULL DEFAULT '{}',
        wish_note text,
        roles text[] NOT NULL DEFAULT '{learner}',
        kana_key text NOT NULL,
        search_text text NOT NULL,
        search_grams text[] NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT ck_people_roles
          CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['learner', 'instructor', 'office', 'admin'])
      );
      CREATE INDEX ix_people_kana_key ON people (kana_key, id);
      CREATE INDEX ix_people_email_key ON people (email_key);
      CREATE INDEX ix_people_phone_digits ON people (phone_digits);
      CREATE INDEX ix_people_search_grams ON people USING gin (search_grams);
      CREATE INDEX ix_people_staff ON people (kana_key, id) WHERE roles && ARRAY['instructor', 'office', 'admin'];

      CREATE TABLE accounts (
        person_id uuid CONSTRAINT pk_accounts PRIMARY KEY CONSTRAINT fk_accounts_person_id REFERENCES people (id),
        email_key text CONSTRAINT uq_accounts_email_key UNIQUE,
        password_hash text,
        password_changed_at timestamptz,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE learner_cards (
        id uuid CONSTRAINT pk_learner_cards PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_learner_cards_person_id REFERENCES people (id),
        number text NOT NULL CONSTRAINT uq_learner_cards_number UNIQUE,
        secret_hash text NOT NULL,
        issued_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX ix_learner_cards_person_id ON learner_cards (person_id);
      CREATE UNIQUE INDEX uq_learner_cards_person_open ON learner_cards (person_id) WHERE revoked_at IS NULL;

      CREATE TABLE sign_ins (
        id uuid CONSTRAINT pk_sign_ins PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT uq_sign_ins_token_hash UNIQUE,
        person_id uuid NOT NULL CONSTRAINT fk_sign_ins_person_id REFERENCES people (id),
        via text NOT NULL,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT ck_sign_ins_via CHECK (via IN ('password', 'card'))
      );
      CREATE INDEX ix_sign_ins_person_id ON sign_ins (person_id);
      CREATE INDEX ix_sign_ins_expires_at ON sign_ins (expires_at);

      CREATE TABLE password_resets (
        id uuid CONSTRAINT pk_password_resets PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_password_resets_person_id REFERENCES people (id),
        purpose text NOT NULL,
        token_hash bytea NOT NULL CONSTRAINT uq_password_resets_token_hash UNIQUE,
        code_hash bytea NOT NULL,
        code_attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT ck_password_resets_purpose CHECK (purpose IN ('reset', 'invitation'))
      );
      CREATE INDEX ix_password_resets_person_id ON password_resets (person_id);

      CREATE TABLE sign_in_brakes (
        key text CONSTRAINT pk_sign_in_brakes PRIMARY KEY,
        failures integer NOT NULL,
        blocked_until timestamptz NOT NULL,
        touched_at timestamptz NOT NULL
      );
      CREATE TABLE sign_in_failures (
        address_key text NOT NULL,
        account_key text NOT NULL,
        failed_at timestamptz NOT NULL,
        CONSTRAINT pk_sign_in_failures PRIMARY KEY (address_key, account_key)
      );
      CREATE INDEX ix_sign_in_failures_failed_at ON sign_in_failures (failed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_in_failures, sign_in_brakes, password_resets, sign_ins, learner_cards, accounts, people, districts;
    `);
  }
}

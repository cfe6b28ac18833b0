import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verifiable credentials beside the papers: their keys, their places in the status lists, the achievements they name. */
export class Credentials1795000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signing_keys
        ADD COLUMN public_key text,
        ALTER COLUMN private_key DROP NOT NULL,
        ALTER COLUMN certificate DROP NOT NULL,
        DROP CONSTRAINT ck_signing_keys_purpose,
        ADD CONSTRAINT ck_signing_keys_purpose CHECK (purpose IN ('pdf', 'credential', 'credential_jwt')),
        ADD CONSTRAINT ck_signing_keys_public
          CHECK ((purpose = 'pdf') = (certificate IS NOT NULL) AND (purpose = 'pdf') = (public_key IS NULL)),
        ADD CONSTRAINT ck_signing_keys_private CHECK (retired_at IS NOT NULL OR private_key IS NOT NULL);

      CREATE TABLE credential_status_lists (
        number integer CONSTRAINT pk_credential_status_lists PRIMARY KEY,
        opened_at timestamptz NOT NULL
      );

      CREATE TABLE credentials (
        source_id uuid CONSTRAINT pk_credentials PRIMARY KEY,
        list_number integer NOT NULL CONSTRAINT fk_credentials_list_number REFERENCES credential_status_lists (number),
        status_index integer NOT NULL CONSTRAINT ck_credentials_status_index CHECK (status_index BETWEEN 0 AND 131071),
        json_ld text NOT NULL,
        jwt text NOT NULL,
        issued_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT uq_credentials_place UNIQUE (list_number, status_index)
      );
      CREATE INDEX ix_credentials_revoked ON credentials (list_number) WHERE revoked_at IS NOT NULL;

      CREATE TABLE credential_achievements (
        id uuid CONSTRAINT pk_credential_achievements PRIMARY KEY,
        document text NOT NULL,
        changed_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE credential_achievements;
      DROP TABLE credentials;
      DROP TABLE credential_status_lists;
      DELETE FROM signing_keys WHERE purpose <> 'pdf' OR private_key IS NULL;
      ALTER TABLE signing_keys
        DROP CONSTRAINT ck_signing_keys_private,
        DROP CONSTRAINT ck_signing_keys_public,
        DROP CONSTRAINT ck_signing_keys_purpose,
        ADD CONSTRAINT ck_signing_keys_purpose CHECK (purpose IN ('pdf')),
        ALTER COLUMN certificate SET NOT NULL,
        ALTER COLUMN private_key SET NOT NULL,
        DROP COLUMN public_key;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way in, and what the worker makes of uploaded films. */
export class UploadsAndTranscoding1795000000125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE uploads (
        id uuid CONSTRAINT pk_uploads PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_uploads_person_id REFERENCES people (id),
        purpose text NOT NULL CONSTRAINT ck_uploads_purpose CHECK (purpose IN ('film', 'material')),
        file_name text NOT NULL,
        size_bytes bigint NOT NULL CONSTRAINT ck_uploads_size_bytes CHECK (size_bytes > 0),
        state text NOT NULL CONSTRAINT ck_uploads_state CHECK (state IN ('receiving', 'complete', 'taken')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX ix_uploads_person_id ON uploads (person_id);
      CREATE INDEX ix_uploads_expires_at ON uploads (expires_at);

      CREATE TABLE transcodes (
        id uuid CONSTRAINT pk_transcodes PRIMARY KEY,
        subject_id uuid NOT NULL,
        upload_id uuid,
        blob_key text,
        file_name text NOT NULL,
        size_bytes bigint NOT NULL,
        state text NOT NULL CONSTRAINT ck_transcodes_state CHECK (state IN ('waiting', 'running', 'finished', 'failed')),
        step text,
        percent integer NOT NULL CONSTRAINT ck_transcodes_percent CHECK (percent BETWEEN 0 AND 100),
        fault text,
        film jsonb,
        attempts integer NOT NULL,
        requested_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT ck_transcodes_source CHECK (num_nonnulls(upload_id, blob_key) = 1)
      );
      CREATE INDEX ix_transcodes_subject_id ON transcodes (subject_id, requested_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE transcodes, uploads');
  }
}

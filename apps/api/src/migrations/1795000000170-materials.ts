import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents (PDF) beside the texts of the courses, their versions, and how far each person has read. */
export class Materials1795000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE materials
        ALTER COLUMN course_id DROP NOT NULL,
        ADD COLUMN kind text NOT NULL DEFAULT 'text' CONSTRAINT ck_materials_kind
          CHECK (kind IN ('text', 'leaflet', 'bulletin', 'handout')),
        ADD COLUMN summary text NOT NULL DEFAULT '',
        ADD COLUMN year integer,
        ADD COLUMN credit text NOT NULL DEFAULT '',
        ADD COLUMN audience text NOT NULL DEFAULT 'public' CONSTRAINT ck_materials_audience
          CHECK (audience IN ('public', 'learners')),
        ADD COLUMN state text NOT NULL DEFAULT 'published' CONSTRAINT ck_materials_state
          CHECK (state IN ('draft', 'published', 'archived')),
        ADD COLUMN revision integer NOT NULL DEFAULT 1,
        ADD COLUMN document_id uuid,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT ck_materials_course CHECK (course_id IS NOT NULL OR (kind <> 'text' AND audience = 'public')),
        ADD CONSTRAINT ck_materials_document CHECK (kind = 'text' OR state <> 'published' OR document_id IS NOT NULL);

      CREATE TABLE material_documents (
        id uuid CONSTRAINT pk_material_documents PRIMARY KEY,
        material_id uuid NOT NULL CONSTRAINT fk_material_documents_material_id REFERENCES materials (id),
        number integer NOT NULL,
        upload_id uuid,
        blob_key text,
        file_name text NOT NULL,
        size_bytes integer NOT NULL,
        state text NOT NULL CONSTRAINT ck_material_documents_state
          CHECK (state IN ('waiting', 'running', 'finished', 'failed')),
        fault text,
        attempts integer NOT NULL,
        done_pages integer NOT NULL,
        page_count integer,
        scope text,
        pages jsonb NOT NULL,
        texts jsonb NOT NULL,
        text_revision integer NOT NULL,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT ck_material_documents_source CHECK (num_nonnulls(upload_id, blob_key) = 1),
        CONSTRAINT uq_material_documents_number UNIQUE (material_id, number),
        CONSTRAINT ck_material_documents_finished CHECK (state <> 'finished' OR scope IS NOT NULL),
        CONSTRAINT ck_material_documents_failed CHECK ((state = 'failed') = (fault IS NOT NULL))
      );
      ALTER TABLE materials ADD CONSTRAINT fk_materials_document_id FOREIGN KEY (document_id)
        REFERENCES material_documents (id);

      CREATE TABLE material_readings (
        person_id uuid NOT NULL CONSTRAINT fk_material_readings_person_id REFERENCES people (id),
        material_id uuid NOT NULL CONSTRAINT fk_material_readings_material_id REFERENCES materials (id),
        page integer NOT NULL CONSTRAINT ck_material_readings_page CHECK (page BETWEEN 1 AND 300),
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_material_readings PRIMARY KEY (person_id, material_id)
      );
      CREATE INDEX ix_material_readings_material_id ON material_readings (material_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE material_readings;
      ALTER TABLE materials DROP CONSTRAINT fk_materials_document_id;
      DROP TABLE material_documents;
      DELETE FROM materials WHERE kind <> 'text' AND id NOT IN (SELECT material_id FROM lessons WHERE material_id IS NOT NULL);
      ALTER TABLE materials
        DROP CONSTRAINT ck_materials_course, DROP CONSTRAINT ck_materials_document,
        DROP COLUMN kind, DROP COLUMN summary, DROP COLUMN year, DROP COLUMN credit, DROP COLUMN audience,
        DROP COLUMN state, DROP COLUMN revision, DROP COLUMN document_id, DROP COLUMN updated_at,
        ALTER COLUMN course_id SET NOT NULL;
    `);
  }
}

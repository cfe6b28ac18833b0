import type { MaterialSection } from '@kizuna/shared/contracts/materials';
import type {
  DocumentFault,
  DocumentState,
  MaterialAudience,
  MaterialKind,
  MaterialState,
} from '@kizuna/shared/vocabulary/materials';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export interface GlossaryEntry {
  term: string;
  reading: string;
  meaning: string;
}

/** Width and height of the large picture of a page, in pixels. */
export interface PageSize {
  width: number;
  height: number;
}

/** Something to read (教材): a text of a course with its own small glossary, or a document of the library. */
@Entity('materials')
@Unique('uq_materials_slug', ['slug'])
@Index('ix_materials_course_id', ['courseId'])
@Check('ck_materials_kind', `kind IN ('text', 'leaflet', 'bulletin', 'handout')`)
@Check('ck_materials_audience', `audience IN ('public', 'learners')`)
@Check('ck_materials_state', `state IN ('draft', 'published', 'archived')`)
@Check('ck_materials_course', `course_id IS NOT NULL OR (kind <> 'text' AND audience = 'public')`)
@Check('ck_materials_document', `kind = 'text' OR state <> 'published' OR document_id IS NOT NULL`)
export class MaterialEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_materials' })
  id: string;

  @Column('uuid', { name: 'course_id', nullable: true })
  @ForeignKey('courses', { name: 'fk_materials_course_id' })
  courseId: string | null;

  @Column('text')
  slug: string;

  @Column('integer')
  position: number;

  @Column('text')
  title: string;

  @Column('integer')
  minutes: number;

  @Column('jsonb')
  sections: MaterialSection[];

  @Column('jsonb')
  glossary: GlossaryEntry[];

  @Column('text', { default: 'text' })
  kind: MaterialKind;

  @Column('text', { default: '' })
  summary: string;

  @Column('integer', { nullable: true })
  year: number | null;

  @Column('text', { default: '' })
  credit: string;

  @Column('text', { default: 'public' })
  audience: MaterialAudience;

  @Column('text', { default: 'published' })
  state: MaterialState;

  @Column('integer', { default: 1 })
  revision: number;

  /** The version that readers see. */
  @Column('uuid', { name: 'document_id', nullable: true })
  @ForeignKey('material_documents', { name: 'fk_materials_document_id' })
  documentId: string | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** An uploaded PDF: one version of a document, and what the worker made of it. */
@Entity('material_documents')
@Unique('uq_material_documents_number', ['materialId', 'number'])
@Check('ck_material_documents_state', `state IN ('waiting', 'running', 'finished', 'failed')`)
@Check('ck_material_documents_source', 'num_nonnulls(upload_id, blob_key) = 1')
@Check('ck_material_documents_finished', `state <> 'finished' OR scope IS NOT NULL`)
@Check('ck_material_documents_failed', `(state = 'failed') = (fault IS NOT NULL)`)
export class MaterialDocumentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_material_documents' })
  id: string;

  @Column('uuid', { name: 'material_id' })
  @ForeignKey('materials', { name: 'fk_material_documents_material_id' })
  materialId: string;

  @Column('integer')
  number: number;

  /** The upload that the worker reads; null where the file was put into the blob store by a seed. */
  @Column('uuid', { name: 'upload_id', nullable: true })
  uploadId: string | null;

  @Column('text', { name: 'blob_key', nullable: true })
  blobKey: string | null;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;

  @Column('text')
  state: DocumentState;

  @Column('text', { nullable: true })
  fault: DocumentFault | null;

  /** How often a worker took it up; more than 1 after one died. */
  @Column('integer')
  attempts: number;

  @Column('integer', { name: 'done_pages' })
  donePages: number;

  @Column('integer', { name: 'page_count', nullable: true })
  pageCount: number | null;

  /** Prefix in the blob store, made of the content: `materials/<hash>`. */
  @Column('text', { nullable: true })
  scope: string | null;

  @Column('jsonb')
  pages: PageSize[];

  /** The words of each page: as extracted, then as the office edits them. */
  @Column('jsonb')
  texts: string[];

  @Column('integer', { name: 'text_revision' })
  textRevision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

/** How far a person has read a document; the last page that was opened. */
@Entity('material_readings')
@Index('ix_material_readings_material_id', ['materialId'])
@Check('ck_material_readings_page', 'page BETWEEN 1 AND 300')
export class MaterialReadingEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_material_readings' })
  @ForeignKey('people', { name: 'fk_material_readings_person_id' })
  personId: string;

  @PrimaryColumn('uuid', { name: 'material_id', primaryKeyConstraintName: 'pk_material_readings' })
  @ForeignKey('materials', { name: 'fk_material_readings_material_id' })
  materialId: string;

  @Column('integer')
  page: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

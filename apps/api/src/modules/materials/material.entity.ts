import type { MaterialSection } from '@kizuna/shared/contracts/materials';
import type { MaterialAudience, MaterialKind, MaterialState } from '@kizuna/shared/vocabulary/materials';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export interface GlossaryEntry {
  term: string;
  reading: string;
  meaning: string;
}

/** Width and height of the large image of a page, in pixels. */
export interface PageSize {
  width: number;
  height: number;
}

/** Reading material (教材): a text of a course with its own small glossary, or a document of the library. */
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

  /** The published version. */
  @Column('uuid', { name: 'document_id', nullable: true })
  @ForeignKey('material_documents', { name: 'fk_materials_document_id' })
  documentId: string | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

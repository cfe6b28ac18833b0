import type { DocumentFault, DocumentState } from '@kizuna/shared/vocabulary/materials';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

import { PageSize } from './material.entity.js';

/** An uploaded PDF: one version of a document, and the result of its preparation. */
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

  /** The upload read by the worker; null if a seed put the file into the blob store. */
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

  /** The number of attempts by workers; more than 1 after one died. */
  @Column('integer')
  attempts: number;

  @Column('integer', { name: 'done_pages' })
  donePages: number;

  @Column('integer', { name: 'page_count', nullable: true })
  pageCount: number | null;

  /** Prefix in the blob store, derived from the content: `materials/<hash>`. */
  @Column('text', { nullable: true })
  scope: string | null;

  @Column('jsonb')
  pages: PageSize[];

  /** The text of each page: as extracted, then as edited by the office. */
  @Column('jsonb')
  texts: string[];

  @Column('integer', { name: 'text_revision' })
  textRevision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

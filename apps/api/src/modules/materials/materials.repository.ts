import type { MaterialBody } from '@kizuna/shared/contracts/materials';
import type { DocumentFault, MaterialState } from '@kizuna/shared/vocabulary/materials';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';

import { Sql } from '../../platform/database/index.js';
import { MaterialDocumentEntity } from './material-document.entity.js';
import { MaterialEntity, type PageSize } from './material.entity.js';

/** A version of a document as needed by the worker. */
export type WaitingDocument = Pick<
  MaterialDocumentEntity,
  'id' | 'state' | 'attempts' | 'uploadId' | 'blobKey' | 'fileName'
>;

/** The fields of a text of a course; the rest of a material has defaults. */
export type TextMaterial = Pick<
  MaterialEntity,
  'id' | 'courseId' | 'slug' | 'position' | 'title' | 'minutes' | 'sections' | 'glossary'
>;

/** Writes documents of the library, their versions and reading positions. */
@Injectable()
export class MaterialsRepository {
  constructor(private readonly sql: Sql) {}

  /** Locks a document of the library (not a text of a course), or returns null. */
  async lock(materialId: string): Promise<MaterialEntity | null> {
    return this.sql.lockOne(MaterialEntity, { id: materialId, kind: Not('text') });
  }

  async add(id: string, body: MaterialBody, now: Date): Promise<void> {
    const { revision: _, ...particulars } = body;
    const nothing = { sections: [], glossary: [], documentId: null };
    await this.sql.insert(MaterialEntity, {
      ...particulars,
      ...nothing,
      id,
      slug: `document-${id}`,
      state: 'draft',
      revision: 1,
      updatedAt: now,
    });
  }

  async change(id: string, body: MaterialBody, now: Date): Promise<void> {
    await this.sql.update(MaterialEntity, { id }, { ...body, revision: body.revision + 1, updatedAt: now });
  }

  /** @param documentId the version that readers see from now on */
  async publish(id: string, state: MaterialState, documentId: string | null, now: Date): Promise<void> {
    await this.sql.update(MaterialEntity, { id }, { state, documentId, updatedAt: now });
  }

  /** The newest version whose pages are ready, or null. */
  async newestReady(materialId: string): Promise<MaterialDocumentEntity | null> {
    return this.sql.findOne(MaterialDocumentEntity, { materialId, state: 'finished' }, { number: 'DESC' });
  }

  /** Adds the next version of a locked material. */
  async addDocument(
    document: Pick<
      MaterialDocumentEntity,
      'id' | 'materialId' | 'uploadId' | 'blobKey' | 'fileName' | 'sizeBytes'
    >,
    now: Date,
  ): Promise<void> {
    const latest = await this.sql.findOne(
      MaterialDocumentEntity,
      { materialId: document.materialId },
      { number: 'DESC' },
    );
    await this.sql.insert(MaterialDocumentEntity, {
      ...document,
      number: (latest?.number ?? 0) + 1,
      state: 'waiting',
      fault: null,
      attempts: 0,
      donePages: 0,
      pageCount: null,
      scope: null,
      pages: [],
      texts: [],
      textRevision: 0,
      createdAt: now,
      finishedAt: null,
    });
    await this.sql.update(MaterialEntity, { id: document.materialId }, { updatedAt: now });
  }

  /** Marks a version as started by a worker, also if an earlier one died. Null if it is finished. */
  async begin(documentId: string): Promise<WaitingDocument | null> {
    const [row] = await this.sql.query<WaitingDocument>(
      `UPDATE material_documents SET state = 'running', attempts = attempts + 1, done_pages = 0
       WHERE id = $1 AND state IN ('waiting', 'running')
       RETURNING id, state, attempts, upload_id AS "uploadId", blob_key AS "blobKey", file_name AS "fileName"`,
      [documentId],
    );
    return row ?? null;
  }

  async progress(documentId: string, donePages: number, pageCount: number): Promise<void> {
    await this.sql.query(
      `UPDATE material_documents SET done_pages = $2, page_count = $3 WHERE id = $1 AND state = 'running'`,
      [documentId, donePages, pageCount || null],
    );
  }

  async finish(
    documentId: string,
    ready: { scope: string; pages: PageSize[]; texts: string[] },
    now: Date,
  ): Promise<void> {
    const count = ready.pages.length;
    await this.sql.query(
      `UPDATE material_documents SET state = 'finished', scope = $2, pages = $3::jsonb, texts = $4::jsonb,
         done_pages = $5, page_count = $5, finished_at = $6 WHERE id = $1 AND state = 'running'`,
      [documentId, ready.scope, JSON.stringify(ready.pages), JSON.stringify(ready.texts), count, now],
    );
  }

  async fail(documentId: string, fault: DocumentFault, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE material_documents SET state = 'failed', fault = $2, finished_at = $3 WHERE id = $1 AND state = 'running'`,
      [documentId, fault, now],
    );
  }

  /** @returns false if the text was changed since `revision`, or has another material or length */
  async saveTexts(
    materialId: string,
    documentId: string,
    revision: number,
    texts: string[],
  ): Promise<boolean> {
    const rows = await this.sql.query(
      `UPDATE material_documents SET texts = $4::jsonb, text_revision = text_revision + 1
       WHERE id = $2 AND material_id = $1 AND text_revision = $3 AND state = 'finished'
         AND jsonb_array_length(pages) = jsonb_array_length($4::jsonb) RETURNING id`,
      [materialId, documentId, revision, JSON.stringify(texts)],
    );
    return rows.length === 1;
  }

  async lessonOf(lessonId: string): Promise<{ kind: string; courseId: string } | null> {
    const text = 'SELECT kind, course_id AS "courseId" FROM lessons WHERE id = $1 FOR UPDATE';
    return (await this.sql.query<{ kind: string; courseId: string }>(text, [lessonId]))[0] ?? null;
  }

  async showInLesson(lessonId: string, materialId: string): Promise<void> {
    await this.sql.query('UPDATE lessons SET material_id = $2 WHERE id = $1 RETURNING id', [
      lessonId,
      materialId,
    ]);
  }

  async isInUse(materialId: string): Promise<boolean> {
    return (
      (await this.sql.query('SELECT 1 FROM lessons WHERE material_id = $1 LIMIT 1', [materialId])).length > 0
    );
  }

  /** Stores a person's current page. */
  async savePlace(personId: string, materialId: string, page: number, now: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO material_readings (person_id, material_id, page, updated_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT pk_material_readings DO UPDATE SET page = excluded.page,
         updated_at = excluded.updated_at RETURNING page`,
      [personId, materialId, page, now],
    );
  }

  /** Imports a text under its slug; a repeated import updates it and keeps its id. @returns its id */
  async saveText(material: TextMaterial): Promise<string> {
    const rows = await this.sql.query<{ id: string }>(
      `INSERT INTO materials (id, course_id, slug, position, title, minutes, sections, glossary)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT uq_materials_slug DO UPDATE SET position = excluded.position, title = excluded.title,
         minutes = excluded.minutes, sections = excluded.sections, glossary = excluded.glossary
       RETURNING id`,
      [
        material.id,
        material.courseId,
        material.slug,
        material.position,
        material.title,
        material.minutes,
        JSON.stringify(material.sections),
        JSON.stringify(material.glossary),
      ],
    );
    return rows[0]!.id;
  }
}

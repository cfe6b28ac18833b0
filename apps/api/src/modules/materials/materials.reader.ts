import type { MaterialList, MaterialListQuery, MaterialView } from '@kizuna/shared/contracts/materials';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { Delivery } from '../../platform/delivery/index.js';
import { DomainError } from '../../platform/errors/index.js';
import {
  toMaterialSummary,
  toMaterialView,
  type FullMaterialRow,
  type MaterialRow,
} from './materials.mapper.js';

const readyDocument = `json_build_object('documentId', d.id, 'number', d.number, 'fileName', d.file_name,
  'sizeBytes', d.size_bytes, 'scope', d.scope, 'pages', d.pages, 'texts', d.texts, 'textRevision', d.text_revision)`;
const columns = `m.id AS "materialId", m.kind, m.title, m.summary, m.minutes, m.year, m.credit,
  c.title AS "courseTitle", CASE WHEN d.id IS NOT NULL THEN ${readyDocument} END AS shown`;
const tables = `materials m LEFT JOIN courses c ON c.id = m.course_id
  LEFT JOIN material_documents d ON d.id = m.document_id AND d.state = 'finished'`;
const order = `c.position NULLS FIRST, m.kind <> 'text', m.year DESC NULLS LAST, m.position, m.title, m.id`;

/** Materials (教材) for readers: texts of the courses and published documents. */
@Injectable()
export class MaterialsReader {
  constructor(
    private readonly sql: Sql,
    private readonly delivery: Delivery,
  ) {}

  /** The public materials. @param query.q terms in title, summary, credit or the text of a page */
  async listMaterials(query: MaterialListQuery = {}): Promise<MaterialList> {
    const words = (query.q ?? '').normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, 10);
    const rows = await this.sql.prepared<MaterialRow>(
      'courses.materials',
      `SELECT ${columns} FROM ${tables}
       WHERE m.state = 'published' AND m.audience = 'public' AND (SELECT coalesce(bool_and(
         normalize(concat_ws(' ', m.title, m.summary, m.credit, c.title, m.year, m.sections, d.texts), NFKC)
           ILIKE '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'), true)
         FROM unnest($1::text[]) AS word)
       ORDER BY ${order}`,
      [words],
    );
    return { items: rows.map((row) => toMaterialSummary(row, this.delivery)) };
  }

  /** A public material by its id. @throws DomainError platform.not_found */
  async getPublicMaterial(materialId: string): Promise<MaterialView> {
    const row = await this.find(materialId, `m.state = 'published' AND m.audience = 'public'`);
    return toMaterialView(row, null, this.delivery);
  }

  /**
   * The material of a lesson, whatever its state: learners of the course can continue reading what the lesson shows.
   * The caller has checked that the person is a learner of the course.
   * @throws DomainError platform.not_found
   */
  async getMaterialFor(personId: string, materialId: string): Promise<MaterialView> {
    const [row, page] = await Promise.all([
      this.find(materialId, 'true'),
      this.placeOf(personId, materialId),
    ]);
    return toMaterialView(row, page, this.delivery);
  }

  /** The published documents of a course, for its learners. The caller has checked that the person is one. */
  async listOfCourse(courseId: string): Promise<MaterialList> {
    const rows = await this.sql.kept<MaterialRow>(
      'courses.materialsOfCourse',
      `SELECT ${columns} FROM ${tables}
       WHERE m.course_id = $1 AND m.kind <> 'text' AND m.state = 'published' ORDER BY ${order}`,
      [courseId],
    );
    return { items: rows.map((row) => toMaterialSummary(row, this.delivery)) };
  }

  /** Whether a material belongs to a course: shown by one of its lessons, or published for its learners. */
  async belongsTo(materialId: string, courseId: string): Promise<boolean> {
    const [row] = await this.sql.kept<{ belongs: boolean }>(
      'materials.belongs',
      `SELECT EXISTS (SELECT 1 FROM lessons WHERE material_id = $1 AND course_id = $2)
         OR EXISTS (SELECT 1 FROM materials WHERE id = $1 AND course_id = $2 AND state = 'published') AS belongs`,
      [materialId, courseId],
    );
    return row?.belongs === true;
  }

  private async find(materialId: string, condition: 'true' | string): Promise<FullMaterialRow> {
    const [row] = await this.sql.kept<FullMaterialRow>(
      condition === 'true' ? 'materials.by-id' : 'materials.public-by-id',
      `SELECT ${columns}, m.sections, m.glossary FROM ${tables} WHERE m.id = $1 AND ${condition}`,
      [materialId],
    );
    if (!row) throw new DomainError('platform.not_found');
    return row;
  }

  private async placeOf(personId: string, materialId: string): Promise<number | null> {
    const [row] = await this.sql.prepared<{ page: number }>(
      'materials.place',
      'SELECT page FROM material_readings WHERE person_id = $1 AND material_id = $2',
      [personId, materialId],
    );
    return row?.page ?? null;
  }
}

import type { OfficeMaterialList, OfficeMaterialView } from '@kizuna/shared/contracts/materials';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { Delivery } from '../../platform/delivery/index.js';
import { DomainError } from '../../platform/errors/index.js';
import {
  toOfficeMaterialView,
  toPreparationView,
  type ListedMaterialRow,
  type OfficeMaterialRow,
} from './materials.mapper.js';

const rowOf = (
  order: string,
) => `(SELECT json_build_object('documentId', d.id, 'number', d.number, 'state', d.state,
    'fault', d.fault, 'fileName', d.file_name, 'sizeBytes', d.size_bytes, 'donePages', d.done_pages,
    'pageCount', d.page_count, 'uploadedAt', d.created_at, 'finishedAt', d.finished_at)
  FROM material_documents d WHERE d.material_id = m.id ${order} LIMIT 1)`;
const ready = `(SELECT json_build_object('documentId', d.id, 'number', d.number, 'fileName', d.file_name,
    'sizeBytes', d.size_bytes, 'scope', d.scope, 'pages', d.pages, 'texts', d.texts, 'textRevision', d.text_revision)
  FROM material_documents d WHERE d.material_id = m.id AND d.state = 'finished' ORDER BY d.number DESC LIMIT 1)`;
const columns = `m.id AS "materialId", m.kind, m.title, m.summary, m.year, m.credit, m.minutes, m.position, m.audience,
  m.course_id AS "courseId", c.title AS "courseTitle", m.state, m.updated_at AS "updatedAt",
  ${rowOf('ORDER BY d.number DESC')} AS newest`;
const tables = `materials m LEFT JOIN courses c ON c.id = m.course_id`;

/** Documents of the library for the office, including drafts, uploads in progress and archived ones. */
@Injectable()
export class MaterialsOfficeReader {
  constructor(
    private readonly sql: Sql,
    private readonly delivery: Delivery,
  ) {}

  async listMaterials(): Promise<OfficeMaterialList> {
    const rows = await this.sql.query<ListedMaterialRow>(
      `SELECT ${columns} FROM ${tables} WHERE m.kind <> 'text'
       ORDER BY m.state = 'archived', m.updated_at DESC, m.id LIMIT 1000`,
    );
    const items = rows.map((row) => ({
      ...row,
      newest: row.newest && toPreparationView(row.newest),
      updatedAt: row.updatedAt.toISOString(),
    }));
    return { items };
  }

  /** @throws DomainError platform.not_found, also for a text of a course */
  async getMaterial(materialId: string): Promise<OfficeMaterialView> {
    const [rows, lessons] = await Promise.all([
      this.sql.query<OfficeMaterialRow>(
        `SELECT ${columns}, m.revision, m.document_id AS "documentId", ${ready} AS ready
         FROM ${tables} WHERE m.id = $1 AND m.kind <> 'text'`,
        [materialId],
      ),
      this.sql.query<OfficeMaterialView['lessons'][number]>(
        `SELECT l.id AS "lessonId", c.title AS "courseTitle", l.title, l.material_id IS NOT DISTINCT FROM $1 AS shows
         FROM lessons l JOIN courses c ON c.id = l.course_id JOIN materials m ON m.id = $1
         WHERE l.kind = 'material' AND (m.course_id IS NULL OR m.course_id = l.course_id)
         ORDER BY c.position, l.position`,
        [materialId],
      ),
    ]);
    if (!rows[0]) throw new DomainError('platform.not_found');
    return toOfficeMaterialView(rows[0], lessons, this.delivery);
  }
}

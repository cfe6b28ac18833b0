import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { query } from '../../platform/database/index.js';
import { TemplateImageEntity } from './template-image.entity.js';
import { TemplateVersionEntity } from './template-version.entity.js';
import { TemplateEntity } from './template.entity.js';

export interface StoredVersion {
  versionId: string;
  design: SheetDesign;
}

/** The templates' tables inside a transaction. */
@Injectable()
export class TemplatesRepository {
  async lock(m: EntityManager, id: string): Promise<TemplateEntity | null> {
    return m.findOne(TemplateEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async add(m: EntityManager, template: TemplateEntity): Promise<void> {
    await m.insert(TemplateEntity, template);
  }

  async saveDraft(
    m: EntityManager,
    id: string,
    draft: { name: string; design: SheetDesign },
    now: Date,
  ): Promise<void> {
    await query(
      m,
      `UPDATE certificate_templates SET name = $2, draft = $3, revision = revision + 1, changed_at = $4 WHERE id = $1`,
      [id, draft.name, JSON.stringify(draft.design), now],
    );
  }

  /** Whether the design is the one in use; said by the database, which compares without regard to the order of keys. */
  async isInUse(m: EntityManager, templateId: string, design: SheetDesign): Promise<boolean> {
    const [row] = await query<{ same: boolean }>(
      m,
      `SELECT design = $2::jsonb AS same FROM certificate_template_versions
       WHERE template_id = $1 ORDER BY version DESC LIMIT 1`,
      [templateId, JSON.stringify(design)],
    );
    return row?.same ?? false;
  }

  /** The next version of a template that is locked. */
  async addVersion(
    m: EntityManager,
    id: string,
    templateId: string,
    design: SheetDesign,
    now: Date,
  ): Promise<number> {
    const [row] = await query<{ version: number }>(
      m,
      `INSERT INTO certificate_template_versions (id, template_id, version, design, adopted_at)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4 FROM certificate_template_versions WHERE template_id = $2
       RETURNING version`,
      [id, templateId, JSON.stringify(design), now],
    );
    return row!.version;
  }

  /** The version in use of a template, of the default one without an id; null where it has none yet. */
  async currentOf(m: EntityManager, templateId: string | null): Promise<StoredVersion | null> {
    const [row] = await query<StoredVersion>(
      m,
      `SELECT v.id AS "versionId", v.design FROM certificate_template_versions v
       JOIN certificate_templates t ON t.id = v.template_id
       WHERE CASE WHEN $1::uuid IS NULL THEN t.is_default ELSE t.id = $1 END ORDER BY v.version DESC LIMIT 1`,
      [templateId],
    );
    return row ?? null;
  }

  async versionOf(m: EntityManager, versionId: string): Promise<StoredVersion | null> {
    const row = await m.findOne(TemplateVersionEntity, { where: { id: versionId } });
    return row && { versionId: row.id, design: row.design };
  }

  async images(m: EntityManager, ids: readonly string[]): Promise<{ id: string; bytes: Buffer }[]> {
    return ids.length === 0
      ? []
      : query(m, 'SELECT id, bytes FROM certificate_template_images WHERE id = ANY($1::uuid[])', [ids]);
  }

  /** The same picture is kept once. @returns its id */
  async keepImage(m: EntityManager, image: TemplateImageEntity): Promise<string> {
    const [row] = await query<{ id: string }>(
      m,
      `INSERT INTO certificate_template_images (id, sha256, bytes, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT uq_certificate_template_images_sha256 DO UPDATE SET sha256 = EXCLUDED.sha256
       RETURNING id`,
      [image.id, image.sha256, image.bytes, image.createdAt],
    );
    return row!.id;
  }
}

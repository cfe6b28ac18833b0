import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { TemplateImageEntity } from './template-image.entity.js';
import { TemplateVersionEntity } from './template-version.entity.js';
import { TemplateEntity } from './template.entity.js';

export interface StoredVersion {
  versionId: string;
  design: SheetDesign;
}

/** Access to the template tables inside a transaction. */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly sql: Sql) {}

  async lock(id: string): Promise<TemplateEntity | null> {
    return this.sql.lockOne(TemplateEntity, { id });
  }

  async add(template: TemplateEntity): Promise<void> {
    await this.sql.insert(TemplateEntity, template);
  }

  async saveDraft(id: string, draft: { name: string; design: SheetDesign }, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE certificate_templates SET name = $2, draft = $3, revision = revision + 1, changed_at = $4 WHERE id = $1`,
      [id, draft.name, JSON.stringify(draft.design), now],
    );
  }

  /** Whether the design is the one in use; compared by the database, which ignores the order of keys. */
  async isInUse(templateId: string, design: SheetDesign): Promise<boolean> {
    const [row] = await this.sql.query<{ same: boolean }>(
      `SELECT design = $2::jsonb AS same FROM certificate_template_versions
       WHERE template_id = $1 ORDER BY version DESC LIMIT 1`,
      [templateId, JSON.stringify(design)],
    );
    return row?.same ?? false;
  }

  /** Adds the next version of a locked template. */
  async addVersion(id: string, templateId: string, design: SheetDesign, now: Date): Promise<number> {
    const [row] = await this.sql.query<{ version: number }>(
      `INSERT INTO certificate_template_versions (id, template_id, version, design, adopted_at)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4 FROM certificate_template_versions WHERE template_id = $2
       RETURNING version`,
      [id, templateId, JSON.stringify(design), now],
    );
    return row!.version;
  }

  /** The version in use of a template, or of the default one without an id; null if it has none yet. */
  async currentOf(templateId: string | null): Promise<StoredVersion | null> {
    const [row] = await this.sql.query<StoredVersion>(
      `SELECT v.id AS "versionId", v.design FROM certificate_template_versions v
       JOIN certificate_templates t ON t.id = v.template_id
       WHERE CASE WHEN $1::uuid IS NULL THEN t.is_default ELSE t.id = $1 END ORDER BY v.version DESC LIMIT 1`,
      [templateId],
    );
    return row ?? null;
  }

  async versionOf(versionId: string): Promise<StoredVersion | null> {
    const row = await this.sql.findOne(TemplateVersionEntity, { id: versionId });
    return row && { versionId: row.id, design: row.design };
  }

  async images(ids: readonly string[]): Promise<{ id: string; bytes: Buffer }[]> {
    return ids.length === 0
      ? []
      : this.sql.query('SELECT id, bytes FROM certificate_template_images WHERE id = ANY($1::uuid[])', [ids]);
  }

  /** Stores a picture; the same picture is stored once. @returns its id */
  async keepImage(image: TemplateImageEntity): Promise<string> {
    const [row] = await this.sql.query<{ id: string }>(
      `INSERT INTO certificate_template_images (id, sha256, bytes, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT uq_certificate_template_images_sha256 DO UPDATE SET sha256 = EXCLUDED.sha256
       RETURNING id`,
      [image.id, image.sha256, image.bytes, image.createdAt],
    );
    return row!.id;
  }
}

import type { TemplateList, TemplateView } from '@kizuna/shared/contracts/templates';
import type { TemplateId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';

/** Templates for the office's screens. */
@Injectable()
export class TemplatesReader {
  constructor(private readonly sql: Sql) {}

  /** All of them: the default one first, then in order of creation. */
  async list(): Promise<TemplateList> {
    const items = await this.sql.query<TemplateList['items'][number]>(
      `SELECT t.id AS "templateId", t.name, coalesce(v.design, t.draft) ->> 'layout' AS layout,
         coalesce(v.design, t.draft) ->> 'language' AS language, t.is_default AS "isDefault", v.version,
         v.design IS DISTINCT FROM t.draft AS differs
       FROM certificate_templates t
       LEFT JOIN LATERAL (SELECT version, design FROM certificate_template_versions
         WHERE template_id = t.id ORDER BY version DESC LIMIT 1) v ON true
       ORDER BY t.is_default DESC, t.created_at, t.id`,
    );
    return { items };
  }

  /** @throws platform.not_found */
  async get(templateId: string): Promise<TemplateView> {
    const template = await this.sql.one<Omit<TemplateView, 'templateId' | 'versions' | 'differs'>>(
      `SELECT name, is_default AS "isDefault", draft, revision FROM certificate_templates WHERE id = $1`,
      [templateId],
    );
    if (!template) throw new DomainError('platform.not_found');
    const versions = await this.sql.query<{
      templateVersionId: string;
      version: number;
      adoptedAt: Date;
      layout: string;
      isDraft: boolean;
    }>(
      `SELECT v.id AS "templateVersionId", v.version, v.adopted_at AS "adoptedAt", v.design ->> 'layout' AS layout,
         v.design = t.draft AS "isDraft"
       FROM certificate_template_versions v JOIN certificate_templates t ON t.id = v.template_id
       WHERE t.id = $1 ORDER BY v.version DESC`,
      [templateId],
    );
    return {
      ...template,
      templateId: templateId as TemplateId,
      differs: !(versions[0]?.isDraft ?? false),
      versions: versions.map(({ isDraft: _, ...version }) => ({
        ...version,
        adoptedAt: version.adoptedAt.toISOString(),
      })) as TemplateView['versions'],
    };
  }
}

import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../../platform/database/index.js';

mapConstraint('fk_certificate_designs_course_id', 'platform.not_found');
mapConstraint('fk_certificate_designs_template_id', 'platform.not_found');

export interface DesignRow {
  courseId: string;
  language: SheetLanguage;
  templateId: string;
}

/** Which templates the certificates of a course use. */
@Injectable()
export class CertificateDesignRepository {
  constructor(private readonly sql: Sql) {}

  async all(): Promise<DesignRow[]> {
    return this.sql.query(
      'SELECT course_id AS "courseId", language, template_id AS "templateId" FROM certificate_designs',
    );
  }

  /** The template of a course in a language, else the one for its Japanese certificates, else null for the default. */
  async templateOf(courseId: string, language: SheetLanguage): Promise<string | null> {
    const [row] = await this.sql.query<{ templateId: string }>(
      `SELECT template_id AS "templateId" FROM certificate_designs
       WHERE course_id = $1 AND language IN ($2, 'ja') ORDER BY language = $2 DESC LIMIT 1`,
      [courseId, language],
    );
    return row?.templateId ?? null;
  }

  async assign({ courseId, language, templateId }: DesignRow): Promise<void> {
    await this.sql.query(
      `INSERT INTO certificate_designs (course_id, language, template_id) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_certificate_designs DO UPDATE SET template_id = EXCLUDED.template_id`,
      [courseId, language, templateId],
    );
  }

  async takeAway(courseId: string, language: SheetLanguage): Promise<void> {
    await this.sql.query('DELETE FROM certificate_designs WHERE course_id = $1 AND language = $2', [
      courseId,
      language,
    ]);
  }
}

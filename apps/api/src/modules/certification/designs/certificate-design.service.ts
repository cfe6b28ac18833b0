import type { CertificateDesignList } from '@kizuna/shared/contracts/certification.designs';
import type { TemplateId } from '@kizuna/shared/vocabulary/ids';
import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { CoursesReader } from '../../courses/index.js';
import { SheetDesignService } from '../../templates/index.js';
import { CertificateDesignRepository } from './certificate-design.repository.js';

/** Assigns templates to the certificates of courses. */
@Injectable()
export class CertificateDesignService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CertificateDesignRepository,
    private readonly designs: SheetDesignService,
    private readonly courses: CoursesReader,
    private readonly audit: Audit,
  ) {}

  /** Every course with its templates. */
  async list(): Promise<CertificateDesignList> {
    const [courses, rows] = await Promise.all([this.courses.listCourseChoices(), this.repository.all()]);
    const items = courses.map(({ courseId, title }) => ({
      courseId,
      courseTitle: title,
      designs: rows
        .filter((row) => row.courseId === courseId)
        .map(({ language, templateId }) => ({ language, templateId: templateId as TemplateId })),
    }));
    return { items };
  }

  /**
   * Assigns a template, or removes the assignment (null). Issued certificates do not change.
   * @throws templates.not_adopted if the template has no usable version
   */
  async assign(
    actor: Actor,
    courseId: string,
    language: SheetLanguage,
    templateId: string | null,
  ): Promise<CertificateDesignList> {
    await this.transactions.run(async () => {
      if (templateId === null) await this.repository.takeAway(courseId, language);
      else {
        await this.designs.currentOf(templateId);
        await this.repository.assign({ courseId, language, templateId });
      }
      await this.audit.record({
        actor,
        action: 'certificate_design.assigned',
        subjectType: 'course',
        subjectId: courseId,
        after: { language, templateId },
      });
    });
    return this.list();
  }
}

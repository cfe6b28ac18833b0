import type { IssuerBody, IssuerView } from '@kizuna/shared/contracts/certification';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { SheetDesignService, Typesetting } from '../templates/index.js';
import { CertificationRepository } from './certification.repository.js';
import { CertificateDesignRepository } from './designs/certificate-design.repository.js';

/** The audit log requires a subject id: this one denotes the single issuer row. */
const issuerSubject = '00000000-0000-7000-8000-000000000001';

/** What a curriculum provides for its certificates: the label in their numbers, and their 本文. */
interface Wording {
  courseTitle: string;
  numberLabel: string;
  body: string;
}

/** The issuer of certificates and their wording. */
@Injectable()
export class CertificationIssuerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CertificationRepository,
    private readonly typesetting: Typesetting,
    private readonly designs: SheetDesignService,
    private readonly assigned: CertificateDesignRepository,
    private readonly audit: Audit,
  ) {}

  async get(): Promise<IssuerView> {
    const issuer = await this.repository.issuer();
    return { issuer: issuer?.name ?? '', issuerHead: issuer?.head ?? '' };
  }

  /** @throws certification.glyph_missing when the sheet's fonts lack a character */
  async set(actor: Actor, body: IssuerBody): Promise<IssuerView> {
    for (const field of ['issuer', 'issuerHead'] as const) {
      const missing = this.typesetting.undrawableIn(body[field]);
      if (missing.length > 0) {
        throw new DomainError('certification.glyph_missing', {
          field,
          params: { characters: missing.join('、') },
        });
      }
    }
    await this.transactions.run(async () => {
      const before = await this.repository.issuer();
      await this.repository.saveIssuer({ name: body.issuer, head: body.issuerHead });
      await this.audit.record({
        actor,
        action: 'certificate_issuer.set',
        subjectType: 'certificate_issuer',
        subjectId: issuerSubject,
        ...(before ? { before: { ...before } } : {}),
        after: { name: body.issuer, head: body.issuerHead },
      });
    });
    return { issuer: body.issuer, issuerHead: body.issuerHead };
  }

  /**
   * Called by the curriculum: sets the wording of a course's certificate and, if none is set yet, its template and
   * issuer.
   */
  async provide(courseId: string, wording: Wording, issuer: IssuerView): Promise<void> {
    await this.repository.saveNumberLabel(courseId, wording.numberLabel);
    if (!(await this.assigned.templateOf(courseId, 'ja'))) {
      const templateId = await this.designs.provide(wording.courseTitle, wording.body);
      if (templateId) await this.assigned.assign({ courseId, language: 'ja', templateId });
    }
    if (!(await this.repository.issuer())) {
      await this.repository.saveIssuer({ name: issuer.issuer, head: issuer.issuerHead });
    }
  }
}

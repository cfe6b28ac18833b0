import type { CertificateDesignBody } from '@kizuna/shared/contracts/certification.designs';
import { certificationDesignsEndpoints } from '@kizuna/shared/contracts/certification.designs.endpoints';
import type { CourseId } from '@kizuna/shared/vocabulary/ids';
import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { CertificateDesignService } from './certificate-design.service.js';

/** Which template a course's certificates have. */
@Controller()
export class CertificateDesignController {
  constructor(private readonly designs: CertificateDesignService) {}

  @Handles(certificationDesignsEndpoints.listCertificateDesigns)
  listCertificateDesigns() {
    return this.designs.list();
  }

  @Handles(certificationDesignsEndpoints.assignCertificateDesign)
  assignCertificateDesign(
    { courseId, language }: { courseId: CourseId; language: SheetLanguage },
    body: CertificateDesignBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.designs.assign(actor, courseId, language, body.templateId);
  }
}

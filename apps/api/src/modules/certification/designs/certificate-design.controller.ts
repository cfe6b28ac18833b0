import {
  CertificateDesignBody,
  CertificateDesignList,
  sheetLanguage,
} from '@kizuna/shared/contracts/certification.designs';
import { courseId, type CourseId } from '@kizuna/shared/vocabulary/ids';
import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract } from '../../../platform/http/index.js';
import { CertificateDesignService } from './certificate-design.service.js';

/** Which template a course's certificates have. */
@Controller('office/certificate-designs')
export class CertificateDesignController {
  constructor(private readonly designs: CertificateDesignService) {}

  @Get()
  @Permit('certificate.read')
  @Contract({ response: CertificateDesignList })
  list() {
    return this.designs.list();
  }

  @Put(':courseId/:language')
  @Permit('template.edit')
  @Contract({ response: CertificateDesignList })
  assign(
    @CurrentActor() actor: Actor,
    @Param('courseId', { schema: courseId }) id: CourseId,
    @Param('language', { schema: sheetLanguage }) language: SheetLanguage,
    @Body({ schema: CertificateDesignBody }) body: CertificateDesignBody,
  ) {
    return this.designs.assign(actor, id, language, body.templateId);
  }
}

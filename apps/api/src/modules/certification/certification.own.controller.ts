import { CertificateList } from '@kizuna/shared/contracts/certification';
import { certificateId, type CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { CertificationReader } from './certification.reader.js';
import { CertificatePrintService } from './printing/certificate-print.service.js';

const pdf = 'application/pdf';

@Controller('me')
export class CertificationOwnController {
  constructor(
    private readonly reader: CertificationReader,
    private readonly prints: CertificatePrintService,
  ) {}

  @Get('certificates')
  @Permit('certificate.self')
  @Contract({ response: CertificateList })
  listMine(@CurrentActor() actor: Actor) {
    return this.reader.listMine(actor);
  }

  @Get('certificates/:certificateId/file')
  @Permit('certificate.self')
  @Contract({ file: pdf })
  async myFile(
    @CurrentActor() actor: Actor,
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
  ) {
    return new StreamableFile(await this.prints.own(actor, id), { type: pdf, disposition: 'inline' });
  }
}

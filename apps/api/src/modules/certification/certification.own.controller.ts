import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import type { CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { CertificationReader } from './certification.reader.js';
import { CertificatePrintService } from './printing/certificate-print.service.js';

const pdf = 'application/pdf';

@Controller()
export class CertificationOwnController {
  constructor(
    private readonly reader: CertificationReader,
    private readonly prints: CertificatePrintService,
  ) {}

  @Handles(certificationEndpoints.listOwnCertificates)
  listOwnCertificates(@CurrentActor() actor: Actor) {
    return this.reader.listMine(actor);
  }

  @Handles(certificationEndpoints.getOwnCertificateFile)
  async getOwnCertificateFile(
    { certificateId }: { certificateId: CertificateId },
    @CurrentActor() actor: Actor,
  ) {
    return new StreamableFile(await this.prints.own(actor, certificateId), {
      type: pdf,
      disposition: 'inline',
    });
  }
}

import type {
  CertificateListQuery,
  IssuerBody,
  PreviewBody,
  ReissueBody,
  RevocationBody,
} from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import type { CertificateId, CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { CertificationIssuerService } from './certification.issuer.service.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationReissueService } from './certification.reissue.service.js';
import { CertificationService } from './certification.service.js';
import { CertificatePrintService } from './printing/certificate-print.service.js';

const pdf = 'application/pdf';

@Controller()
export class CertificationOfficeController {
  constructor(
    private readonly service: CertificationService,
    private readonly reader: CertificationReader,
    private readonly issuer: CertificationIssuerService,
    private readonly prints: CertificatePrintService,
    private readonly reissues: CertificationReissueService,
  ) {}

  @Handles(certificationEndpoints.printRunCertificates)
  async printRunCertificates({ courseRunId }: { courseRunId: CourseRunId }, @CurrentActor() actor: Actor) {
    return new StreamableFile(await this.prints.ofRun(actor, courseRunId), {
      type: pdf,
      disposition: 'inline',
    });
  }

  @Handles(certificationEndpoints.previewCertificate)
  async previewCertificate(body: PreviewBody) {
    return new StreamableFile(await this.service.preview(body), { type: pdf, disposition: 'inline' });
  }

  @Handles(certificationEndpoints.listCertificates)
  listCertificates(query: CertificateListQuery) {
    return this.reader.list(query);
  }

  @Handles(certificationEndpoints.getCertificate)
  getCertificate({ certificateId }: { certificateId: CertificateId }) {
    return this.reader.getView(certificateId);
  }

  @Handles(certificationEndpoints.getCertificateFile)
  async getCertificateFile(
    { certificateId }: { certificateId: CertificateId },
    @CurrentActor() actor: Actor,
  ) {
    return new StreamableFile(await this.prints.ofOne(actor, certificateId), {
      type: pdf,
      disposition: 'inline',
    });
  }

  @Handles(certificationEndpoints.revokeCertificate)
  revokeCertificate(
    { certificateId }: { certificateId: CertificateId },
    body: RevocationBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.revoke(actor, certificateId, body.reason);
  }

  @Handles(certificationEndpoints.previewReissue)
  previewReissue({ certificateId }: { certificateId: CertificateId }) {
    return this.reissues.preview(certificateId);
  }

  @Handles(certificationEndpoints.reissueCertificate)
  reissueCertificate(
    { certificateId }: { certificateId: CertificateId },
    body: ReissueBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.reissues.reissue(actor, certificateId, body, key);
  }

  @Handles(certificationEndpoints.getIssuer)
  getIssuer() {
    return this.issuer.get();
  }

  @Handles(certificationEndpoints.setIssuer)
  setIssuer(body: IssuerBody, @CurrentActor() actor: Actor) {
    return this.issuer.set(actor, body);
  }
}

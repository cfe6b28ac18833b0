import {
  CertificateListQuery,
  CertificatePage,
  CertificateView,
  IssuerBody,
  IssuerView,
  PreviewBody,
  ReissueBody,
  ReissuePreview,
  RevocationBody,
} from '@kizuna/shared/contracts/certification';
import {
  certificateId,
  courseRunId,
  type CertificateId,
  type CourseRunId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { CertificationIssuerService } from './certification.issuer.service.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationReissueService } from './certification.reissue.service.js';
import { CertificationService } from './certification.service.js';
import { CertificatePrintService } from './printing/certificate-print.service.js';

const pdf = 'application/pdf';

@Controller('office')
export class CertificationOfficeController {
  constructor(
    private readonly service: CertificationService,
    private readonly reader: CertificationReader,
    private readonly issuer: CertificationIssuerService,
    private readonly prints: CertificatePrintService,
    private readonly reissues: CertificationReissueService,
  ) {}

  @Get('course-runs/:courseRunId/certificates/print')
  @Permit('certificate.issue')
  @Contract({ file: pdf })
  async printOfRun(
    @CurrentActor() actor: Actor,
    @Param('courseRunId', { schema: courseRunId }) id: CourseRunId,
  ) {
    return new StreamableFile(await this.prints.ofRun(actor, id), { type: pdf, disposition: 'inline' });
  }

  @Post('certificates/previews')
  @Permit('certificate.issue')
  @Contract({ file: pdf })
  async preview(@Body({ schema: PreviewBody }) body: PreviewBody) {
    return new StreamableFile(await this.service.preview(body), { type: pdf, disposition: 'inline' });
  }

  @Get('certificates')
  @Permit('certificate.read')
  @Contract({ response: CertificatePage })
  list(@Query({ schema: CertificateListQuery }) query: CertificateListQuery) {
    return this.reader.list(query);
  }

  @Get('certificates/:certificateId')
  @Permit('certificate.read')
  @Contract({ response: CertificateView })
  get(@Param('certificateId', { schema: certificateId }) id: CertificateId) {
    return this.reader.getView(id);
  }

  @Get('certificates/:certificateId/file')
  @Permit('certificate.read')
  @Contract({ file: pdf })
  async file(
    @CurrentActor() actor: Actor,
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
  ) {
    return new StreamableFile(await this.prints.ofOne(actor, id), {
      type: pdf,
      disposition: 'inline',
    });
  }

  @Post('certificates/:certificateId/revocation')
  @Permit('certificate.issue')
  @Contract({ response: CertificateView })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
    @Body({ schema: RevocationBody }) body: RevocationBody,
  ) {
    return this.service.revoke(actor, id, body.reason);
  }

  @Get('certificates/:certificateId/reissue-preview')
  @Permit('certificate.issue')
  @Contract({ response: ReissuePreview })
  previewReissue(@Param('certificateId', { schema: certificateId }) id: CertificateId) {
    return this.reissues.preview(id);
  }

  @Post('certificates/:certificateId/reissues')
  @Permit('certificate.issue')
  @Contract({ response: CertificateView, status: 201 })
  reissue(
    @CurrentActor() actor: Actor,
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
    @Body({ schema: ReissueBody }) body: ReissueBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.reissues.reissue(actor, id, body, key);
  }

  @Get('certificate-issuer')
  @Permit('certificate.read')
  @Contract({ response: IssuerView })
  getIssuer() {
    return this.issuer.get();
  }

  @Put('certificate-issuer')
  @Permit('certificate.issue')
  @Contract({ response: IssuerView })
  setIssuer(@CurrentActor() actor: Actor, @Body({ schema: IssuerBody }) body: IssuerBody) {
    return this.issuer.set(actor, body);
  }
}

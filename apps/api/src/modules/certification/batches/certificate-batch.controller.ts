import {
  BatchItemListQuery,
  BatchItemPage,
  CertificateBatchList,
  CertificateBatchView,
  IssueBody,
} from '@kizuna/shared/contracts/certification.batches';
import {
  certificateBatchId,
  courseRunId,
  type CertificateBatchId,
  type CourseRunId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../../platform/http/index.js';
import { CertificatePrintService } from '../printing/certificate-print.service.js';
import { CertificateBatchReader } from './certificate-batch.reader.js';
import { CertificateBatchService } from './certificate-batch.service.js';

const pdf = 'application/pdf';

@Controller('office')
export class CertificateBatchController {
  constructor(
    private readonly batches: CertificateBatchService,
    private readonly reader: CertificateBatchReader,
    private readonly prints: CertificatePrintService,
  ) {}

  @Post('certificates')
  @Permit('certificate.issue')
  @Contract({ response: CertificateBatchView, status: 202 })
  issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: IssueBody }) body: IssueBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.batches.ask(actor, body, key);
  }

  @Get('course-runs/:courseRunId/certificate-batches')
  @Permit('certificate.read')
  @Contract({ response: CertificateBatchList })
  listOfRun(@Param('courseRunId', { schema: courseRunId }) id: CourseRunId) {
    return this.reader.listOfRun(id);
  }

  @Get('certificate-batches/:certificateBatchId')
  @Permit('certificate.read')
  @Contract({ response: CertificateBatchView })
  get(@Param('certificateBatchId', { schema: certificateBatchId }) id: CertificateBatchId) {
    return this.reader.getView(id);
  }

  @Get('certificate-batches/:certificateBatchId/items')
  @Permit('certificate.read')
  @Contract({ response: BatchItemPage })
  listIssued(
    @Param('certificateBatchId', { schema: certificateBatchId }) id: CertificateBatchId,
    @Query({ schema: BatchItemListQuery }) query: BatchItemListQuery,
  ) {
    return this.reader.listIssued(id, query);
  }

  @Get('certificate-batches/:certificateBatchId/print')
  @Permit('certificate.issue')
  @Contract({ file: pdf })
  async print(
    @CurrentActor() actor: Actor,
    @Param('certificateBatchId', { schema: certificateBatchId }) id: CertificateBatchId,
  ) {
    return new StreamableFile(await this.prints.ofBatch(actor, id), { type: pdf, disposition: 'inline' });
  }
}

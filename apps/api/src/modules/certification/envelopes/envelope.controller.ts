import { EnvelopeList, EnvelopeQuery } from '@kizuna/shared/contracts/certification.envelopes';
import {
  certificateBatchId,
  courseRunId,
  type CertificateBatchId,
  type CourseRunId,
} from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract } from '../../../platform/http/index.js';
import { EnvelopeService } from './envelope.service.js';

const pdf = 'application/pdf';

/** Envelopes and labels for those who get their certificates by post. */
@Controller('office')
export class EnvelopeController {
  constructor(private readonly envelopes: EnvelopeService) {}

  @Get('course-runs/:courseRunId/envelopes')
  @Permit('certificate.issue')
  @Contract({ file: pdf })
  async envelopesOfRun(
    @CurrentActor() actor: Actor,
    @Param('courseRunId', { schema: courseRunId }) id: CourseRunId,
    @Query({ schema: EnvelopeQuery }) query: EnvelopeQuery,
  ) {
    const file = await this.envelopes.ofRun(actor, id, query);
    return new StreamableFile(file, { type: pdf, disposition: 'inline' });
  }

  @Get('course-runs/:courseRunId/envelopes/list')
  @Permit('certificate.issue')
  @Contract({ response: EnvelopeList })
  listEnvelopes(
    @CurrentActor() actor: Actor,
    @Param('courseRunId', { schema: courseRunId }) id: CourseRunId,
  ) {
    return this.envelopes.listOfRun(actor, id);
  }

  @Get('certificate-batches/:certificateBatchId/envelopes')
  @Permit('certificate.issue')
  @Contract({ file: pdf })
  async envelopesOfBatch(
    @CurrentActor() actor: Actor,
    @Param('certificateBatchId', { schema: certificateBatchId }) id: CertificateBatchId,
    @Query({ schema: EnvelopeQuery }) query: EnvelopeQuery,
  ) {
    const file = await this.envelopes.ofBatch(actor, id, query);
    return new StreamableFile(file, { type: pdf, disposition: 'inline' });
  }

  @Get('certificate-batches/:certificateBatchId/envelopes/list')
  @Permit('certificate.issue')
  @Contract({ response: EnvelopeList })
  listEnvelopesOfBatch(
    @CurrentActor() actor: Actor,
    @Param('certificateBatchId', { schema: certificateBatchId }) id: CertificateBatchId,
  ) {
    return this.envelopes.listOfBatch(actor, id);
  }
}

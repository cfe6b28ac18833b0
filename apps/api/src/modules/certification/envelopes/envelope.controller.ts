import type { EnvelopeQuery } from '@kizuna/shared/contracts/certification.envelopes';
import { certificationEnvelopesEndpoints } from '@kizuna/shared/contracts/certification.envelopes.endpoints';
import type { CertificateBatchId, CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { EnvelopeService } from './envelope.service.js';

const pdf = 'application/pdf';

/** Envelopes and labels for those who get their certificates by post. */
@Controller()
export class EnvelopeController {
  constructor(private readonly envelopes: EnvelopeService) {}

  @Handles(certificationEnvelopesEndpoints.printRunEnvelopes)
  async printRunEnvelopes(
    { courseRunId }: { courseRunId: CourseRunId },
    query: EnvelopeQuery,
    @CurrentActor() actor: Actor,
  ) {
    const file = await this.envelopes.ofRun(actor, courseRunId, query);
    return new StreamableFile(file, { type: pdf, disposition: 'inline' });
  }

  @Handles(certificationEnvelopesEndpoints.listRunEnvelopes)
  listRunEnvelopes({ courseRunId }: { courseRunId: CourseRunId }, @CurrentActor() actor: Actor) {
    return this.envelopes.listOfRun(actor, courseRunId);
  }

  @Handles(certificationEnvelopesEndpoints.printBatchEnvelopes)
  async printBatchEnvelopes(
    { certificateBatchId }: { certificateBatchId: CertificateBatchId },
    query: EnvelopeQuery,
    @CurrentActor() actor: Actor,
  ) {
    const file = await this.envelopes.ofBatch(actor, certificateBatchId, query);
    return new StreamableFile(file, { type: pdf, disposition: 'inline' });
  }

  @Handles(certificationEnvelopesEndpoints.listBatchEnvelopes)
  listBatchEnvelopes(
    { certificateBatchId }: { certificateBatchId: CertificateBatchId },
    @CurrentActor() actor: Actor,
  ) {
    return this.envelopes.listOfBatch(actor, certificateBatchId);
  }
}

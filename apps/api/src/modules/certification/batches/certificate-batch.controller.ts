import type { BatchItemListQuery, IssueBody } from '@kizuna/shared/contracts/certification.batches';
import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import type { CertificateBatchId, CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../../platform/http/index.js';
import { CertificatePrintService } from '../printing/certificate-print.service.js';
import { CertificateBatchReader } from './certificate-batch.reader.js';
import { CertificateBatchService } from './certificate-batch.service.js';

const pdf = 'application/pdf';

@Controller()
export class CertificateBatchController {
  constructor(
    private readonly batches: CertificateBatchService,
    private readonly reader: CertificateBatchReader,
    private readonly prints: CertificatePrintService,
  ) {}

  @Handles(certificationBatchesEndpoints.issueCertificates)
  issueCertificates(
    body: IssueBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.batches.ask(actor, body, key);
  }

  @Handles(certificationBatchesEndpoints.listCertificateBatches)
  listCertificateBatches({ courseRunId }: { courseRunId: CourseRunId }) {
    return this.reader.listOfRun(courseRunId);
  }

  @Handles(certificationBatchesEndpoints.getCertificateBatch)
  getCertificateBatch({ certificateBatchId }: { certificateBatchId: CertificateBatchId }) {
    return this.reader.getView(certificateBatchId);
  }

  @Handles(certificationBatchesEndpoints.listBatchItems)
  listBatchItems(
    { certificateBatchId }: { certificateBatchId: CertificateBatchId },
    query: BatchItemListQuery,
  ) {
    return this.reader.listIssued(certificateBatchId, query);
  }

  @Handles(certificationBatchesEndpoints.printCertificateBatch)
  async printCertificateBatch(
    { certificateBatchId }: { certificateBatchId: CertificateBatchId },
    @CurrentActor() actor: Actor,
  ) {
    return new StreamableFile(await this.prints.ofBatch(actor, certificateBatchId), {
      type: pdf,
      disposition: 'inline',
    });
  }
}

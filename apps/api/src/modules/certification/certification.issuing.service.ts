import { fiscalYearOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { onBehalfOf } from '../../platform/auth/index.js';
import { Transactions } from '../../platform/database/index.js';
import { CompletionReader, type CompletionRecord } from '../completion/index.js';
import { CoursesReader } from '../courses/index.js';
import { refusalOfItem } from './batches/certificate-batch.policy.js';
import { CertificateBatchRepository } from './batches/certificate-batch.repository.js';
import { CertificateLedgerWriter } from './certificate.ledger-writer.js';
import { CertificationRepository } from './certification.repository.js';

/** Issues to some people of a batch: numbers, files, lines of the ledger and results in one transaction. */
@Injectable()
export class CertificationIssuingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly batches: CertificateBatchRepository,
    private readonly repository: CertificationRepository,
    private readonly completions: CompletionReader,
    private readonly courses: CoursesReader,
    private readonly record: CertificateLedgerWriter,
  ) {}

  /** Each item still waiting at these positions gets its certificate, or the reason why not. */
  async issue(batchId: string, positions: readonly number[]): Promise<void> {
    await this.transactions.run(async () => {
      const batch = await this.batches.lock(batchId);
      const items = batch ? await this.batches.waitingAt(batchId, positions) : [];
      const run = items.length > 0 ? await this.courses.findRun(batch!.courseRunId) : null;
      if (!batch || !run) return;
      // Lock before reading anything the decision depends on: a second worker then sees what the first has issued
      await this.repository.lockCounter(run.courseId, fiscalYearOf(batch.issuedOn));
      const enrolmentIds = items.map(({ enrolmentId }) => enrolmentId);
      const completions = await this.completions.byEnrolment(enrolmentIds);
      const standing = await this.repository.validNumbersOf(enrolmentIds);
      const granted: { position: number; completion: CompletionRecord; nameLeftBlank: boolean }[] = [];
      for (const { position, enrolmentId, nameLeftBlank } of items) {
        const completion = completions.get(enrolmentId);
        const refusal = refusalOfItem({ completion, standing: standing.get(enrolmentId), nameLeftBlank });
        if (refusal) await this.batches.refused(batchId, position, refusal);
        else granted.push({ position, completion: completion!, nameLeftBlank });
      }
      const actor = onBehalfOf(batch.askedBy, 'certification.issueBatch');
      const certificateIds = await this.record.issue(actor, granted, batch);
      await this.batches.issued(
        batchId,
        granted.map(({ position }, at) => ({ position, certificateId: certificateIds[at]! })),
      );
    });
  }
}

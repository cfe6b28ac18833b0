import type { CertificateBatchView, IssueBody } from '@kizuna/shared/contracts/certification.batches';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { CompletionReader } from '../../completion/index.js';
import { CertificateBatchReader } from './certificate-batch.reader.js';
import { CertificateBatchRepository } from './certificate-batch.repository.js';
import { issueBatch, type IssueBatchJob } from './certificate-batch.worker.js';

/** Accepts a list from the office; a job makes the certificates (docs/adr/0025). */
@Injectable()
export class CertificateBatchService {
  constructor(
    private readonly commands: Commands,
    private readonly batches: CertificateBatchRepository,
    private readonly reader: CertificateBatchReader,
    private readonly completions: CompletionReader,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Stores an explicit list in the order of the roster and enqueues the issuing job, in one transaction. Whether a
   * person is ready is decided when the certificate is made, not now: two simultaneous requests issue only once.
   * @throws certification.not_taking_part if anyone in the list takes part in no run
   * @throws certification.several_runs if they take part in different runs
   */
  async ask(actor: Actor, body: IssueBody, key: string | undefined): Promise<CertificateBatchView> {
    const { personId } = personOf(actor);
    const chosen = [...new Set(body.enrolmentIds)];
    const found = [...(await this.completions.byEnrolment(chosen)).values()];
    const answer = await this.commands.once(`certification.issue:${personId}`, key, body, async () => {
      if (found.length < chosen.length) throw new DomainError('certification.not_taking_part');
      const courseRunId = found[0]!.courseRunId;
      if (found.some((one) => one.courseRunId !== courseRunId))
        throw new DomainError('certification.several_runs', { field: 'enrolmentIds' });
      const blank = new Set<string>(body.blankNames);
      const now = this.clock.now();
      const batch = {
        id: this.ids.next(),
        courseRunId,
        issuedOn: body.issuedOn ?? civilDateOf(now),
        language: body.language,
        askedBy: personId,
        askedAt: now,
      };
      await this.batches.insert(
        batch,
        found.map((one) => ({
          enrolmentId: one.enrolmentId,
          personId: one.personId,
          nameLeftBlank: blank.has(one.enrolmentId),
        })),
      );
      await this.jobs.enqueue<IssueBatchJob>(issueBatch, { batchId: batch.id });
      return { batchId: batch.id };
    });
    return this.reader.getView(answer.batchId);
  }
}

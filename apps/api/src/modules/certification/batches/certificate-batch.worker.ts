import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';

import { Clock } from '../../../platform/clock/clock.js';
import { isDatabaseUnavailable, Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Jobs, type JobContext } from '../../../platform/jobs/index.js';
import { AppLogger } from '../../../platform/log/nest-log.js';
import { CertificationIssuingService } from '../certification.issuing.service.js';
import {
  heartbeatSeconds,
  itemsAtOnce,
  lastAttempt,
  retrySeconds,
  type Refusal,
} from './certificate-batch.policy.js';
import { CertificateBatchRepository } from './certificate-batch.repository.js';

/** The job that issues a batch. */
export const issueBatch = 'certification.issueBatch';
export interface IssueBatchJob {
  batchId: string;
}

/**
 * Works through a batch, several people per transaction: if the process dies, the next attempt resumes after the last
 * commit. A person whose certificate fails does not hold up the others.
 */
@Injectable()
export class CertificateBatchWorker implements OnModuleInit, OnModuleDestroy {
  private readonly ending = new AbortController();

  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly batches: CertificateBatchRepository,
    private readonly issuing: CertificationIssuingService,
    private readonly clock: Clock,
    @Inject(AppLogger) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.work<IssueBatchJob>(issueBatch, ({ batchId }, job) => this.issueAll(batchId, job), {
      expireInSeconds: 3_600,
      heartbeatSeconds,
      retryEverySeconds: retrySeconds,
    });
  }

  /** On shutdown, the worker stops after the certificates it is currently making. */
  onModuleDestroy(): void {
    this.ending.abort();
  }

  /** Issues to everyone who is waiting. Throws if some certificates failed and should be retried. */
  async issueAll(batchId: string, job: Pick<JobContext, 'attempt' | 'signal'>): Promise<void> {
    const signal = AbortSignal.any([job.signal, this.ending.signal]);
    const failures: unknown[] = [];
    let after = 0;
    for (;;) {
      signal.throwIfAborted();
      const next = await this.transactions.run(() =>
        this.batches.positionsAfter(batchId, after, itemsAtOnce),
      );
      if (next.length === 0) break;
      failures.push(...(await this.together(batchId, next, job.attempt)));
      after = next.at(-1)!;
    }
    if (failures.length > 0) throw failures[0];
    await this.transactions.run(() => this.batches.finish(batchId, this.clock.now()));
  }

  private async together(batchId: string, positions: readonly number[], attempt: number) {
    try {
      await this.issuing.issue(batchId, positions);
      return [];
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      return this.oneByOne(batchId, positions, attempt);
    }
  }

  /** Finds the people whose certificate fails. @returns what should be retried */
  private async oneByOne(batchId: string, positions: readonly number[], attempt: number): Promise<unknown[]> {
    const failures: unknown[] = [];
    for (const position of positions) {
      try {
        await this.issuing.issue(batchId, [position]);
      } catch (error) {
        if (isDatabaseUnavailable(error)) throw error;
        const refusal = refusalOf(error, attempt);
        if (!refusal) failures.push(error);
        else await this.transactions.run(() => this.batches.refused(batchId, position, refusal));
        this.log.warn({ err: error, batchId, position, attempt }, 'a certificate could not be made');
      }
    }
    return failures;
  }
}

function refusalOf(error: unknown, attempt: number): Refusal | null {
  if (error instanceof DomainError) return { code: error.code };
  return attempt >= lastAttempt ? { code: 'certification.not_made' } : null;
}

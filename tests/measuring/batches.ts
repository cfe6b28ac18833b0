import { setTimeout as wait } from 'node:timers/promises';
import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { ask, sendTo } from './ask.ts';

/** The office of a throw-away product, for issuing certificates. */
export class IssuingOffice {
  readonly #at: { origin: string; headers: { cookie: string } };

  constructor(origin: string, cookie: string) {
    this.#at = { origin, headers: { cookie } };
  }

  /** Asks for the certificates of a list. @throws Error where that is not taken, with what the API says */
  ask(enrolmentIds: readonly string[], key: string): Promise<CertificateBatchView> {
    return ask(this.#at, certificationBatchesEndpoints.issueCertificates, {
      body: { enrolmentIds },
      idempotencyKey: key,
    });
  }

  /** How far a batch is. @throws Error where the API does not say it */
  look(batchId: string): Promise<CertificateBatchView> {
    return ask(this.#at, certificationBatchesEndpoints.getCertificateBatch, {
      params: { certificateBatchId: batchId },
    });
  }

  /** How many entries of the ledger are wrong; one where its chain is broken. @throws Error outside 2xx */
  async wrongInLedger(): Promise<number> {
    const { brokenAt, differing } = await ask(this.#at, ledgerEndpoints.checkLedger);
    return brokenAt === null ? differing : 1;
  }

  /** The certificates of a batch in one PDF. @throws Error outside 2xx */
  async pile(batchId: string): Promise<Buffer> {
    const answer = await sendTo(this.#at, certificationBatchesEndpoints.printCertificateBatch, {
      params: { certificateBatchId: batchId },
    });
    if (!answer.ok) throw new Error(`no pile: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Waits until nobody of a batch waits any more. @throws Error after so many seconds */
  async finished(batchId: string, seconds: number): Promise<CertificateBatchView> {
    for (const end = performance.now() + seconds * 1000; ; await wait(200)) {
      const batch = await this.look(batchId);
      if (batch.finishedAt !== null) return batch;
      if (performance.now() > end)
        throw new Error(`${batch.issued} of ${batch.total} certificates in ${seconds} s`);
    }
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { ThreadPool, threadFile } from '../../../platform/threads/index.js';
import { CompletionReader } from '../../completion/index.js';
import { CertificateDeliveryService } from '../../ledger/index.js';
import { pileWords } from '../../templates/index.js';
import { CertificateBatchReader } from '../batches/certificate-batch.reader.js';
import { CertificationReader } from '../certification.reader.js';
import type { PileTask } from './certificate-pile.js';

/** Certificates merged into one PDF, which the office prints for the closing day. */
@Injectable()
export class CertificatePrintService implements OnApplicationShutdown {
  /** One at a time: a print file of a thousand sheets takes seconds and hundreds of megabytes. */
  private readonly thread = new ThreadPool<PileTask, Uint8Array>(
    threadFile(import.meta.url, 'certificate-pile.thread.js'),
    { most: 1 },
  );

  constructor(
    private readonly completions: CompletionReader,
    private readonly reader: CertificationReader,
    private readonly batches: CertificateBatchReader,
    private readonly deliveries: CertificateDeliveryService,
  ) {}

  /**
   * The valid certificates of a run as one PDF, one page each, in the order of the roster (kana), so that they can be
   * handed out as people are called. The pages are copied from the stored files, never typeset again.
   * @throws platform.not_found for an unknown run
   * @throws certification.nothing_to_print if none is issued
   */
  async ofRun(actor: Actor, courseRunId: string): Promise<Buffer> {
    const { items } = await this.completions.listOfRun(actor, courseRunId);
    return this.pileOf(
      actor,
      items.flatMap((item) => (item.certificateId === null ? [] : [item.certificateId])),
    );
  }

  /** The same for one batch. */
  async ofBatch(actor: Actor, batchId: string): Promise<Buffer> {
    return this.pileOf(actor, await this.batches.validOf(batchId));
  }

  /** One certificate for the office to print. @throws platform.not_found */
  async ofOne(actor: Actor, certificateId: string): Promise<Buffer> {
    const file = await this.reader.file(certificateId);
    await this.deliveries.printed(actor, [certificateId]);
    return file;
  }

  /** The actor's own certificate, to download. @throws platform.not_found for anyone else's */
  async own(actor: Actor, certificateId: string): Promise<Buffer> {
    const file = await this.reader.myFile(actor, certificateId);
    await this.deliveries.downloaded(actor, certificateId);
    return file;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }

  private async pileOf(actor: Actor, ids: readonly string[]): Promise<Buffer> {
    if (ids.length === 0) throw new DomainError('certification.nothing_to_print');
    const files = await this.reader.files(ids);
    const { title, language } = pileWords;
    await this.deliveries.printed(actor, ids);
    const { buffer, byteOffset, byteLength } = await this.thread.run({ title, language, files });
    return Buffer.from(buffer, byteOffset, byteLength);
  }
}

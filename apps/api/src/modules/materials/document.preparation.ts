import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { BlobStore } from '../../platform/storage/index.js';
import { Uploads } from '../../platform/uploads/index.js';
import { readPdf, type Reading } from './document.reading.js';
import { mostAttempts, originalFile, readingLimits, scopeOf } from './materials.policy.js';
import { MaterialsRepository, type WaitingDocument } from './materials.repository.js';

const job = 'courses.prepareDocument';

/** The worker's part: turns a PDF into page images for any tablet, and text for screen readers. */
@Injectable()
export class DocumentPreparation implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly repository: MaterialsRepository,
    private readonly blobs: BlobStore,
    private readonly uploads: Uploads,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const options = { heartbeatSeconds: 20, expireInSeconds: 1200 };
    this.jobs.work<{ documentId: string }>(
      job,
      ({ documentId }, { signal }) => this.prepare(documentId, signal),
      options,
    );
  }

  /** Enqueues the job, in the transaction that adds the version. */
  async request(documentId: string): Promise<void> {
    await this.jobs.enqueue(job, { documentId });
  }

  /**
   * Prepares one version. Idempotent: all files are stored under the hash of the content, and the row is updated last.
   * A finished version is skipped.
   */
  async prepare(documentId: string, signal?: AbortSignal): Promise<void> {
    const document = await this.transactions.run(() => this.repository.begin(documentId));
    if (!document) return;
    const folder = await mkdtemp(path.join(tmpdir(), 'kizuna-document-'));
    try {
      if (document.attempts > mostAttempts) await this.end(document, { fault: 'took_too_long' }, '');
      else {
        const file = path.join(folder, originalFile);
        await this.fetch(document, file);
        const reading = await readPdf(file, folder, readingLimits, this.progressOf(documentId), signal);
        await this.end(document, reading, folder);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    if (document.uploadId) await this.uploads.discard(document.uploadId);
  }

  private async fetch({ uploadId, blobKey }: WaitingDocument, file: string): Promise<void> {
    if (uploadId) await copyFile(this.uploads.pathOf(uploadId), file);
    else await writeFile(file, await this.blobs.stream(blobKey!));
  }

  /** Writes at most once per second, and one write at a time. */
  private progressOf(documentId: string) {
    let last = 0;
    let writing = Promise.resolve();
    return (progress: { donePages: number; pageCount: number }) => {
      const now = performance.now();
      if (now - last < 1000) return;
      last = now;
      const write = () =>
        this.transactions.run(() =>
          this.repository.progress(documentId, progress.donePages, progress.pageCount),
        );
      // only a display value: the next one follows in a second
      writing = writing.then(write).catch(() => undefined);
    };
  }

  private async end({ id }: WaitingDocument, reading: Reading, folder: string): Promise<void> {
    const now = this.clock.now();
    if ('fault' in reading) {
      await this.transactions.run(() => this.repository.fail(id, reading.fault, now));
      return;
    }
    const scope = scopeOf(await hashOf(path.join(folder, originalFile)));
    for (const name of await readdir(folder)) {
      await this.blobs.put(`${scope}/${name}`, createReadStream(path.join(folder, name)));
    }
    await this.transactions.run(() => this.repository.finish(id, { ...reading, scope }, now));
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

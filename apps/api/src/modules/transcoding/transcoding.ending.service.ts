import type { TranscodeFault } from '@kizuna/shared/vocabulary/video';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Uploads } from '../../platform/uploads/index.js';
import {
  transcodingFailed,
  transcodingFinished,
  type PreparedFilm,
  type TranscodingFailed,
  type TranscodingFinished,
} from './transcoding.events.js';
import { forgetSourceJob, type ForgetSourceJob } from './transcoding.policy.js';
import { TranscodingRepository, type TranscodeTask } from './transcoding.repository.js';
import { TranscodingWorkFolders } from './transcoding.work-folders.js';

/**
 * Ends a transcode: the row, the event and the job that deletes its upload in one transaction, then the work folder.
 */
@Injectable()
export class TranscodingEndingService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly transcodes: TranscodingRepository,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly uploads: Uploads,
    private readonly folders: TranscodingWorkFolders,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.work<ForgetSourceJob>(forgetSourceJob, ({ uploadId }) => this.uploads.discard(uploadId));
  }

  /** The film is ready and its blobs are stored. */
  async finish(task: TranscodeTask, film: PreparedFilm): Promise<void> {
    await this.transactions.run(async () => {
      if (!(await this.transcodes.finish(task, film, this.clock.now()))) return;
      await this.publish<TranscodingFinished>(task, transcodingFinished, {
        transcodeId: task.id,
        subjectId: task.subjectId,
        film,
      });
    });
    await this.folders.remove(task.id);
  }

  /** The film is refused permanently. */
  async refuse(task: TranscodeTask, fault: TranscodeFault): Promise<void> {
    await this.transactions.run(async () => {
      if (!(await this.transcodes.fail(task.id, fault, this.clock.now()))) return;
      await this.publish<TranscodingFailed>(task, transcodingFailed, {
        transcodeId: task.id,
        subjectId: task.subjectId,
        fault,
      });
    });
    await this.folders.remove(task.id);
  }

  /** Publishes only the latest film of a subject: an older one that ends later must not replace it. */
  private async publish<P>(task: TranscodeTask, type: string, payload: P): Promise<void> {
    if (await this.transcodes.isLatest(task)) {
      await this.outbox.add({ type, payload, subjectId: task.subjectId });
    }
    if (task.uploadId !== null) {
      await this.jobs.enqueue(forgetSourceJob, { uploadId: task.uploadId });
    }
  }
}

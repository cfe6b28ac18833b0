import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../clock/clock.js';
import { Jobs } from '../jobs/jobs.js';
import { UploadStore } from './upload-store.js';
import { UploadRepository } from './upload.repository.js';
import { orphanLifeMs } from './upload.rules.js';

/** Deletes uploads that were never finished or used, and files without a row. */
@Injectable()
export class UploadHousekeeping implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly uploads: UploadRepository,
    private readonly store: UploadStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('uploads.deleteExpired', '23 * * * *', () => this.deleteExpired());
  }

  async deleteExpired(): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.uploads.expired(now)) await this.store.remove(id);
    const files = await this.store.files();
    const known = await this.uploads.known(files.map(({ id }) => id));
    for (const { id, changedAt } of files) {
      const old = now.getTime() - changedAt.getTime() > orphanLifeMs;
      if (old && !known.has(id)) await this.store.remove(id);
    }
  }
}

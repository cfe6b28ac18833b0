import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { BlobStore } from '../../platform/storage/index.js';
import { isOwnScope } from './video.film.policy.js';
import { VideoRepository } from './video.repository.js';

/** An address is valid for at most a day; this doubles it for a tablet that was asleep. */
const keptMs = 48 * 3_600_000;

/** Deletes the files of replaced films and captions once no page can play them any more. */
@Injectable()
export class VideoHousekeeping implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: VideoRepository,
    private readonly blobs: BlobStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('video.deleteRetiredFiles', '37 3 * * *', () => this.deleteRetired());
  }

  /** The mark is only removed on commit, so files left over by a crash are deleted the next time. */
  async deleteRetired(): Promise<void> {
    await this.transactions.run(async () => {
      const before = new Date(this.clock.now().getTime() - keptMs);
      const prefixes = await this.repository.takeRetired(before);
      for (const prefix of prefixes.filter(isOwnScope)) await this.blobs.deleteAll(prefix);
    });
  }
}

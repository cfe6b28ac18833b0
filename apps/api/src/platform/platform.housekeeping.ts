import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from './clock/clock.js';
import { Sql } from './database/sql.js';
import { Transactions } from './database/transactions.js';
import { Jobs } from './jobs/jobs.js';

const dayMs = 24 * 3_600_000;

/** Deletes delivered events, stored responses past their lifetime and limits that are full again. */
@Injectable()
export class PlatformHousekeeping implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('platform.forgetOldRows', '7 3 * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    const ago = (days: number) => new Date(this.clock.now().getTime() - days * dayMs);
    await this.transactions.run(async () => {
      await this.sql.query('DELETE FROM outbox_events WHERE dispatched_at < $1', [ago(30)]);
      await this.sql.query('DELETE FROM idempotency_keys WHERE created_at < $1', [ago(30)]);
      await this.sql.query('DELETE FROM rate_limits WHERE empty_at < $1', [ago(1)]);
    });
  }
}

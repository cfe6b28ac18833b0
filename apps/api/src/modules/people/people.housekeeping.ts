import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { PasswordResetRepository } from './passwords/password-reset.repository.js';
import { SignInThrottleRepository } from './sign-in/sign-in-throttle.repository.js';
import { SignInRepository } from './sign-in/sign-in.repository.js';

const dayMs = 24 * 3_600_000;

/** Deletes what is no longer needed: old sign-ins, password resets, counts of failed attempts. */
@Injectable()
export class PeopleHousekeeping implements OnModuleInit {
  constructor(
    private readonly signIns: SignInRepository,
    private readonly resets: PasswordResetRepository,
    private readonly throttles: SignInThrottleRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('people.forgetOldSignIns', '17 3 * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    const ago = (days: number) => new Date(this.clock.now().getTime() - days * dayMs);
    await this.transactions.run(async () => {
      await this.signIns.forgetBefore(ago(30));
      await this.resets.forgetBefore(ago(30));
      await this.throttles.forgetBefore(ago(31), ago(1));
    });
  }
}

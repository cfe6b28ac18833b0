import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { SignInThrottleRepository } from './sign-in-throttle.repository.js';
import {
  throttleMemory,
  throttles,
  sprayLimit,
  sprayWindowSeconds,
  type ThrottleKind,
} from './sign-in.policy.js';

/** A charged sign-in attempt. */
export interface BookedAttempt {
  /** The attempt succeeded: resets the count. */
  forgive(): Promise<void>;
  /** The attempt failed. @throws DomainError people.sign_in_refused, always */
  refuse(): Promise<never>;
}

/** Keys are hashed: the tables contain neither account names nor network addresses. */
function digest(kind: string, subject: string): string {
  return `${kind}:${createHash('sha256').update(subject).digest('base64url')}`;
}

/** Throttles guessing: per account always, per network address only if many accounts are tried. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly throttles: SignInThrottleRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Charges an attempt for an account that may or may not exist.
   * @throws DomainError people.sign_in_limited with params.retryAfterSeconds
   */
  async book(kind: 'password' | 'card', account: string, address: string): Promise<BookedAttempt> {
    const accountKey = digest(kind, account);
    const addressKey = digest('address', address);
    const now = this.clock.now();
    const since = new Date(now.getTime() - sprayWindowSeconds * 1000);
    if ((await this.throttles.countFailedAccounts(addressKey, since)) >= sprayLimit) {
      throw limited(sprayWindowSeconds);
    }
    await this.chargeOrRefuse(kind, accountKey);
    return {
      forgive: () => this.throttles.release(accountKey),
      refuse: async () => {
        await this.throttles.noteFailure(addressKey, accountKey, this.clock.now());
        throw new DomainError('people.sign_in_refused');
      },
    };
  }

  /** Charges one use of something rate-limited. Returns false if it is not allowed now. */
  async take(kind: ThrottleKind, subject: string): Promise<boolean> {
    return (await this.charge(kind, digest(kind, subject))) === null;
  }

  /** As `take`, but throws if it is not allowed now. @throws DomainError people.sign_in_limited */
  demand(kind: ThrottleKind, subject: string): Promise<void> {
    return this.chargeOrRefuse(kind, digest(kind, subject));
  }

  /** Undoes `take` or `demand` if the use turned out to be legitimate. */
  release(kind: ThrottleKind, subject: string): Promise<void> {
    return this.throttles.release(digest(kind, subject));
  }

  private async chargeOrRefuse(kind: ThrottleKind, key: string): Promise<void> {
    const until = await this.charge(kind, key);
    if (until) throw limited((until.getTime() - this.clock.now().getTime()) / 1000);
  }

  private charge(kind: ThrottleKind, key: string): Promise<Date | null> {
    return this.throttles.charge(key, throttles[kind], throttleMemory[kind], this.clock.now());
  }
}

function limited(seconds: number): DomainError {
  return new DomainError('people.sign_in_limited', {
    params: { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) },
  });
}

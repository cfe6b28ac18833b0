import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { SignInThrottleRepository } from './sign-in-throttle.repository.js';
import { brakeMemory, brakes, sprayLimit, sprayWindowSeconds, type BrakeKind } from './sign-in.policy.js';

/** A charged sign-in attempt. */
export interface BookedAttempt {
  /** The attempt succeeded: resets the count. */
  forgive(): Promise<void>;
  /** The attempt failed. @throws DomainError people.sign_in_refused, always */
  refuse(): Promise<never>;
}

/** Keys are hashed: the tables contain neither account names nor network addresses. */
function digest(kind: string, word: string): string {
  return `${kind}:${createHash('sha256').update(word).digest('base64url')}`;
}

/** Throttles guessing: per account always, per network address only if many accounts are tried. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly brakes: SignInThrottleRepository,
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
    if ((await this.brakes.countFailedAccounts(addressKey, since)) >= sprayLimit) {
      throw limited(sprayWindowSeconds);
    }
    await this.chargeOrRefuse(kind, accountKey);
    return {
      forgive: () => this.brakes.release(accountKey),
      refuse: async () => {
        await this.brakes.noteFailure(addressKey, accountKey, this.clock.now());
        throw new DomainError('people.sign_in_refused');
      },
    };
  }

  /** Charges one use of something rate-limited. Returns false if it is not allowed now. */
  async take(kind: BrakeKind, word: string): Promise<boolean> {
    return (await this.charge(kind, digest(kind, word))) === null;
  }

  /** As `take`, but throws if it is not allowed now. @throws DomainError people.sign_in_limited */
  demand(kind: BrakeKind, word: string): Promise<void> {
    return this.chargeOrRefuse(kind, digest(kind, word));
  }

  /** Undoes `take` or `demand` if the use turned out to be legitimate. */
  release(kind: BrakeKind, word: string): Promise<void> {
    return this.brakes.release(digest(kind, word));
  }

  private async chargeOrRefuse(kind: BrakeKind, key: string): Promise<void> {
    const until = await this.charge(kind, key);
    if (until) throw limited((until.getTime() - this.clock.now().getTime()) / 1000);
  }

  private charge(kind: BrakeKind, key: string): Promise<Date | null> {
    return this.brakes.charge(key, brakes[kind], brakeMemory[kind], this.clock.now());
  }
}

function limited(seconds: number): DomainError {
  return new DomainError('people.sign_in_limited', {
    params: { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) },
  });
}

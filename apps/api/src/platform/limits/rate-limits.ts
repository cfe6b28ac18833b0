import { createHash } from 'node:crypto';

import type { ErrorCode } from '@kizuna/shared/errors/index';
import { Injectable } from '@nestjs/common';

import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { DomainError } from '../errors/domain-error.js';
import { networkOf } from './network.policy.js';

/** A limit for wrong attempts: a bucket of this size, refilled evenly within the window. */
export interface RateLimit {
  /** Routes with the same name share one bucket. */
  name: string;
  tries: number;
  windowSeconds: number;
  /** The error code of the refusal; its parameter is retryAfterSeconds. */
  code: ErrorCode;
}

/**
 * Throttles guessing by network address. PostgreSQL counts, so all processes share the limit, and an attempt is charged
 * before it is made, so that concurrent attempts cannot bypass it.
 */
@Injectable()
export class RateLimits {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs work whose wrong results are counted: a refusal (DomainError), or a result for which `isWrong` is true. A
   * correct result, or an internal failure, returns the charged attempt.
   * @throws DomainError the limit's error code, before the work is started
   */
  async countWrong<T>(
    limit: RateLimit,
    address: string,
    work: () => Promise<T>,
    isWrong: (answer: T) => boolean = () => false,
  ): Promise<T> {
    const key = keyOf(limit, address);
    await this.book(limit, key);
    try {
      const answer = await work();
      if (!isWrong(answer)) await this.giveBack(limit, key);
      return answer;
    } catch (error) {
      if (!(error instanceof DomainError)) await this.giveBack(limit, key);
      throw error;
    }
  }

  private async book(limit: RateLimit, key: string): Promise<void> {
    const now = this.clock.now();
    const booked = await this.sql.writeAlone(
      'platform.rateLimits.book',
      `INSERT INTO rate_limits AS r (key, empty_at) VALUES ($1, $2::timestamptz + make_interval(secs => $3::float8))
       ON CONFLICT ON CONSTRAINT pk_rate_limits DO UPDATE
         SET empty_at = greatest(r.empty_at, $2::timestamptz) + make_interval(secs => $3::float8)
         WHERE r.empty_at + make_interval(secs => $3::float8) <= $2::timestamptz + make_interval(secs => $4::float8)
       RETURNING key`,
      [key, now, stepSeconds(limit), limit.windowSeconds],
    );
    if (booked.length > 0) return;
    const bucket = await this.sql.one<{ emptyAt: Date }>(
      'SELECT empty_at AS "emptyAt" FROM rate_limits WHERE key = $1',
      [key],
    );
    const emptyAt = bucket?.emptyAt.getTime() ?? now.getTime();
    const free = emptyAt / 1000 + stepSeconds(limit) - limit.windowSeconds;
    const retryAfterSeconds = Math.max(1, Math.ceil(free - now.getTime() / 1000));
    throw new DomainError(limit.code, { params: { retryAfterSeconds } });
  }

  private async giveBack(limit: RateLimit, key: string): Promise<void> {
    await this.sql.writeAlone(
      'platform.rateLimits.giveBack',
      'UPDATE rate_limits SET empty_at = empty_at - make_interval(secs => $2::float8) WHERE key = $1',
      [key, stepSeconds(limit)],
    );
  }
}

function stepSeconds(limit: RateLimit): number {
  return limit.windowSeconds / limit.tries;
}

/** Hashed: the table contains no network addresses. */
function keyOf(limit: RateLimit, address: string): string {
  return `${limit.name}:${createHash('sha256').update(networkOf(address)).digest('base64url')}`;
}

import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';

/** SQL of `sign_in_brakes` and `sign_in_failures`. */
@Injectable()
export class SignInThrottleRepository {
  constructor(private readonly sql: Sql) {}

  /**
   * Charges an attempt before it is made, so that concurrent attempts cannot bypass the throttle.
   * @param delays seconds to wait after the n-th failure in a row
   * @returns null if the attempt is allowed, else the time from which it is
   */
  async charge(
    key: string,
    delays: readonly number[],
    memorySeconds: number,
    now: Date,
  ): Promise<Date | null> {
    const charged = await this.sql.writeAlone(
      'people.charge-throttle',
      `INSERT INTO sign_in_brakes AS b (key, failures, blocked_until, touched_at)
       VALUES ($1, 1, $2::timestamptz + make_interval(secs => ($3::int[])[1]), $2)
       ON CONFLICT ON CONSTRAINT pk_sign_in_brakes DO UPDATE SET
         failures = CASE WHEN b.touched_at < $2::timestamptz - make_interval(secs => $4) THEN 1 ELSE b.failures + 1 END,
         blocked_until = $2::timestamptz + make_interval(secs => ($3::int[])[
           CASE WHEN b.touched_at < $2::timestamptz - make_interval(secs => $4) THEN 1
                ELSE least(b.failures + 1, cardinality($3::int[])) END]),
         touched_at = $2
       WHERE b.blocked_until <= $2 RETURNING b.key`,
      [key, now, delays, memorySeconds],
    );
    if (charged.length > 0) return null;
    const row = await this.sql.one<{ until: Date }>(
      'SELECT blocked_until AS until FROM sign_in_brakes WHERE key = $1',
      [key],
    );
    return row?.until ?? null;
  }

  async release(key: string): Promise<void> {
    await this.sql.writeAlone('people.release-throttle', 'DELETE FROM sign_in_brakes WHERE key = $1', [key]);
  }

  /** The number of different accounts for which an address has failed since the given time. */
  async countFailedAccounts(addressKey: string, since: Date): Promise<number> {
    const row = await this.sql.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM sign_in_failures WHERE address_key = $1 AND failed_at > $2',
      [addressKey, since],
    );
    return row!.count;
  }

  async noteFailure(addressKey: string, accountKey: string, now: Date): Promise<void> {
    await this.sql.writeAlone(
      'people.note-sign-in-failure',
      `INSERT INTO sign_in_failures (address_key, account_key, failed_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_sign_in_failures DO UPDATE SET failed_at = excluded.failed_at`,
      [addressKey, accountKey, now],
    );
  }

  async forgetBefore(brakesBefore: Date, failuresBefore: Date): Promise<void> {
    await this.sql.query('DELETE FROM sign_in_brakes WHERE touched_at < $1 AND blocked_until < $1', [
      brakesBefore,
    ]);
    await this.sql.query('DELETE FROM sign_in_failures WHERE failed_at < $1', [failuresBefore]);
  }
}

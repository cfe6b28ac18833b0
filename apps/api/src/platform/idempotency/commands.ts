import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Transactions } from '../database/transactions.js';
import { DomainError } from '../errors/domain-error.js';

/** Serialises a value so that equal requests give equal strings whatever the order of their fields. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Runs commands that a client may repeat: the first response is stored with its effect and returned again. */
@Injectable()
export class Commands {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction, once per (scope, key). The response must survive JSON: strings, numbers, plain
   * objects.
   * Concurrent repeats wait for the first to commit.
   * @param scope command and owner, e.g. `enrolment.apply:${personId}`, so that keys of different people never collide
   * @param key sent by the client; undefined runs the work without storing the response
   * @param request the client's request, to distinguish a repeat from another request under the same key
   * @throws DomainError platform.idempotency_conflict for another request under a known key
   */
  async once<T>(
    scope: string,
    key: string | undefined,
    request: unknown,
    work: () => Promise<T>,
  ): Promise<T> {
    if (key === undefined) return this.transactions.run(work);
    const requestHash = createHash('sha256').update(canonical(request)).digest('base64url');
    return this.transactions.run(async () => {
      const claimed = await this.sql.query(
        `INSERT INTO idempotency_keys (scope, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT pk_idempotency_keys DO NOTHING RETURNING key`,
        [scope, key, requestHash, this.clock.now()],
      );
      if (claimed.length === 0) return this.firstAnswer<T>(scope, key, requestHash);
      const answer = await work();
      await this.sql.query('UPDATE idempotency_keys SET answer = $3::jsonb WHERE scope = $1 AND key = $2', [
        scope,
        key,
        answer === undefined ? null : JSON.stringify(answer),
      ]);
      return answer;
    });
  }

  private async firstAnswer<T>(scope: string, key: string, requestHash: string): Promise<T> {
    const [row] = await this.sql.query<{ request_hash: string; answer: T | null }>(
      'SELECT request_hash, answer FROM idempotency_keys WHERE scope = $1 AND key = $2',
      [scope, key],
    );
    if (row?.request_hash !== requestHash) throw new DomainError('platform.idempotency_conflict');
    return (row.answer ?? undefined) as T;
  }
}

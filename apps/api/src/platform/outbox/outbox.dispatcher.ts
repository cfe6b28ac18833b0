import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';

import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { isDatabaseUnavailable, sqlStateOf } from '../database/sql-state.js';
import { Transactions } from '../database/transactions.js';
import { AppLogger } from '../log/nest-log.js';
import { Outbox, type OutboxEvent } from './outbox.js';

interface EventRow {
  id: string;
  type: string;
  payload: unknown;
  subject_id: string | null;
  occurred_at: Date;
}

const firstRetryMs = 1_000;
const lastRetryMs = 10 * 60_000;

class SubscriberFailed extends Error {
  constructor(
    readonly eventId: string,
    readonly eventType: string,
    override readonly cause: unknown,
  ) {
    super('a subscriber failed');
  }
}

/** Delivers waiting events. Any number of processes may do so at once: each event is claimed by a row lock. */
@Injectable()
export class OutboxDispatcher {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(AppLogger) private readonly log: Logger,
  ) {}

  /** Delivers one event. Returns false if none was waiting. A failing event is put back and never blocks the others. */
  async dispatchNext(): Promise<boolean> {
    try {
      return await this.transactions.run(() => this.claimAndDeliver());
    } catch (error) {
      if (!(error instanceof SubscriberFailed) || isDatabaseUnavailable(error.cause)) throw error;
      await this.putBack(error);
      return true;
    }
  }

  private async claimAndDeliver(): Promise<boolean> {
    const [row] = await this.sql.query<EventRow>(
      `SELECT id, type, payload, subject_id, occurred_at FROM outbox_events
       WHERE dispatched_at IS NULL AND available_at <= $1
       ORDER BY available_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [this.clock.now()],
    );
    if (!row) return false;
    const event: OutboxEvent = {
      id: row.id,
      type: row.type,
      payload: row.payload,
      subjectId: row.subject_id,
      occurredAt: row.occurred_at,
    };
    for (const handle of this.outbox.subscribersOf(event.type)) {
      try {
        await handle(event);
      } catch (error) {
        throw new SubscriberFailed(event.id, event.type, error);
      }
    }
    await this.sql.query(
      `UPDATE outbox_events SET dispatched_at = $2,
         payload = CASE WHEN sensitive THEN '{}'::jsonb ELSE payload END WHERE id = $1`,
      [event.id, this.clock.now()],
    );
    return true;
  }

  private async putBack(failure: SubscriberFailed): Promise<void> {
    const { cause } = failure;
    const word = `${cause instanceof Error ? cause.name : typeof cause} ${sqlStateOf(cause) ?? ''}`.trim();
    this.log.error({ err: cause, event: failure.eventType, eventId: failure.eventId }, 'subscriber failed');
    await this.transactions.run(() =>
      this.sql.query(
        `UPDATE outbox_events SET attempts = attempts + 1, last_error = $2,
           available_at = $3::timestamptz + least($5::int, $4::int * (2 ^ least(attempts, 20))) * interval '1 millisecond'
         WHERE id = $1`,
        [failure.eventId, word, this.clock.now(), firstRetryMs, lastRetryMs],
      ),
    );
  }
}

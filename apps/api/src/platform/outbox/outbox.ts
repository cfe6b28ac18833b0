import { Injectable } from '@nestjs/common';

import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Ids } from '../ids/ids.js';

/** The PostgreSQL channel that wakes the dispatcher when a transaction with events commits. */
export const outboxChannel = 'kizuna_outbox';

export interface NewEvent<P = unknown> {
  /** `<capability>.<past tense>`, e.g. `enrolment.applied`. */
  type: string;
  payload: P;
  subjectId?: string;
  /** True if the payload contains a secret: it is emptied as soon as every subscriber has run. */
  sensitive?: boolean;
}

export interface OutboxEvent<P = unknown> {
  id: string;
  type: string;
  payload: P;
  subjectId: string | null;
  occurredAt: Date;
}

export type Subscriber<P = unknown> = (event: OutboxEvent<P>) => Promise<void>;

/** Publishes events to higher modules, and registers their subscribers. */
@Injectable()
export class Outbox {
  private readonly subscribers = new Map<string, Map<string, Subscriber>>();

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Records an event in the caller's transaction; it is delivered after the commit, at least once. */
  async add<P>(event: NewEvent<P>): Promise<void> {
    await this.addAll([event]);
  }

  /** Records events in order, in one statement. */
  async addAll<P>(events: readonly NewEvent<P>[]): Promise<void> {
    if (events.length === 0) return;
    await this.sql.query(
      `INSERT INTO outbox_events (id, type, payload, subject_id, sensitive, occurred_at, available_at)
       SELECT id, type, payload::jsonb, subject_id, sensitive, $6::timestamptz, $6::timestamptz
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::boolean[]) AS e (id, type, payload, subject_id, sensitive)`,
      [
        events.map(() => this.ids.next()),
        events.map(({ type }) => type),
        events.map(({ payload }) => JSON.stringify(payload)),
        events.map(({ subjectId }) => subjectId ?? null),
        events.map(({ sensitive }) => sensitive ?? false),
        this.clock.now(),
      ],
    );
    await this.sql.query('SELECT pg_notify($1, $2)', [outboxChannel, '']);
  }

  /**
   * Subscribes to a type; call it in `onModuleInit`. All subscribers of an event run in the transaction that marks it
   * as delivered, so their rows are written exactly once; anything outside the database belongs in a job.
   */
  subscribe<P>(type: string, subscriberName: string, handler: Subscriber<P>): void {
    const ofType = this.subscribers.get(type) ?? new Map<string, Subscriber>();
    if (ofType.has(subscriberName)) throw new Error(`${subscriberName} is already subscribed to ${type}`);
    ofType.set(subscriberName, handler as Subscriber);
    this.subscribers.set(type, ofType);
  }

  subscribersOf(type: string): Subscriber[] {
    return [...(this.subscribers.get(type)?.values() ?? [])];
  }
}

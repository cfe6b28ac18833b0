import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

import { sqlStateOf } from './sql-state.js';

/** SQLSTATE of a statement in a transaction in which another one has failed. */
const transactionAborted = '25P02';

/** One open transaction: its connection, what waits for it, and whether it can still commit. */
export class OpenTransaction {
  private last: Promise<unknown> = Promise.resolve();
  private unfinished = 0;
  private over = false;
  private failure: { error: unknown } | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly client: PoolClient,
  ) {}

  /**
   * Runs statements on the connection after those requested earlier: a connection runs one at a time.
   * @throws Error after the work of the transaction has ended, instead of writing outside of it
   */
  async inTurn<T>(ask: (client: PoolClient, manager: EntityManager) => Promise<T>): Promise<T> {
    this.refuseWhenOver();
    this.unfinished += 1;
    const result = this.last.then(async () => {
      this.refuseWhenOver();
      return ask(this.client, this.manager);
    });
    this.last = result.then(
      () => this.finished(),
      (error: unknown) => this.finished({ error }),
    );
    return result;
  }

  /** Runs the work of a nested `Transactions.run`. If it throws, the whole transaction can no longer commit. */
  async join<T>(work: () => Promise<T>): Promise<T> {
    this.refuseWhenOver();
    try {
      return await work();
    } catch (error) {
      this.failure ??= { error };
      throw error;
    }
  }

  /**
   * Runs the work of the transaction to its end, so that COMMIT or ROLLBACK can follow.
   * @throws the error thrown by the work; the first failure of a statement or of a nested run, even if the work caught
   * it;
   * Error if the work returns before its statements have ended
   */
  async complete<T>(work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      if (this.failure) throw this.failure.error;
      if (this.unfinished > 0)
        throw new Error('a transaction callback returned without awaiting its statements');
      return answer;
    } catch (error) {
      throw this.causeOf(error);
    } finally {
      this.over = true;
      if (this.unfinished > 0) await this.last;
    }
  }

  /** After a statement has failed, every further one fails because of it: what counts is the first. */
  private causeOf(error: unknown): unknown {
    return this.failure && sqlStateOf(error) === transactionAborted ? this.failure.error : error;
  }

  private finished(failure?: { error: unknown }): void {
    this.unfinished -= 1;
    this.failure ??= failure;
  }

  private refuseWhenOver(): void {
    if (this.over) throw new Error('this transaction is over; one of its promises was not awaited');
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';

import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

const open = new AsyncLocalStorage<OpenTransaction>();

/** Reads on the connection of a transaction, one after the other. */
export class OpenTransaction {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly m: EntityManager) {}

  async query(config: QueryConfig): Promise<QueryResult<QueryResultRow>> {
    const run = async () => {
      const client = (await this.m.queryRunner!.connect()) as PoolClient;
      return client.query<QueryResultRow>(config);
    };
    // A connection runs one statement at a time; a failed one must not keep the next from being asked
    const result = this.last.then(run, run);
    this.last = result.catch(() => undefined);
    return result;
  }
}

/** Runs the work with its transaction known to every read that it asks for. */
export function withOpenTransaction<T>(m: EntityManager, work: () => Promise<T>): Promise<T> {
  return open.run(new OpenTransaction(m), work);
}

/** The reads of the transaction this code runs in, or undefined outside of one. */
export function openTransaction(): OpenTransaction | undefined {
  return open.getStore();
}

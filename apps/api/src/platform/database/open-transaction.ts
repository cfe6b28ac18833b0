import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

const open = new AsyncLocalStorage<TransactionReads>();

/** Reads on the connection of a transaction, one after the other. */
export class TransactionReads {
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
  return open.run(new TransactionReads(m), work);
}

/** The reads of the transaction this code runs in, or undefined outside of one. */
export function openTransaction(): TransactionReads | undefined {
  return open.getStore();
}

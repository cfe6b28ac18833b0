import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';

import { AmbientTransaction } from './ambient-transaction.js';
import { OpenTransaction } from './open-transaction.js';
import { forgetReads } from './shared-reads.js';
import { sqlStateOf } from './sql-state.js';

/** Serialization failure and deadlock: the same work may succeed when it is run again. */
const repeatable = new Set(['40001', '40P01']);
const attempts = 4;

/** Runs the work of a command in one transaction. Everything that the work asks `Sql` for belongs to it. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ambient: AmbientTransaction,
  ) {}

  /**
   * Runs `work` in a READ COMMITTED transaction; a serialization failure or a deadlock is tried again up to three
   * times, so `work` must have no effect outside the database.
   *
   * Inside an open transaction the work joins it: it commits or rolls back with the outer work, and only the outermost
   * run tries again. There are no savepoints. Work that throws in a nested run rolls the whole transaction back, even if
   * the outer work catches the error: half of a command is never committed. The same holds for a statement that fails.
   * @throws what the work throws; Error when the work returns without awaiting its statements
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const open = this.ambient.current();
    if (open) return open.join(work);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.begin(work);
        forgetReads();
        return result;
      } catch (error) {
        if (attempt >= attempts || !repeatable.has(sqlStateOf(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 10 + Math.random() * 20));
      }
    }
  }

  private begin<T>(work: () => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const client = (await manager.queryRunner!.connect()) as PoolClient;
      const transaction = new OpenTransaction(manager, client);
      return transaction.complete(() => this.ambient.run(transaction, work));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { withOpenTransaction } from './open-transaction.js';
import { sqlStateOf } from './sql-state.js';

const repeatable = new Set(['40001', '40P01']);
const attempts = 4;

/** Runs the work of a command in one transaction. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a READ COMMITTED transaction; a serialization failure or a deadlock is tried again up to three
   * times, so `work` must have no effect outside the database.
   */
  async run<T>(work: (m: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction((m) => withOpenTransaction(m, () => work(m)));
      } catch (error) {
        if (attempt >= attempts || !repeatable.has(sqlStateOf(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 10 + Math.random() * 20));
      }
    }
  }
}

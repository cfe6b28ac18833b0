import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/**
 * Writes of one statement, which is then its own transaction. For the few that run all day (a watch report, an answer):
 * prepared once per connection they cost a third. A write that belongs to others goes through Transactions.
 */
@Injectable()
export class SingleWrites {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs a statement with a constant text, prepared under `name`, and returns its rows. */
  async prepared<T = Record<string, unknown>>(
    name: string,
    text: string,
    params: readonly unknown[],
  ): Promise<T[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    const result = await pool.query<QueryResultRow>({ name, text, values: [...params] });
    return result.rows as T[];
  }
}

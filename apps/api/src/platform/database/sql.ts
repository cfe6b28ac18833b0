import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type FindOptionsOrder,
  type FindOptionsWhere,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
} from 'typeorm';

import { AmbientTransaction } from './ambient-transaction.js';
import { KeptRows } from './kept-rows.js';
import { needsTransaction } from './needs-transaction.js';
import { OutsideTransaction } from './outside-transaction.js';
import { currentReads, shareRead } from './shared-reads.js';

type Values<E extends ObjectLiteral> = QueryDeepPartialEntity<E>;

/**
 * The database as repositories and readers see it. Inside `Transactions.run` everything runs on the connection of the
 * transaction, one statement after the other, and sees what it has written. Outside, reads run on any connection of the
 * pool, and a write or a lock is refused.
 */
@Injectable()
export class Sql {
  private readonly content = new KeptRows();

  constructor(
    private readonly dataSource: DataSource,
    private readonly ambient: AmbientTransaction,
  ) {}

  /** The rows of a statement, of INSERT/UPDATE/DELETE … RETURNING as well. @throws Error for a write outside a transaction */
  async query<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.run(text, params)).rows as T[];
  }

  /** The first row or null; for look-ups by key. */
  async one<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T | null> {
    return ((await this.run(text, params)).rows[0] as T | undefined) ?? null;
  }

  /** Like `query`, with the number of rows that a write touched. */
  async execute<T = Record<string, unknown>>(
    text: string,
    params: readonly unknown[] = [],
  ): Promise<{ rows: T[]; affected: number }> {
    const { rows, rowCount } = await this.run(text, params);
    return { rows: rows as T[], affected: rowCount ?? 0 };
  }

  /**
   * A statement prepared once per connection under `name`: for hot statements with a constant text. Outside a transaction
   * the answer is shared by the parts of one page (see `withSharedReads`).
   */
  async prepared<T = Record<string, unknown>>(
    name: string,
    text: string,
    params: readonly unknown[] = [],
  ): Promise<T[]> {
    const ask = async () => (await this.run(text, params, name)).rows as T[];
    return this.ambient.current() ? ask() : shareRead(() => JSON.stringify([name, params]), ask);
  }

  /**
   * Like `prepared`, for what changes only when the office saves: kept in the process until the content changes
   * (docs/adr/0041). All tables of the statement must have a trigger `content_changed`; the structure tests check it.
   * Inside a transaction and in a job it asks PostgreSQL. The rows are frozen.
   */
  async kept<T = Record<string, unknown>>(
    name: string,
    text: string,
    params: readonly unknown[] = [],
  ): Promise<T[]> {
    const ask = async () => (await this.run(text, params, name)).rows as T[];
    const reads = currentReads();
    if (!reads || this.ambient.current()) return ask();
    const version = await (reads.contentVersion ??= this.contentVersion());
    return this.content.find(version, JSON.stringify([name, params]), ask);
  }

  private async contentVersion(): Promise<string> {
    const [row] = await this.prepared<{ version: string }>(
      'platform.content-version',
      'SELECT version FROM content_version',
    );
    return row!.version;
  }

  /**
   * A write of one statement that is a transaction of its own: prepared under `name`, it costs a third of one with BEGIN
   * and COMMIT. For writes that run all day (a watch report, an answer), and for those that must hold even when the
   * command around them fails (a counted attempt).
   * @throws Error inside a transaction: the write would survive its rollback, or wait for its locks
   */
  async writeAlone<T = Record<string, unknown>>(
    name: string,
    text: string,
    params: readonly unknown[] = [],
  ): Promise<T[]> {
    if (this.ambient.current())
      throw new Error(`${name} is a transaction of its own and must not run inside another`);
    return (await this.pool().query<QueryResultRow>({ name, text, values: [...params] })).rows as T[];
  }

  /** A statement of the job queue's own housekeeping: on the pool, whichever transaction is open, text unseen. */
  async onPool(text: string, params: readonly unknown[] = []): Promise<{ rows: QueryResultRow[] }> {
    return this.pool().query<QueryResultRow>(text, [...params]);
  }

  /** Inserts rows of an entity. @throws Error outside a transaction, like the other writes of entities */
  async insert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rows: Values<E> | Values<E>[],
  ): Promise<void> {
    await this.inTransaction(`INSERT of ${nameOf(entity)}`, (m) => m.insert(entity, rows));
  }

  /** Inserts a row; false, and nothing done, where another one has the value of the unique column already. */
  async insertUnlessTaken<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    row: Values<E>,
    uniqueColumn: string,
  ): Promise<boolean> {
    const inserted = await this.inTransaction(`INSERT of ${nameOf(entity)}`, (m) =>
      m
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(row)
        .orIgnore(`("${uniqueColumn}")`)
        .returning('*')
        .execute(),
    );
    return (inserted.raw as unknown[]).length === 1;
  }

  /** Inserts rows, or overwrites those that are equal in the properties `conflictPaths`. */
  async upsert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rows: Values<E> | Values<E>[],
    conflictPaths: (string & keyof E)[],
  ): Promise<void> {
    await this.inTransaction(`UPSERT of ${nameOf(entity)}`, (m) => m.upsert(entity, rows, conflictPaths));
  }

  async update<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E>,
    change: Values<E>,
  ): Promise<void> {
    await this.inTransaction(`UPDATE of ${nameOf(entity)}`, (m) => m.update(entity, where, change));
  }

  async delete<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<void> {
    await this.inTransaction(`DELETE of ${nameOf(entity)}`, (m) => m.delete(entity, where));
  }

  /** The row, locked until the transaction ends; null when there is none. */
  async lockOne<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E>,
  ): Promise<E | null> {
    return this.inTransaction(`lock of ${nameOf(entity)}`, (m) =>
      m.findOne(entity, { where, lock: { mode: 'pessimistic_write' } }),
    );
  }

  async findOne<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E>,
    order?: FindOptionsOrder<E>,
  ): Promise<E | null> {
    const find = (m: EntityManager) => m.findOne(entity, { where, ...(order ? { order } : {}) });
    const open = this.ambient.current();
    return open ? open.inTurn((_, m) => find(m)) : find(this.dataSource.manager);
  }

  private async inTransaction<T>(what: string, ask: (m: EntityManager) => Promise<T>): Promise<T> {
    const open = this.ambient.current();
    if (!open) throw new OutsideTransaction(what);
    return open.inTurn((_, m) => ask(m));
  }

  private async run(
    text: string,
    params: readonly unknown[],
    name?: string,
  ): Promise<QueryResult<QueryResultRow>> {
    // Pages are read all day: what they ask is prepared, with or without a name of its own
    const prepared = name ?? (currentReads() ? preparedName(text) : undefined);
    const config: QueryConfig = { text, values: [...params], ...(prepared ? { name: prepared } : {}) };
    const open = this.ambient.current();
    if (open) return open.inTurn((client) => client.query<QueryResultRow>(config));
    if (needsTransaction(text)) throw new OutsideTransaction(name ?? text);
    return this.pool().query<QueryResultRow>(config);
  }

  private pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** Texts that were given a name; texts made at run time must not fill the memory of every connection. */
const named = new Map<string, string>();
const mostNamed = 1_000;

function preparedName(text: string): string | undefined {
  const known = named.get(text);
  if (known !== undefined || named.size >= mostNamed) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  named.set(text, name);
  return name;
}

function nameOf(entity: EntityTarget<ObjectLiteral>): string {
  return typeof entity === 'function' ? entity.name : 'an entity';
}

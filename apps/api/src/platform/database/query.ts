import type { EntityManager, QueryRunner } from 'typeorm';

/**
 * Runs SQL on the transaction of `m` and returns its rows, for INSERT/UPDATE/DELETE … RETURNING as well
 * (TypeORM's own `query` answers those with a pair).
 */
export async function query<T = Record<string, unknown>>(
  m: EntityManager,
  text: string,
  params: readonly unknown[] = [],
): Promise<T[]> {
  return (await execute<T>(m, text, params)).rows;
}

/** Like `query`, with the number of rows that a write touched. */
export async function execute<T = Record<string, unknown>>(
  m: EntityManager,
  text: string,
  params: readonly unknown[] = [],
): Promise<{ rows: T[]; affected: number }> {
  const runner: QueryRunner = m.queryRunner ?? m.connection.createQueryRunner();
  try {
    const result = await runner.query(text, [...params], true);
    return { rows: (result.records ?? []) as T[], affected: result.affected ?? 0 };
  } finally {
    if (!m.queryRunner) await runner.release();
  }
}

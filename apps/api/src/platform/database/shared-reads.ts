import { AsyncLocalStorage } from 'node:async_hooks';

/** What was asked for already, by statement and parameters. */
export type SharedReads = Map<string, Promise<unknown[]>>;

const sharing = new AsyncLocalStorage<SharedReads>();

/**
 * Runs work whose prepared reads are asked of PostgreSQL once and shared. For the several GETs of one page: they stand
 * in the same millisecond, ask for the same enrolments and outlines, and a page whose parts agree is the better page.
 * Never for commands.
 */
export function withSharedReads<T>(reads: SharedReads, work: () => T): T {
  return sharing.run(reads, work);
}

/**
 * The rows of a read, asked for once within `withSharedReads` and every time outside. Shared rows are frozen: whoever
 * wrote into one would write into another's answer. A failed read is not kept.
 */
export function shareRead<T>(key: () => string, ask: () => Promise<T[]>): Promise<T[]> {
  const reads = sharing.getStore();
  if (!reads) return ask();
  const name = key();
  const known = reads.get(name);
  if (known) return known as Promise<T[]>;
  const asked = ask().then((rows) => {
    for (const row of rows) Object.freeze(row);
    return rows;
  });
  reads.set(name, asked);
  asked.catch(() => reads.delete(name));
  return asked;
}

import { AsyncLocalStorage } from 'node:async_hooks';

/** Running and finished reads, by statement and parameters. */
export type SharedReads = Map<string, Promise<unknown[]>>;

const sharing = new AsyncLocalStorage<SharedReads>();

/**
 * Runs work whose prepared reads are sent to PostgreSQL once and shared. For the several GETs of one page: they arrive
 * in
 * the same millisecond and read the same enrolments and outlines, and sharing keeps the parts of the page consistent.
 * Never for commands.
 */
export function withSharedReads<T>(reads: SharedReads, work: () => T): T {
  return sharing.run(reads, work);
}

/**
 * The rows of a read, queried once within `withSharedReads` and every time outside. Shared rows are frozen, because
 * changing one would change another response. A failed read is not cached.
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

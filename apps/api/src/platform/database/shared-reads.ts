import { AsyncLocalStorage } from 'node:async_hooks';

/** What the reads of one page share. */
export interface SharedReads {
  /** Running and finished reads, by statement and parameters. */
  rows: Map<string, Promise<unknown[]>>;
  /** The version of the office's content that this page shows; see `Sql.kept`. */
  contentVersion?: Promise<string>;
}

const sharing = new AsyncLocalStorage<SharedReads>();

/** Nothing read yet. */
export function noReads(): SharedReads {
  return { rows: new Map() };
}

/**
 * Runs work whose prepared reads are sent to PostgreSQL once and shared. For a GET, and for the several GETs of one
 * page: their parts read the same enrolments and outlines, and sharing keeps the parts consistent. Never for commands.
 */
export function withSharedReads<T>(reads: SharedReads, work: () => T): T {
  return sharing.run(reads, work);
}

/** The reads that the running code shares, or undefined outside of `withSharedReads`. */
export function currentReads(): SharedReads | undefined {
  return sharing.getStore();
}

/** Runs work that shares nothing: a command, whatever page it was sent from. */
export function withoutSharedReads<T>(work: () => T): T {
  return sharing.exit(work);
}

/** Notes the content version that came with another statement (the sign-in), so that it is not asked for. */
export function noteContentVersion(version: string): void {
  const reads = sharing.getStore();
  if (reads) reads.contentVersion ??= Promise.resolve(version);
}

/**
 * The rows of a read, queried once within `withSharedReads` and every time outside. Shared rows are frozen, because
 * changing one would change another response. A failed read is not cached.
 */
export function shareRead<T>(key: () => string, ask: () => Promise<T[]>): Promise<T[]> {
  const reads = sharing.getStore();
  if (!reads) return ask();
  const name = key();
  const known = reads.rows.get(name);
  if (known) return known as Promise<T[]>;
  const asked = ask().then((rows) => {
    for (const row of rows) Object.freeze(row);
    return rows;
  });
  reads.rows.set(name, asked);
  asked.catch(() => reads.rows.delete(name));
  return asked;
}

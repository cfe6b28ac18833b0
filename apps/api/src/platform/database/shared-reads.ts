import { AsyncLocalStorage } from 'node:async_hooks';

/** What the reads of one page, or of one command, share. */
export interface SharedReads {
  /** Running and finished reads, by statement and parameters; null for a command, which reads anew. */
  rows: Map<string, Promise<unknown[]>> | null;
  /** The version of the office's content that is read; see `Sql.kept`. */
  contentVersion?: Promise<string> | undefined;
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

/** Runs a command, which shares only the version of the content, whatever page it was sent from. */
export function asCommand<T>(work: () => T): T {
  return sharing.run({ rows: null }, work);
}

/** Forgets what was read: a transaction has been committed, and may have changed it. */
export function forgetReads(): void {
  const reads = sharing.getStore();
  if (!reads) return;
  reads.contentVersion = undefined;
  reads.rows?.clear();
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
  const rows = sharing.getStore()?.rows;
  if (!rows) return ask();
  const name = key();
  const known = rows.get(name);
  if (known) return known as Promise<T[]>;
  const asked = ask().then((found) => {
    for (const row of found) Object.freeze(row);
    return found;
  });
  rows.set(name, asked);
  asked.catch(() => rows.delete(name));
  return asked;
}

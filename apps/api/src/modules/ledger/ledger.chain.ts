import { createHash } from 'node:crypto';

/** A stored link. `seq` counts from 1 without gaps. */
export interface Link {
  seq: number;
  statement: string;
  previous: string;
  hash: string;
}

/** The link before the first. */
export const beforeFirst = { seq: 0, hash: '0'.repeat(64) } as const;

/** The hash of a link (hexadecimal): anyone who has a later one can detect changes to anything before it. */
export function hashOfLink(previous: string, statement: string): string {
  return createHash('sha256').update(`${previous}\n${statement}`).digest('hex');
}

/**
 * The number of the first link that does not follow from the one before it; null if all do.
 * @param links in the order of `seq`, directly after `before`
 */
export function firstBreak(links: readonly Link[], before: { seq: number; hash: string }): number | null {
  let last = before;
  for (const link of links) {
    const follows = link.seq === last.seq + 1 && link.previous === last.hash;
    if (!follows || link.hash !== hashOfLink(link.previous, link.statement)) return last.seq + 1;
    last = link;
  }
  return null;
}

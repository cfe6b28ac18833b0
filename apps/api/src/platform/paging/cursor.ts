import { DomainError } from '../errors/domain-error.js';

/** Encodes the sort key of a page's last row as an opaque string. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Decodes the sort key written by `encodeCursor`; undefined on the first page.
 * @throws DomainError platform.invalid_input if the cursor is not one of ours
 */
export function decodeCursor<T extends readonly unknown[] = string[]>(
  cursor: string | undefined,
  length: number,
): T | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isScalar))
      return values as unknown as T;
  } catch {
    // Falls through: an unreadable cursor is refused like any other bad input
  }
  throw new DomainError('platform.invalid_input', { field: 'cursor' });
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/**
 * Cuts a page from rows queried with `limit + 1`.
 * @param keyOf the sort key of a row, in the order compared by the query
 */
export function pageFrom<R>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => readonly (string | number | null)[],
): { rows: R[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

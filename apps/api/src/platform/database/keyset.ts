import { DomainError } from '../errors/domain-error.js';

/** The opaque cursor of a keyset-paged list: the sort values of the last row, in order. */
export function encodeCursor(...values: string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The sort values that a cursor holds.
 * @param shapes what each value must look like; a cursor is typed by clients, so nothing of it is trusted
 * @throws DomainError platform.invalid_input for anything that `encodeCursor` did not make
 */
export function decodeCursor(cursor: string, ...shapes: RegExp[]): string[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    values = undefined;
  }
  const good =
    Array.isArray(values) &&
    values.length === shapes.length &&
    shapes.every((shape, index) => typeof values[index] === 'string' && shape.test(values[index]));
  if (!good) throw new DomainError('platform.invalid_input', { field: 'cursor' });
  return values as string[];
}

/** Shapes for `decodeCursor`. */
export const cursorShapes = {
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/,
  id: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
} as const;

/** Cuts a list that was asked for with one row more than the page holds; tells the cursor of the next page. */
export function pageFrom<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => string,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

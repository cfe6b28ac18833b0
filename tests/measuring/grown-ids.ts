/**
 * The id of a kind and a number, in the order of the numbers and older than all ids of the product, as an SQL
 * expression.
 */
export const idOf = (kind: number, number: string): string =>
  `('0190' || lpad(to_hex((${number}) >> 16), 4, '0') || '-' || lpad(to_hex((${number}) & 65535), 4, '0')
    || '-7000-8000-0000000000${String(kind).padStart(2, '0')}')::uuid`;

/** Somebody of the office, as an SQL expression. */
export const office = `(SELECT id FROM people WHERE 'office' = ANY(roles) ORDER BY id LIMIT 1)`;

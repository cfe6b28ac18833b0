import { stringify } from 'csv-stringify/sync';

import { neutralCell } from './reporting.csv.policy.js';

/** A CSV that Excel opens by a double click: UTF-8 with BOM, CRLF, every cell neutral. */
export function csvOf(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Buffer {
  const cells = rows.map((row) => row.map(neutralCell));
  return Buffer.from(stringify([[...headings], ...cells], { bom: true, record_delimiter: 'windows' }));
}

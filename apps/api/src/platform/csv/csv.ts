import { stringify } from 'csv-stringify/sync';

import { neutralCell } from './csv.policy.js';

export type CsvRow = readonly (string | number | null)[];

/** Formats a CSV that Excel opens on double-click: UTF-8 with BOM, CRLF, every cell neutralised. */
export function csvOf(headings: readonly string[], rows: readonly CsvRow[]): Buffer {
  return Buffer.from(csvTextOf(headings, rows, true));
}

/** The same as a string, for files in another encoding. */
export function csvTextOf(headings: readonly string[], rows: readonly CsvRow[], bom = false): string {
  const cells = rows.map((row) => row.map(neutralCell));
  return stringify([[...headings], ...cells], { bom, record_delimiter: 'windows' });
}

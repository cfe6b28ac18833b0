import type { Client } from 'pg';

import { movedMoments } from './load-database.js';
import type { Dump, DumpedTable } from './dump-file.js';

/** The queue's own moments were brought to today when the dump was loaded. */
const left = new Set(movedMoments);

type Row = Record<string, unknown>;

function asText(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column] ?? null));
}

async function lostIn(client: Client, { name, columns, rows }: DumpedTable): Promise<string[]> {
  const compared = columns.filter((column) => name !== 'pgboss.job' || !left.has(column));
  const { rows: found } = await client.query<{ row: string }>(
    `SELECT row_to_json(t)::text AS row FROM ${name} t`,
  );
  const there = new Map<string, number>();
  for (const { row } of found) {
    const text = asText(JSON.parse(row) as Row, compared);
    there.set(text, (there.get(text) ?? 0) + 1);
  }
  const lost: string[] = [];
  for (const row of rows) {
    const text = asText(JSON.parse(row) as Row, compared);
    const count = there.get(text) ?? 0;
    if (count === 0) lost.push(`${name}: ${text}`);
    else there.set(text, count - 1);
  }
  const more = found.length - rows.length;
  return more > 0 ? [...lost, `${name}: ${more} rows more than before`] : lost;
}

/**
 * The rows of a dump that a database does not hold any more with the same values, and tables that have more rows.
 * Columns that came later are not compared.
 * @param explained tables that a later migration changes on purpose, with the reason
 */
export async function lostRows(
  client: Client,
  dump: Dump,
  explained: Readonly<Record<string, string>>,
): Promise<string[]> {
  const lost: string[] = [];
  for (const table of dump.tables)
    if (explained[table.name] === undefined) lost.push(...(await lostIn(client, table)));
  return lost;
}

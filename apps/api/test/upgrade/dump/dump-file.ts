import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

import type { Held } from '../populate/index.js';

/** The rows of a table, each as the JSON text that PostgreSQL makes of it. */
export interface DumpedTable {
  /** With its schema, `public.people`. */
  name: string;
  columns: string[];
  rows: string[];
}

export interface DumpedSequence {
  name: string;
  lastValue: string;
  isCalled: boolean;
}

/** The state of an installation: data only, its schema comes from the migrations. */
export interface Dump {
  /** When it was made by the machine's clock, and the time of the clock by which its people lived; ISO. */
  madeAt: string;
  now: string;
  /** The address of the installation, which papers, mails and credentials name. */
  origin: string;
  /** Names of the migrations that it had, in their order. */
  migrations: string[];
  /** What the schema was, a line for each part; see `describeSchema`. */
  schema: string[];
  /** The tables of the job queue: pg-boss has its own migrations, which begin at what this SQL makes. */
  jobTables: string;
  held: Held;
  tables: DumpedTable[];
  sequences: DumpedSequence[];
  /** Files of DATA_DIR that are needed: path and content in base64. */
  files: { path: string; content: string }[];
}

type Head = Omit<Dump, 'tables'>;
interface TableLine {
  table: string;
  columns: string[];
  rowCount: number;
}

/** Writes a dump as JSON lines, compressed: the head, then for each table a line and its rows. */
export function writeDump(file: string, { tables, ...head }: Dump): void {
  const lines = tables.flatMap(({ name, columns, rows }) => {
    const line: TableLine = { table: name, columns, rowCount: rows.length };
    return [JSON.stringify(line), ...rows];
  });
  writeFileSync(file, gzipSync(`${[JSON.stringify(head), ...lines].join('\n')}\n`, { level: 9 }));
}

/** Reads what `writeDump` has written. @throws Error for a file that is cut short */
export function readDump(file: string): Dump {
  const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const tables: DumpedTable[] = [];
  for (let at = 0; at < lines.length;) {
    const { table, columns, rowCount } = JSON.parse(lines[at]!) as TableLine;
    const rows = lines.slice(at + 1, at + 1 + rowCount);
    if (rows.length !== rowCount) throw new Error(`${file} ends within ${table}`);
    tables.push({ name: table, columns, rows });
    at += 1 + rowCount;
  }
  return { ...(JSON.parse(head) as Head), tables };
}

/** The rows of one of a dump's tables. @throws Error for a table that it does not have */
export function rowsOf<T>({ tables }: Dump, name: string): T[] {
  const table = tables.find((each) => each.name === name);
  if (!table) throw new Error(`the dump has no table ${name}`);
  return table.rows.map((row) => JSON.parse(row) as T);
}

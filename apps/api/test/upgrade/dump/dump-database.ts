import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Client } from 'pg';
import { getConstructionPlans } from 'pg-boss';

import type { Held } from '../populate/index.js';
import type { Dump, DumpedSequence, DumpedTable } from './dump-file.js';
import { describeSchema } from './schema.js';

/** Tables of the job queue that hold what was asked for; the others are its own figures. */
const jobTables = ['pgboss.queue', 'pgboss.schedule', 'pgboss.job'];

/** Names of the tables of a dump, all with data; a table is followed by those that need its rows where that matters. */
async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT 'public.' || relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND relname <> 'schema_migrations' ORDER BY 1`,
  );
  return [...rows.map(({ name }) => name), ...jobTables];
}

async function dumpTable(client: Client, name: string): Promise<DumpedTable> {
  const columns = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [name],
  );
  const { rows } = await client.query<{ row: string }>(
    `SELECT row_to_json(t)::text AS row FROM ${name} t ORDER BY row_to_json(t)::text COLLATE "C"`,
  );
  return { name, columns: columns.rows.map((column) => column.name), rows: rows.map(({ row }) => row) };
}

async function dumpSequences(client: Client): Promise<DumpedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT 'public.' || relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname <> 'schema_migrations_id_seq' ORDER BY 1`,
  );
  const sequences: DumpedSequence[] = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<Omit<DumpedSequence, 'name'>>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${name}`,
    );
    sequences.push({ name, ...values[0]! });
  }
  return sequences;
}

/** Files of DATA_DIR: what is being uploaded, what jobs still have to read, and the named ones. */
async function filesOf(client: Client, dataDir: string, named: readonly string[]): Promise<Dump['files']> {
  const waiting = await client.query<{ key: string }>(
    `SELECT blob_key AS key FROM material_documents
     WHERE state IN ('waiting', 'running') AND blob_key IS NOT NULL`,
  );
  const paths = [
    ...readdirSync(path.join(dataDir, 'uploads')).map((file) => `uploads/${file}`),
    ...[...waiting.rows.map(({ key }) => key), ...named].map((key) => `blobs/${key}`),
  ];
  return paths.map((file) => ({
    path: file,
    content: readFileSync(path.join(dataDir, file)).toString('base64'),
  }));
}

/** What a dump is made of besides the database. */
export interface DumpedFrom {
  dataDir: string;
  origin: string;
  now: Date;
  held: Held;
  /** Keys of blobs that are to be in it. */
  blobs: readonly string[];
}

/** Reads the present state of a database in which nobody is at work. */
export async function dumpDatabase(client: Client, from: DumpedFrom): Promise<Dump> {
  const tables: DumpedTable[] = [];
  for (const name of await tablesOf(client)) tables.push(await dumpTable(client, name));
  const migrations = await client.query<{ name: string }>('SELECT name FROM schema_migrations ORDER BY id');
  return {
    madeAt: new Date().toISOString(),
    now: from.now.toISOString(),
    origin: from.origin,
    migrations: migrations.rows.map(({ name }) => name),
    schema: await describeSchema(client),
    jobTables: getConstructionPlans('pgboss'),
    held: from.held,
    tables,
    sequences: await dumpSequences(client),
    files: await filesOf(client, from.dataDir, from.blobs),
  };
}

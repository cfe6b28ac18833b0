import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Client } from 'pg';
import { DataSource } from 'typeorm';

import { migrations } from '../../../src/migrations/index.js';
import type { Dump, DumpedTable } from './dump-file.js';

/** Makes the schema that a dump was taken from. @throws Error where one of its migrations is missing */
export async function migrateAsDumped(databaseUrl: string, { migrations: names }: Dump): Promise<void> {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) throw new Error(`migrations that a dump had are gone: ${missing.join(', ')}`);
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: names.map((name) => known.get(name)!),
    migrationsTableName: 'schema_migrations',
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

/** Puts the files of a dump where the API looks for them. */
export function restoreFiles({ files }: Dump, dataDir: string): void {
  for (const { path: file, content } of files) {
    const target = path.join(dataDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, Buffer.from(content, 'base64'));
  }
}

/**
 * Fills a database that has the dump's schema and nothing else than what its migrations wrote. Triggers are off: what
 * they would write is in the dump. Foreign keys are checked at the end.
 */
export async function loadDump(client: Client, dump: Dump): Promise<void> {
  await client.query(dump.jobTables);
  await client.query('BEGIN');
  const ours = dump.tables.map(({ name }) => name).filter((name) => name.startsWith('public.'));
  for (const name of ours) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  const keys = await deferForeignKeys(client);
  await client.query(`TRUNCATE ${ours.join(', ')}`);
  for (const table of dump.tables) await insert(client, table);
  for (const { name, lastValue, isCalled } of dump.sequences)
    await client.query('SELECT setval($1, $2, $3)', [name, lastValue, isCalled]);
  await bringJobsToToday(client, dump);
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} NOT DEFERRABLE`);
  for (const name of ours) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  await client.query('COMMIT');
}

async function deferForeignKeys(client: Client): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable`,
  );
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} DEFERRABLE INITIALLY DEFERRED`);
  return rows;
}

async function insert(client: Client, { name, columns, rows }: DumpedTable): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  for (let at = 0; at < rows.length; at += 500) {
    const some = `[${rows.slice(at, at + 500).join(',')}]`;
    await client.query(
      `INSERT INTO ${name} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${name}, $1::json)`,
      [some],
    );
  }
}

/** The moments of a job that are brought to today. */
export const movedMoments: readonly string[] = [
  'start_after',
  'created_on',
  'started_on',
  'completed_on',
  'keep_until',
  'heartbeat_on',
];

/** The queue goes by the machine's clock: an upgrade follows its dump within hours, also where it is tried years later. */
async function bringJobsToToday(client: Client, { madeAt }: Dump): Promise<void> {
  const later = movedMoments.map((column) => `${column} = ${column} + (now() - $1::timestamptz)`).join(', ');
  await client.query(`UPDATE pgboss.job SET ${later}`, [madeAt]);
}

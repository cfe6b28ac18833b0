import { createHash, randomUUID } from 'node:crypto';

import { Client } from 'pg';

import { migrate } from '../../src/database-commands.js';
import { migrations } from '../../src/migrations/index.js';

/** Any cluster will do; the user must be allowed to create databases and extensions. */
function clusterUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server for the integration tests');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(clusterUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

async function onCluster<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The template changes its name with the migrations, so an old one is never cloned. */
function templateName(): string {
  const source = migrations
    .map((migration) => `${migration.name}:${migration.prototype.up.toString()}`)
    .join('\n');
  return `kizuna_template_${createHash('sha256').update(source).digest('hex').slice(0, 12)}`;
}

/** Makes the migrated template where it is missing; the caller holds the lock. */
async function prepareTemplate(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [
    name,
  ]);
  if (rowCount) return;
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name}`);
  await migrate(urlOf(name));
  await client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true`);
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database without any table, of the caller's own; `migrate` makes it one of the product. */
export async function bareDatabase(): Promise<TestDatabase> {
  const name = databaseName();
  await onCluster(async (client) => void (await client.query(`CREATE DATABASE ${name}`)));
  return ownedDatabase(name);
}

function databaseName(): string {
  return `kizuna_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
}

function ownedDatabase(name: string): TestDatabase {
  return {
    url: urlOf(name),
    drop: () => onCluster(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

/** A migrated, empty database of the caller's own. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = databaseName();
  await onCluster(async (client) => {
    // One at a time: a template that somebody else is cloning or making cannot be cloned
    await client.query('SELECT pg_advisory_lock(7314002)');
    await prepareTemplate(client, templateName());
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName()}`);
  });
  return ownedDatabase(name);
}

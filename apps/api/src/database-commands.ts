import 'reflect-metadata';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

import { dataSourceOptions } from './platform/database/index.js';
import { installJobTables } from './platform/jobs/index.js';

/** Any two processes that migrate the same database take turns on this number. */
const migrationLock = 7_314_001;

export type SeedScenario = 'demo' | 'empty' | 'large';

export interface SeedOptions {
  dataDir: string;
  publicOrigin: string;
}

/** Brings a database to the newest schema; does nothing where it is there. Safe to call from several processes. */
export async function migrate(databaseUrl: string): Promise<void> {
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const options = dataSourceOptions({ databaseUrl, databasePool: 1 }, 'kizuna-migrate');
    // A migration may take longer than a request may
    const dataSource = new DataSource({ ...options, extra: { connectionTimeoutMillis: 10_000 } });
    await dataSource.initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
    await installJobTables(databaseUrl);
  } finally {
    await lock.end();
  }
}

/** Fills a migrated database with a scenario; see seeds/. */
export async function seed(databaseUrl: string, scenario: SeedScenario, options: SeedOptions): Promise<void> {
  const { runSeed } = (await import('./seeds/index.js' as string)) as {
    runSeed: (databaseUrl: string, scenario: SeedScenario, options: SeedOptions) => Promise<void>;
  };
  await runSeed(databaseUrl, scenario, options);
}

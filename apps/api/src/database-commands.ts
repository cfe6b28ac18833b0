import 'reflect-metadata';
import type { StaffBody } from '@kizuna/shared/contracts/people';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

import type { Rotation } from './modules/credentials/index.js';
import { loadConfig } from './platform/config/app-config.js';
import { dataSourceOptions, Transactions } from './platform/database/index.js';
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

export interface NewAdmin {
  email: string;
  name: string;
  /** Reading of the name; defaults to the name. */
  kana?: string;
  /** There is no default: without a password the result contains an invitation. */
  password?: string;
}

export interface CreatedAdmin {
  personId: string;
  /** A link and a six-digit code, valid once and for seven days. They are not stored or shown anywhere else. */
  invitation?: { link: string; code: string };
}

/**
 * Records an administrator in a migrated database.
 * @throws DomainError people.password_too_short, people.password_too_common,
 *   people.email_taken
 */
export async function createAdmin(databaseUrl: string, admin: NewAdmin): Promise<CreatedAdmin> {
  const { createApi } = await import('./app.js');
  const { AccountSetupService } = await import('./modules/people/index.js');
  const config = loadConfig({ ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  const app = await createApi({ config });
  try {
    const setup = app.get(AccountSetupService);
    const { email, name, password } = admin;
    const body: StaffBody = { email, name, kana: admin.kana ?? name, roles: ['admin'] };
    if (password !== undefined) return { personId: await setup.addStaffWithPassword(body, password) };
    const { personId, token, code } = await setup.addStaff(body);
    return {
      personId,
      invitation: { link: `${config.publicOrigin}/password-reset/new?token=${token}`, code },
    };
  } finally {
    await app.close();
  }
}

/**
 * Takes the keys that sign files, or those that sign credentials, out of use.
 * @returns how many there were
 */
export async function rotateKeys(databaseUrl: string, what: Rotation): Promise<number> {
  const { createApi } = await import('./app.js');
  const { KeyRotationService } = await import('./modules/credentials/index.js');
  const config = loadConfig({ ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  const app = await createApi({ config });
  try {
    return await app.get(KeyRotationService).rotate(what);
  } finally {
    await app.close();
  }
}

/**
 * Imports the films of a folder (film.json; docs/operations.md) into a migrated database and the blob store. They replace
 * the existing films.
 * @returns the films' slugs
 * @throws UnusableFilm with `fault` and `file` if the folder cannot be imported; nothing is changed then
 */
export async function importFilms(databaseUrl: string, folder: string, dataDir: string): Promise<string[]> {
  const { createApi } = await import('./app.js');
  const { VideoCatalogueService } = await import('./modules/video/index.js');
  const config = loadConfig({
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
  });
  const app = await createApi({ config });
  try {
    const imported = await app
      .get(Transactions)
      .run(() => app.get(VideoCatalogueService).importFolder(folder));
    return [...imported.keys()];
  } finally {
    await app.close();
  }
}

import { mkdtemp } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { migrate } from '../../../src/database-commands.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { bareDatabase } from '../../support/database.js';
import { readDump, type Dump } from './dump-file.js';
import { loadDump, migrateAsDumped, restoreFiles } from './load-database.js';
import { lostRows } from './lost-rows.js';
import { describeSchema } from './schema.js';

const folder = path.resolve(import.meta.dirname, '..');

/** The dumps of released states, the oldest first. */
export function dumpFiles(): string[] {
  return readdirSync(folder).filter((name) => /^landed-\d+\.jsonl\.gz$/.test(name));
}

/** An installation of then, upgraded to the code of today and running. */
export interface UpgradedApi {
  dump: Dump;
  api: TestApi;
  /** The schema that the migrations of then make today. */
  schemaOfThen: string[];
  /** What the later migrations have lost; see `lostRows`. */
  lost: string[];
}

/** Reads one of `dumpFiles`. */
export function dumpNamed(name: string): Dump {
  return readDump(path.join(folder, name));
}

/** Does what an upgrade does: migrations of then, data of then, migrations of today, and then the API starts. */
export async function startUpgradedApi(
  name: string,
  explained: Readonly<Record<string, string>> = {},
): Promise<UpgradedApi> {
  const dump = dumpNamed(name);
  const database = await bareDatabase();
  await migrateAsDumped(database.url, dump);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const schemaOfThen = await describeSchema(client);
    await loadDump(client, dump);
    await migrate(database.url);
    const lost = await lostRows(client, dump, explained);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'kizuna-upgraded-'));
    restoreFiles(dump, dataDir);
    const env = { PUBLIC_ORIGIN: dump.origin };
    const api = await startTestApi({ database, dataDir, now: dump.now, env });
    return { dump, api, schemaOfThen, lost };
  } finally {
    await client.end();
  }
}

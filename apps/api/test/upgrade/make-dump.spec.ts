import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { it } from '@jest/globals';
import { Client } from 'pg';

import { migrations } from '../../src/migrations/index.js';
import { runSeed } from '../../src/seeds/index.js';
import { cloneDatabase } from '../support/database.js';
import { dumpDatabase } from './dump/dump-database.js';
import { writeDump } from './dump/dump-file.js';
import { populate, populationNow, populationOrigin } from './populate/index.js';

const last = /\d+$/.exec(migrations.at(-1)!.name)![0];

it('makes a dump of the present state', async () => {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kizuna-dump-'));
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const seeded = { dataDir, publicOrigin: populationOrigin };
    await runSeed(database.url, 'demo', { ...seeded, now: new Date(populationNow) });
    const lived = await populate({ database, dataDir });
    const file = path.join(import.meta.dirname, `landed-${last}.jsonl.gz`);
    writeDump(file, await dumpDatabase(client, { ...lived, dataDir, origin: populationOrigin }));
  } finally {
    await client.end();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 1_200_000);

import { migrate, seed } from '@kizuna/api/database-commands';
import { noteSeeding, readSeeding } from '../postgres/seed-note.ts';

// Run by the launcher before the product starts: newest schema, and the scenario of SEED where nothing was put in yet.
const { DATABASE_URL, DATA_DIR, PUBLIC_ORIGIN, SEED } = process.env;
if (!DATABASE_URL || !DATA_DIR || !PUBLIC_ORIGIN)
  throw new Error('DATABASE_URL, DATA_DIR and PUBLIC_ORIGIN are needed');
const scenario = SEED === 'demo' || SEED === 'large' ? SEED : 'empty';

await migrate(DATABASE_URL);
if ((await readSeeding(DATABASE_URL)) === undefined) {
  await noteSeeding(DATABASE_URL, { scenario, finished: false });
  await seed(DATABASE_URL, scenario, { dataDir: DATA_DIR, publicOrigin: PUBLIC_ORIGIN });
  await noteSeeding(DATABASE_URL, { scenario, finished: true });
}
process.exit(0);

import { migrate, seed } from '@kizuna/api/database-commands';
import { required } from './environment.ts';
import { noteSeeding, readSeeding, seedInTurn } from './seed-note.ts';

// A separate program, run before the product starts: newest schema, and the scenario of SEED if the database is new.
const databaseUrl = required('DATABASE_URL');
const options = { dataDir: required('DATA_DIR'), publicOrigin: required('PUBLIC_ORIGIN') };
const { SEED } = process.env;
const scenario = SEED === 'demo' || SEED === 'large' ? SEED : 'empty';

await migrate(databaseUrl);
await seedInTurn(databaseUrl, async () => {
  if ((await readSeeding(databaseUrl)) !== undefined) return;
  await noteSeeding(databaseUrl, { scenario, finished: false });
  await seed(databaseUrl, scenario, options);
  await noteSeeding(databaseUrl, { scenario, finished: true });
});
process.exit(0);

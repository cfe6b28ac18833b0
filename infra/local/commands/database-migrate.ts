import { tell } from '@kizuna/server/tell.ts';
import { openDatabase } from '../open-database.ts';
import { projectRoot } from '../project.ts';
import { readSettings } from '../settings.ts';
import { build } from './build.ts';

/** `npm run db:migrate`: migrates to the newest schema, nothing else. */
export default async function run(): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  await build();
  const database = await openDatabase(settings);
  const { migrate } = await import('@kizuna/api/database-commands');
  await migrate(database.url);
  tell('データベースを新しい形にしました。');
}

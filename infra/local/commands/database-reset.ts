import { rmSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '@kizuna/server/refusal.ts';
import { tell } from '@kizuna/server/tell.ts';
import { openDatabase } from '../open-database.ts';
import { recreateProductDatabase } from '../postgres/product-database.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { projectRoot } from '../project.ts';
import { readSettings, scenarioFrom } from '../settings.ts';
import { demoAccountsFile } from '../supervisor/announce.ts';
import { findRunning } from '../supervisor/run-record.ts';
import { build } from './build.ts';

/** `npm run db:reset -- demo`: deletes the data of the embedded database and fills it again. */
export default async function run([name]: string[]): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  const scenario = scenarioFrom(name) ?? settings.seed;
  if (settings.databaseUrl) {
    throw new Refusal(
      'DATABASE_URL のデータベースは、ここからは消しません。消すときは、そのサーバーの道具を使ってください。',
    );
  }
  if (findRunning(settings.dataDir)) {
    throw new Refusal(
      'きずな講座が動いています。その画面で Ctrl-C を押して止めてから、もう一度行ってください。',
    );
  }
  await build();
  const database = await openDatabase(settings);
  if (!database.adminUrl) throw new Error('the embedded database provides no superuser URL');
  await recreateProductDatabase(database.adminUrl);
  rmSync(path.join(settings.dataDir, 'mail'), { recursive: true, force: true });
  rmSync(demoAccountsFile(settings.dataDir), { force: true });
  await prepareDatabase(database, { ...settings, seed: scenario });
  tell(`データを消して、「${scenario}」で作り直しました。`);
}

import { readSigningKeys, rotateSigningKeys } from '@kizuna/server/rotate-keys.ts';
import { openDatabase } from '../open-database.ts';
import { projectRoot } from '../project.ts';
import { readSettings } from '../settings.ts';
import { productEnvironment } from '../supervisor/product-parts.ts';
import { build } from './build.ts';

/** `npm run keys:rotate -- credential` or `-- pdf`: new keys for credentials or for the files of certificates. */
export default async function run(args: string[]): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  const what = readSigningKeys(args);
  await build();
  const database = await openDatabase(settings);
  Object.assign(process.env, productEnvironment(settings, database.url, 'smtp://127.0.0.1:1'));
  await rotateSigningKeys(database.url, what);
}

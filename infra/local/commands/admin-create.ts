import { createAdministrator, readNewAdmin } from '@kizuna/server/create-admin.ts';
import { openDatabase } from '../open-database.ts';
import { projectRoot } from '../project.ts';
import { readSettings } from '../settings.ts';
import { productEnvironment } from '../supervisor/product-parts.ts';
import { build } from './build.ts';

/** `npm run admin:create -- --email a@example.jp --name '山田 花子'`: the first administrator. */
export default async function run(args: string[]): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  const admin = await readNewAdmin(args);
  await build();
  const database = await openDatabase(settings);
  Object.assign(process.env, productEnvironment(settings, database.url, 'smtp://127.0.0.1:1'));
  await createAdministrator(database.url, admin, settings.publicOrigin);
}

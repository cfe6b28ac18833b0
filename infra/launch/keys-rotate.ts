import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { openDatabase } from './open-database.ts';
import { productEnvironment } from './product-parts.ts';
import { projectRoot } from './project.ts';
import { Refusal } from './refusal.ts';
import { readSettings } from './settings.ts';
import { tell } from './tell.ts';

/**
 * `npm run keys:rotate -- credential` or `-- pdf`: takes the keys that sign digital credentials (or the files of
 * certificates) out of use. What they signed stays verifiable; their private part is wiped.
 */
export default async function run(args: string[]): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [what] = positionals;
  if (positionals.length !== 1 || (what !== 'credential' && what !== 'pdf'))
    throw new Refusal('どの鍵を替えるかを、credential か pdf で指定してください。');
  await build();
  const database = await openDatabase(settings);
  Object.assign(process.env, productEnvironment(settings, database.url, 'smtp://127.0.0.1:1'));
  const { migrate, rotateKeys } = await import('@kizuna/api/database-commands');
  await migrate(database.url);
  const retired = await rotateKeys(database.url, what);
  tell(
    retired === 0
      ? '替える鍵は、まだありませんでした。'
      : '新しい鍵に替えました。これまでの署名は、これからも確かめられます。',
  );
}

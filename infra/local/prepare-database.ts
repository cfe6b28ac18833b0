import { Refusal } from '@kizuna/server/refusal.ts';
import { readSeeding } from '@kizuna/server/seed-note.ts';
import { tell } from '@kizuna/server/tell.ts';
import { recreateProductDatabase } from './postgres/product-database.ts';
import { inProject } from './project.ts';
import { runNodeProgram } from './run-program.ts';
import type { Settings } from './settings.ts';

/** A database that is ready for use. */
export interface ReadyDatabase {
  url: string;
  /** Superuser access to the embedded cluster; absent for an external database. */
  adminUrl?: string;
}

/**
 * Migrates the database to the newest schema and, if it is new, seeds it with the scenario of SEED. An interrupted seed
 * in the embedded database is deleted and started again: the database can contain nothing but the seed.
 * @throws Refusal with the reason if it fails
 */
export async function prepareDatabase(database: ReadyDatabase, settings: Settings): Promise<void> {
  const before = await readSeeding(database.url);
  if (before && !before.finished && database.adminUrl) {
    tell('   前の見本データの用意が途中で終わっていたので、初めからやり直します。');
    await recreateProductDatabase(database.adminUrl);
  } else if (before && process.env.SEED && before.scenario !== settings.seed) {
    tell(`   SEED=${settings.seed} は使いません。データはもうあります(作り直すには npm run db:reset)。`);
  }
  const { code, output } = await runNodeProgram([inProject('infra', 'server', 'prepare-database.ts')], {
    env: {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      DATABASE_URL: database.url,
      DATA_DIR: settings.dataDir,
      PUBLIC_ORIGIN: settings.publicOrigin,
      SEED: settings.seed,
    },
  });
  if (code === 0) return;
  const reason = /ENOSPC|No space left/.test(output) ? 'ディスクの空きが足りません。' : output.slice(-3000);
  throw new Refusal(`データベースを用意できませんでした。${reason}`);
}

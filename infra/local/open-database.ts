import { requireReachableDatabase } from './external-database.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import type { ReadyDatabase } from './prepare-database.ts';
import type { Settings } from './settings.ts';
import { prepareDataDirectory } from './supervisor/data-directory.ts';
import { atEnd } from './supervisor/ending.ts';
import { databaseDirectory } from './supervisor/product-parts.ts';
import { findRunning, RunLock } from './supervisor/run-record.ts';

/**
 * The database for one command according to these settings: the external one, that of the running product, or the
 * embedded one, started for as long as this process runs.
 */
export async function openDatabase(settings: Settings): Promise<ReadyDatabase> {
  if (settings.databaseUrl) {
    await requireReachableDatabase(settings.databaseUrl);
    return { url: settings.databaseUrl };
  }
  const running = findRunning(settings.dataDir);
  if (running?.databaseUrl) return { url: running.databaseUrl, adminUrl: running.databaseAdminUrl };
  prepareDataDirectory(settings.dataDir);
  const lock = await RunLock.take(settings.dataDir);
  atEnd(() => lock.release());
  const postgres = await startPostgres({ directory: databaseDirectory(settings) });
  lock.noteChild('database', postgres.pid);
  lock.noteDatabase(postgres.url, postgres.adminUrl);
  atEnd(() => postgres.stop());
  return { url: postgres.url, adminUrl: postgres.adminUrl };
}

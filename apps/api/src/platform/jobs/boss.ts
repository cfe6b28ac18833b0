import { PgBoss, type Db, type Queue } from 'pg-boss';
import type { Logger } from 'pino';

export const jobSchema = 'pgboss';

/** The part of a fetched job read by the runner. */
export interface JobRow {
  id: string;
  data: unknown;
  retryCount: number;
  /** Aborted when this worker no longer owns the job; only for queues with a heartbeat. */
  signal?: AbortSignal;
}

/** Options of a queue. */
export interface QueueWishes {
  expireInSeconds?: number;
  heartbeatSeconds?: number;
  retryEverySeconds?: number;
}

/** How often workers look for abandoned jobs, in seconds. */
const superviseSeconds = 10;

/** Retries for about five hours: 2 s, 4 s, 8 s … at most 10 minutes apart. */
export function queueOptions(options: QueueWishes): Omit<Queue, 'name'> {
  return {
    notify: true,
    retryLimit: 40,
    ...(options.retryEverySeconds === undefined
      ? { retryBackoff: true, retryDelay: 2, retryDelayMax: 600 }
      : { retryBackoff: false, retryDelay: options.retryEverySeconds }),
    expireInSeconds: options.expireInSeconds ?? 900,
    ...(options.heartbeatSeconds === undefined ? {} : { heartbeatSeconds: options.heartbeatSeconds }),
    retentionSeconds: 60 * 24 * 3600,
    deleteAfterSeconds: 7 * 24 * 3600,
  };
}

/**
 * Opens pg-boss. A `sender` only writes, over the caller's connections; a `worker` takes jobs, maintains the queues and
 * has its own connections. The tables are created by `installJobTables` with the migrations, never here.
 */
export async function openBoss(
  database: string | Db,
  log: Logger,
  part: 'sender' | 'worker',
): Promise<PgBoss> {
  const boss = new PgBoss({
    ...(typeof database === 'string' ? { connectionString: database, max: 4 } : { db: database }),
    schema: jobSchema,
    application_name: `kizuna-${part}`,
    migrate: false,
    createSchema: false,
    supervise: part === 'worker',
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    schedule: part === 'worker',
    registerInstance: false,
    useListenNotify: part === 'worker',
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue error'));
  await boss.start();
  return boss;
}

/** Creates or upgrades the queue's tables; part of `migrate`. */
export async function installJobTables(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: jobSchema,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
}

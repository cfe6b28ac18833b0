import path from 'node:path';
import { tell, warn } from '@kizuna/server/tell.ts';
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.ts';
import { inProject } from '../project.ts';
import type { Settings } from '../settings.ts';
import { Keeper } from './keeper.ts';
import { launchNodePart } from './node-part.ts';
import { freePort } from './ports.ts';
import type { RunLock } from './run-record.ts';

/** A supervised part, and how the others reach it. */
export interface KeptDatabase {
  keeper: Keeper;
  first: RunningPostgres;
}

/** Starts the embedded database and keeps it running on one port. */
export async function keepDatabase(settings: Settings, lock: RunLock): Promise<KeptDatabase> {
  const port = await freePort();
  let running: RunningPostgres | undefined;
  const keeper = new Keeper({
    launch: async () => (running = await startPostgres({ directory: databaseDirectory(settings), port })),
    ...reports('データベース', 'database', lock),
  });
  await keeper.start();
  if (!running) throw new Error('the database did not start');
  lock.noteDatabase(running.url, running.adminUrl);
  return { keeper, first: running };
}

/** Where the embedded database keeps its data. */
export function databaseDirectory(settings: Settings): string {
  return path.join(settings.dataDir, 'postgres');
}

/** Starts the built-in mail sink; returns the address to which the product sends. */
export async function keepMailSink(
  settings: Settings,
  lock: RunLock,
): Promise<{ keeper: Keeper; smtpUrl: string }> {
  const smtpPort = await freePort();
  const keeper = new Keeper({
    launch: () =>
      launchNodePart({
        script: inProject('infra', 'local', 'mail-sink', 'main.ts'),
        env: {
          MAIL_DIRECTORY: path.join(settings.dataDir, 'mail'),
          SMTP_PORT: String(smtpPort),
          MAIL_PORT: String(settings.mailPort),
        },
        logFile: logFile(settings, 'mail'),
      }),
    ...reports('メールの受け箱', 'mail', lock),
  });
  await keeper.start();
  return { keeper, smtpUrl: `smtp://127.0.0.1:${smtpPort}` };
}

/** Starts web and API: one process, or as many as WEB_PROCESSES says. */
export async function keepProduct(
  settings: Settings,
  lock: RunLock,
  databaseUrl: string,
  smtpUrl: string,
): Promise<Keeper> {
  const keeper = new Keeper({
    launch: () =>
      launchNodePart({
        script: inProject('infra', 'server', 'serve.ts'),
        env: productEnvironment(settings, databaseUrl, smtpUrl),
        logFile: logFile(settings, 'app'),
      }),
    ...reports('きずな講座', 'app', lock),
  });
  await keeper.start();
  return keeper;
}

/** What the product's processes read from their environment. */
export function productEnvironment(
  settings: Settings,
  databaseUrl: string,
  smtpUrl: string,
): Record<string, string> {
  return {
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: settings.mailFrom,
    PUBLIC_ORIGIN: settings.publicOrigin,
    DATA_DIR: settings.dataDir,
    HOST: settings.host,
    PORT: String(settings.port),
    WORKER_MODE: settings.worker === 'embedded' ? 'embedded' : 'separate',
  };
}

/** The log of one part. */
export function logFile(settings: Settings, part: string): string {
  return path.join(settings.dataDir, 'logs', `${part}.log`);
}

function reports(label: string, name: string, lock: RunLock) {
  return {
    onLaunched: (part: { pid: number }) => lock.noteChild(name, part.pid),
    onRestarted: (seconds: number) =>
      tell(`「${label}」が止まったので、起動し直しました(${seconds.toFixed(1)}秒)。`),
    onTrouble: (deaths: number, why: string) =>
      warn(
        `「${label}」が続けて ${deaths} 回止まりました。起動し直しを続けます。理由: ${why.split('\n').at(-1) || '不明'}`,
      ),
  };
}

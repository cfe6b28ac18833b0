import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../supervisor/ports.ts';
import { databaseAccount } from './account.ts';
import { postgresBinaries } from './binaries.ts';
import { clusterPasswords, databaseEnvironment, ensureCluster } from './cluster.ts';
import { choosePlace } from './place.ts';
import { readPostmaster, stopLeftoverServer, stopServer } from './postmaster.ts';
import { ensureProductDatabase } from './product-database.ts';
import { watchOver } from './watchdog.ts';

export interface PostgresOptions {
  /** The directory of this cluster and its passwords; created if missing. */
  directory: string;
  /** false only for temporary clusters of tests: fast, but lost on power failure. Default true. */
  durable?: boolean;
  /** Port on 127.0.0.1; a free one if omitted. */
  port?: number;
}

export interface RunningPostgres {
  /** The product's database, as the owner of that database. */
  url: string;
  /** The maintenance database, as superuser: for creating and dropping whole databases. */
  adminUrl: string;
  port: number;
  pid: number;
  /** Where the data is actually stored (see place.ts). */
  place: string;
  logFile: string;
  /** Resolves when the server process has ended, for whatever reason. */
  exited: Promise<void>;
  onExit(listener: () => void): void;
  /** Fast shutdown; resolves when the process has ended. */
  stop(): Promise<void>;
}

const READY_MS = 60_000;
const LARGEST_LOG_BYTES = 10e6;
/** Processes of a killed server may need a moment to end; until then PostgreSQL refuses to start. */
const RETRY_MS = 15_000;
const UNIX_SOCKET_PATH_LIMIT = 90;

/**
 * Starts a real PostgreSQL on the cluster in `directory`, initialising it first if needed. A server that a killed
 * launcher left behind is stopped; if this process is killed, the server stops by itself.
 * @throws Error with the end of the server's log if it does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const durable = options.durable ?? true;
  const account = databaseAccount();
  const native = postgresBinaries(account);
  const place = choosePlace(path.resolve(options.directory), account);
  const passwords = clusterPasswords(place);
  const cluster = ensureCluster(place, native, account, passwords, durable);
  await stopLeftoverServer(cluster);
  const port = options.port ?? (await freePort());
  const logFile = path.join(place, 'postgres.log');
  const launch = () =>
    spawnServer(
      path.join(native, 'bin', 'postgres'),
      ['-D', cluster, ...flags(cluster, port, durable)],
      logFile,
      account,
    );
  const server = await launchUntilReady(launch, cluster, logFile);
  const stopWatching = watchOver(server.pid!);
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  void exited.then(stopWatching);
  const adminUrl = `postgres://postgres:${passwords.admin}@127.0.0.1:${port}/postgres`;
  await ensureProductDatabase(adminUrl, passwords.product);
  return {
    url: `postgres://kizuna:${passwords.product}@127.0.0.1:${port}/kizuna`,
    adminUrl,
    port,
    pid: server.pid!,
    place,
    logFile,
    exited,
    onExit: (listener) => void exited.then(listener),
    stop: async () => {
      await stopServer(server.pid!);
      await exited;
    },
  };
}

function flags(cluster: string, port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: cluster.length <= UNIX_SOCKET_PATH_LIMIT ? cluster : '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // no maintenance for a cluster that is deleted within minutes
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function spawnServer(
  program: string,
  args: string[],
  logFile: string,
  account: ReturnType<typeof databaseAccount>,
): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    if (statSync(logFile).size > LARGEST_LOG_BYTES) truncateSync(logFile);
    // its own process group: Ctrl-C must not reach it before the product has finished its requests
    return spawn(program, args, {
      ...account,
      env: databaseEnvironment(),
      cwd: '/',
      stdio: ['ignore', 'ignore', log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

async function launchUntilReady(
  launch: () => ChildProcess,
  cluster: string,
  logFile: string,
): Promise<ChildProcess> {
  const giveUpAt = Date.now() + RETRY_MS;
  for (;;) {
    const logStart = sizeOf(logFile);
    const server = launch();
    if (await becomesReady(server, cluster)) return server;
    const log = readFileSync(logFile)
      .subarray(Math.min(logStart, sizeOf(logFile)))
      .toString('utf8');
    if (!/pre-existing shared memory block/.test(log) || Date.now() > giveUpAt) {
      throw new Error(`PostgreSQL did not start (${logFile}):\n${log.slice(-2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function becomesReady(server: ChildProcess, cluster: string): Promise<boolean> {
  let ended = false;
  server.once('exit', () => (ended = true));
  server.once('error', () => (ended = true));
  const giveUpAt = Date.now() + READY_MS;
  while (!ended && Date.now() < giveUpAt) {
    const state = readPostmaster(cluster);
    if (state?.ready && state.pid === server.pid) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  server.kill('SIGKILL');
  return false;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

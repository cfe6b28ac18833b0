import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeCluster } from '../postgres/place.ts';
import { inProject } from '../project.ts';
import { demoAccountsFile } from '../supervisor/announce.ts';
import { atEnd } from '../supervisor/ending.ts';
import { freePort } from '../supervisor/ports.ts';
import { findRunning } from '../supervisor/run-record.ts';

/** A product started for tests, faults or measurements, on its own data. */
export interface ThrowAwayProduct {
  origin: string;
  dataDir: string;
  databaseUrl: string;
  /** The supervisor process, as in `npm start`. */
  pid: number;
  /** E2E_ORIGIN, E2E_MAIL_URL, E2E_DATABASE_URL and E2E_ACCOUNTS. */
  env: Record<string, string>;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

const READY_MS = 120_000;

/**
 * Starts the built product with the demo scenario on free ports and a temporary DATA_DIR.
 * @param extra additional environment, such as SEED
 * @throws Error with the output of the start if it does not become ready
 */
export async function startThrowAwayProduct(extra: Record<string, string> = {}): Promise<ThrowAwayProduct> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kizuna-product-'));
  const [port, mailPort] = [await freePort(), await freePort()];
  const supervisor = spawn(process.execPath, [inProject('infra', 'local', 'main.ts'), 'start'], {
    env: {
      ...environmentWithoutSettings(),
      SEED: 'demo',
      PORT: String(port),
      MAIL_PORT: String(mailPort),
      DATA_DIR: dataDir,
      ...extra,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let printed = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  const exited = new Promise<void>((resolve) => supervisor.once('exit', () => resolve()));
  const stop = async () => {
    supervisor.kill('SIGTERM');
    await exited;
    removeCluster(path.join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  };
  const forget = atEnd(stop);
  const ready = await Promise.race([
    new Promise<boolean>((resolve) => supervisor.once('message', () => resolve(true))),
    exited.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), READY_MS).unref()),
  ]);
  const record = findRunning(dataDir);
  if (!ready || !record?.databaseUrl) {
    forget();
    const log = readIfThere(path.join(dataDir, 'logs', 'app.log'));
    await stop();
    throw new Error(`the product did not start:\n${printed}\n${log.slice(-3000)}`);
  }
  const origin = `http://localhost:${port}`;
  return {
    origin,
    dataDir,
    databaseUrl: record.databaseUrl,
    pid: supervisor.pid!,
    env: {
      E2E_ORIGIN: origin,
      E2E_MAIL_URL: `http://127.0.0.1:${mailPort}`,
      E2E_DATABASE_URL: record.databaseUrl,
      E2E_ACCOUNTS: demoAccountsFile(dataDir),
    },
    stop: async () => {
      forget();
      await stop();
    },
  };
}

/** Settings of the user's own start must not leak into a temporary one. */
function environmentWithoutSettings(): NodeJS.ProcessEnv {
  const settings = [
    'DATABASE_URL',
    'SMTP_URL',
    'PUBLIC_ORIGIN',
    'HOST',
    'MAIL_FROM',
    'WORKER',
    'SEED',
    'TRUST_PROXY',
  ];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)));
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

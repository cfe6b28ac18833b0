import cluster, { type Worker } from 'node:cluster';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithParent, reportReady } from './lifeline.ts';
import { processesFor } from './processes.ts';
import { warn } from './tell.ts';

// The web and API of this machine: one process, or several behind one port. They share nothing but PostgreSQL and the
// files; the first does the background work too, where the settings say so.

/** Before a process that ended is replaced. */
const PAUSE_MS = 500;

const running = new Set<Promise<void>>();
let stopping = false;

const count = processesFor(process.env.WEB_PROCESSES, availableParallelism());
if (count === 1 || cluster.isWorker) {
  await import('./one-process.ts');
} else {
  endWithParent(stopAll);
  try {
    await start(0);
  } catch (error) {
    await stopAll();
    throw error;
  }
  // one is enough to serve; a wrong setting would have ended it
  reportReady();
  for (let index = 1; index < count; index += 1) void start(index).catch(() => undefined);
}

/** Starts the process at this place, and another one there when it ends. Rejects where it ends before it is ready. */
function start(index: number): Promise<void> {
  // Two workers would only wait for each other's jobs
  const worker = cluster.fork(index === 0 ? {} : { WORKER_MODE: 'off' });
  const ended = endOf(worker).then(() => {
    running.delete(ended);
    if (!stopping) void replace(index);
  });
  running.add(ended);
  return readinessOf(worker);
}

async function replace(index: number): Promise<void> {
  warn('サーバーのプロセスが終わったため、始め直します。');
  await wait(PAUSE_MS);
  // one that does not become ready ends, and is replaced in its turn
  if (!stopping) await start(index).catch(() => undefined);
}

async function stopAll(): Promise<void> {
  stopping = true;
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  await Promise.all(running);
}

function endOf(worker: Worker): Promise<void> {
  return new Promise((resolve) => worker.once('exit', () => resolve()));
}

function readinessOf(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message) => {
      if (message === 'ready') resolve();
    });
    worker.once('exit', (code) => reject(new Error(`a process ended with code ${code} before it was ready`)));
  });
}

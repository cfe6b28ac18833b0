import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Part } from './keeper.ts';

const READY_MS = 60_000;
const STOP_MS = 12_000;
const LARGEST_LOG_BYTES = 20e6;
const SHOWN_LOG_BYTES = 3_000;

export interface NodePartOptions {
  /** TypeScript or JavaScript file; it calls reportReady() and endWithParent() of infra/server/lifeline.ts. */
  script: string;
  /** Added to this process's environment. */
  env: Record<string, string>;
  logFile: string;
}

/**
 * Starts one process of the product and waits until it reports that it is ready.
 * @throws Error with the end of its log if it ends or does not report
 */
export async function launchNodePart(options: NodePartOptions): Promise<Part> {
  const logStart = prepareLog(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  // its own process group: the launcher decides in which order the parts stop on Ctrl-C
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', options.script], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  if (!(await reportsReady(child, exited))) {
    child.kill('SIGKILL');
    throw new Error(readLog(options.logFile, logStart) || `no answer from ${path.basename(options.script)}`);
  }
  return {
    pid: child.pid!,
    exited,
    stop: async () => {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(hard);
    },
  };
}

async function reportsReady(child: ChildProcess, exited: Promise<void>): Promise<boolean> {
  return Promise.race([
    new Promise<boolean>((resolve) => child.on('message', (message) => message === 'ready' && resolve(true))),
    exited.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), READY_MS).unref()),
  ]);
}

/** Rotates a log that has grown large; returns the offset at which this start begins to write. */
function prepareLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) return 0;
  const { size } = statSync(file);
  if (size <= LARGEST_LOG_BYTES) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

function readLog(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8').slice(-SHOWN_LOG_BYTES).trim();
}

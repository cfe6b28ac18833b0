import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { identify, signal, waitUntilGone } from '../supervisor/process-identity.ts';

const ORDERLY_STOP_MS = 20_000;
const FORCED_STOP_MS = 5_000;

/** The content of postmaster.pid: the process, and whether it accepts connections. */
export interface PostmasterState {
  pid: number;
  ready: boolean;
}

/** Reads postmaster.pid of a data directory; undefined if there is none. */
export function readPostmaster(cluster: string): PostmasterState | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * Stops a server that an earlier launcher left running on this data directory. A pid file whose number now belongs to
 * another program is removed; that of a dead server is left, because PostgreSQL uses it to find the shared memory of
 * processes that are still terminating.
 */
export async function stopLeftoverServer(cluster: string): Promise<void> {
  const left = readPostmaster(cluster);
  if (!left || !identify(left.pid)) return;
  if (serves(left.pid, cluster)) await stopServer(left.pid);
  else rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is preserved. Escalates if it takes too long.
 */
export async function stopServer(pid: number): Promise<void> {
  const server = identify(pid);
  if (!server) return;
  const steps = [
    ['SIGINT', ORDERLY_STOP_MS],
    ['SIGQUIT', FORCED_STOP_MS],
    ['SIGKILL', FORCED_STOP_MS],
  ] as const;
  for (const [name, patienceMs] of steps) {
    signal(pid, name);
    if (await waitUntilGone(server, patienceMs)) return;
  }
}

function serves(pid: number, cluster: string): boolean {
  return commandLine(pid).includes(cluster);
}

function commandLine(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

import { readFileSync } from 'node:fs';

/** A process that can be recognised later: a bare pid may have been reused since. */
export interface ProcessIdentity {
  pid: number;
  /** Start time as the kernel counts it; empty if there is no /proc. */
  startedAt: string;
}

/** The identity of a running process, or undefined if there is none with that id. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  return { pid, startedAt: startTime(pid) };
}

/** Whether that same process is still running. */
export function stillRuns(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && startTime(identity.pid) === identity.startedAt;
}

/** Waits until the process has ended; false if it still runs after `timeoutMs`. */
export async function waitUntilGone(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (stillRuns(identity)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** Sends a signal; a process that has already ended is not an error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return state(pid) !== 'Z';
}

/** Fields of /proc/<pid>/stat after the program's name, which may itself contain spaces and brackets. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function state(pid: number): string {
  return statFields(pid)[0] ?? '';
}

function startTime(pid: number): string {
  return statFields(pid)[19] ?? '';
}

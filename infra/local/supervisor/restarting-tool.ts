import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { atEnd, isEnding } from './ending.ts';

/** A compiler writes many files in a row; the program is restarted after this long without changes. */
const QUIET_MS = 400;

/**
 * Runs a Node program and restarts it whenever a file in `directory` changes; `node --watch` restarts between two files
 * of one compilation and then stays down. After a program exits by itself, it is started at the next change.
 */
export function restartOnChange(script: string, directory: string, env: NodeJS.ProcessEnv): void {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  const stop = async () => {
    const ended = child;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const exited = new Promise((resolve) => ended.once('exit', resolve));
    ended.kill('SIGTERM');
    await exited;
  };
  const start = async () => {
    await stop();
    if (!isEnding())
      child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), QUIET_MS);
  };
  const watcher = watch(directory, { recursive: true }, soon);
  atEnd(async () => {
    watcher.close();
    clearTimeout(timer);
    await stop();
  });
  soon();
}

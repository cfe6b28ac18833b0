import { spawn } from 'node:child_process';

/**
 * Watches a PostgreSQL server on behalf of this process: a shell waits at the end of a pipe that only this process
 * holds. If the pipe closes without `stopWatching`, this process was killed, and the server is sent a fast shutdown.
 * Windows has no such signal; there the next start stops what is left.
 * @returns a function that ends the watch.
 */
export function watchOver(serverPid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'trap "" INT TERM HUP; read -r order; [ "$order" = leave ] || kill -INT "$1"';
  const shell = spawn('/bin/sh', ['-c', script, 'kizuna-postgres-watchdog', String(serverPid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
    detached: true,
  });
  shell.stdin.on('error', () => undefined);
  shell.unref();
  return () => shell.stdin.end('leave\n');
}

import { spawnSync } from 'node:child_process';

/** The account under which PostgreSQL runs; empty means the one that runs this program. */
export interface DatabaseAccount {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root. If started by root, it runs as `postgres`, or as `nobody` if there is no such
 * account; otherwise as the user who started it.
 */
export function databaseAccount(): DatabaseAccount {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = numericId('-u', name);
    const gid = numericId('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('neither an account "postgres" nor "nobody" exists to run PostgreSQL as');
}

/** Whether that account may enter the directory (including every parent directory). */
export function canEnter(account: DatabaseAccount, directory: string): boolean {
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...account, cwd: '/' }).status === 0;
}

function numericId(flag: '-u' | '-g', name: string): number | undefined {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

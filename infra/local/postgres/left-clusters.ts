import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeCluster } from './place.ts';
import { quickPlace } from './quick-place.ts';

const name = 'kizuna-test-cluster-';

/** A new directory for a temporary cluster; its name identifies the owner. */
export function newThrowAwayDirectory(place = quickPlace()): string {
  return mkdtempSync(path.join(place, `${name}${process.pid}-`));
}

/**
 * Deletes the clusters of killed runs: in memory, some 100 MB each. Those of runs in progress are left, and so are
 * those of another account, which deletes them itself.
 */
export function sweepLeftClusters(places: Iterable<string> = new Set([quickPlace(), tmpdir()])): void {
  for (const place of places)
    for (const entry of readdirSync(place)) {
      const owner = /^(\d+)-/.exec(entry.startsWith(name) ? entry.slice(name.length) : '')?.[1];
      if (owner === undefined || isRunning(Number(owner))) continue;
      try {
        removeCluster(path.join(place, entry));
      } catch {
        continue;
      }
    }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

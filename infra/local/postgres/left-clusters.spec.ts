import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { newThrowAwayDirectory, sweepLeftClusters } from './left-clusters.ts';

it('deletes the cluster of a run that is gone, and leaves that of one that goes on', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'kizuna-sweep-'));
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const left = path.join(place, `kizuna-test-cluster-${gone}-abcdef`);
  mkdirSync(path.join(left, 'cluster'), { recursive: true });
  mkdirSync(path.join(place, 'somebody-elses-1-x'));
  const mine = newThrowAwayDirectory(place);
  sweepLeftClusters([place]);
  assert.deepEqual([existsSync(left), existsSync(mine), readdirSync(place).length], [false, true, 2]);
  rmSync(place, { recursive: true });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { findOversizedTree, largestTree, readSizes } from './tree-size.ts';

it('a tree that is too large is refused, and its largest file is named', () => {
  const film = { path: 'apps/api/assets/film/long/hls/720p-0000.ts', bytes: largestTree - 4096 };
  const text = { path: 'README.md', bytes: 1 };
  assert.deepEqual(findOversizedTree([text, film]), []);
  const [total, first] = findOversizedTree([text, { path: 'docs/a.md', bytes: 1 }, film]);
  assert.match(total ?? '', /25\.0 MiB, more than 25\.0 MiB/);
  assert.match(first ?? '', /720p-0000\.ts/);
});

it('what was installed or built does not count, a film that was planted does', () => {
  const root = mkdtempSync(join(tmpdir(), 'kizuna-tree-'));
  try {
    for (const folder of ['node_modules/a', 'apps/api/dist', '.git', 'apps/api/assets/film']) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, 'film.mp4'), Buffer.alloc(9_000));
    }
    const found = readSizes(root);
    assert.deepEqual(found, [{ path: 'apps/api/assets/film/film.mp4', bytes: 9_000 }]);
    assert.equal(findOversizedTree(found, 12_288).length, 0);
    assert.equal(findOversizedTree(found, 12_287).length, 2);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

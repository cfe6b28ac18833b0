import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, describe, expect, it } from '@jest/globals';

import { threadFile } from './thread-file.js';
import { ThreadPool } from './thread-pool.js';

const directory = mkdtempSync(path.join(tmpdir(), 'kizuna-thread-'));
const program = path.join(directory, 'asked.mjs');
const tasks = pathToFileURL(threadFile(import.meta.url, 'in-background.js')).href;
writeFileSync(
  program,
  `import { getPriority } from 'node:os';
   import { inBackground } from '${tasks}';
   export default inBackground((task) => {
     if (task === 'priority') return getPriority(0);
     if (task === 'leave') process.exit(3);
     if (task === 'fail') throw new Error('not this one');
     return task;
   });`,
);

describe('threads for work that computes long', () => {
  const pool = new ThreadPool<string, unknown>(program, { most: 1 });

  afterAll(async () => {
    await pool.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('have a lower priority than the threads that answer requests, whose own stays as it was', async () => {
    const before = getPriority();
    const low = constants.priority.PRIORITY_BELOW_NORMAL;
    const behind = process.platform === 'linux' ? Math.max(before, low) : before;
    await expect(pool.run('priority')).resolves.toBe(behind);
    expect(getPriority()).toBe(before);
  });

  it('refuse what fails, and go on', async () => {
    const answers = await Promise.allSettled(['a', 'fail', 'b'].map((task) => pool.run(task)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('lose one task with a thread that ends, not those behind it', async () => {
    const answers = await Promise.allSettled(['leave', 'a', 'b'].map((task) => pool.run(task)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });
});

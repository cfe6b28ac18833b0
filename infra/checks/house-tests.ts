import { run as runTests } from 'node:test';
import { dot } from 'node:test/reporters';
import { inProject, projectRoot } from '../local/project.ts';
import type { Counts } from '../local/testing/test-counts.ts';
import { readSources } from './source-files.ts';

/**
 * The specs that need only Node: those of infra/ (planted violations, `pnpm new`, the launcher's logic that starts no
 * process) and those of the web's logic that needs no page.
 */
export function nodeSpecs(): string[] {
  return [...readSources(projectRoot, 'infra'), ...readSources(projectRoot, 'apps/web')]
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.spec.ts'))
    .map((path) => inProject(path));
}

/**
 * A stage of `npm test` that runs these specs. Prints a dot for each test and the failures at the end.
 */
export async function houseStage(): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = runTests({ files: nodeSpecs(), concurrency: 2 });
  stream.on('test:pass', ({ details, skip }) => {
    if (details.type === 'suite') return;
    counts[skip === undefined ? 'passed' : 'skipped'] += 1;
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') counts.failed += 1;
  });
  for await (const text of stream.compose(dot)) process.stdout.write(String(text));
  return counts;
}

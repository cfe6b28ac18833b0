import { run as runTests } from 'node:test';
import { dot } from 'node:test/reporters';
import { inProject, projectRoot } from '../local/project.ts';
import type { Counts } from '../local/testing/test-counts.ts';
import { readSources } from './source-files.ts';

/**
 * The specs that run on Node alone: of infra/ (planted violations, `pnpm new`, the launcher's decisions that need
 * nothing started) and of the web's logic that needs no page.
 */
export function nodeSpecs(): string[] {
  return [...readSources(projectRoot, 'infra'), ...readSources(projectRoot, 'apps/web')]
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.spec.ts'))
    .map((path) => inProject(path));
}

/**
 * A stage of `npm test`: every rule detects its violations, and the rules of the web. A dot for each, failures at the
 * end.
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

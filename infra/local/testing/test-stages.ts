import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../../chromium/find-chromium.ts';
import { newThrowAwayDirectory, sweepLeftClusters } from '../postgres/left-clusters.ts';
import { removeCluster } from '../postgres/place.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { inProject } from '../project.ts';
import { runNodeProgram } from '../run-program.ts';
import { atEnd } from '../supervisor/ending.ts';
import { readJestCounts, readPlaywrightCounts, settleCounts, type Counts } from './test-counts.ts';
import { startThrowAwayProduct } from './throw-away-product.ts';

/** Where a stage may write its report, and what is passed on to its runner. */
export interface StageContext {
  reports: string;
  /** Arguments after `npm test --`, such as a file name or -t. */
  args: string[];
}

/** The unit tests of one workspace package; they need nothing else. */
export function unitStage(workspace: string, ...options: string[]) {
  return (context: StageContext) => runJest(workspace, options, context);
}

/** The API on its own real PostgreSQL, which is deleted afterwards. */
export async function integrationStage(context: StageContext): Promise<Counts> {
  sweepLeftClusters();
  const directory = newThrowAwayDirectory();
  const postgres = await startPostgres({ directory, durable: false });
  const throwAway = async () => {
    await postgres.stop();
    removeCluster(directory);
  };
  const forget = atEnd(throwAway);
  try {
    return await runJest('apps/api', ['--selectProjects', 'integration'], context, {
      TEST_DATABASE_URL: postgres.url,
    });
  } finally {
    forget();
    await throwAway();
  }
}

/** The components that every page uses, each on a page of its own (ADR 0038); nothing of the product runs. */
export function componentStage(context: StageContext): Promise<Counts> {
  return runPlaywright('components', context);
}

/** The whole product, started as `npm start` does, seen through Chromium. */
export async function journeyStage(context: StageContext): Promise<Counts> {
  findChromium('packaged'); // reports at once what is missing
  const product = await startThrowAwayProduct();
  try {
    const counts = await runPlaywright('.', context, product.env);
    if (counts.failed > 0) keepLogs(product.dataDir);
    return counts;
  } finally {
    await product.stop();
  }
}

/** Runs the specs of the Playwright configuration in a folder of tests/. */
async function runPlaywright(
  folder: string,
  context: StageContext,
  env: Record<string, string> = {},
): Promise<Counts> {
  findChromium('packaged'); // reports at once what is missing
  const report = path.join(context.reports, `playwright-${path.basename(inProject('tests', folder))}.json`);
  const { code } = await runNodeProgram(
    [
      inProject('tests', 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      inProject('tests', folder, 'playwright.config.ts'),
      ...context.args,
    ],
    {
      cwd: inProject('tests'),
      show: true,
      env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NODE_NO_WARNINGS: '1' },
    },
  );
  return settleCounts(readPlaywrightCounts(report), code);
}

async function runJest(
  workspace: string,
  options: string[],
  context: StageContext,
  env: Record<string, string> = {},
): Promise<Counts> {
  const report = path.join(context.reports, `${[workspace, ...options].join('-').replaceAll('/', '-')}.json`);
  const jest = inProject(workspace, 'node_modules', 'jest', 'bin', 'jest.js');
  const { code } = await runNodeProgram(
    ['--experimental-vm-modules', jest, ...options, '--json', `--outputFile=${report}`, ...context.args],
    { cwd: inProject(workspace), show: true, env: { ...process.env, NODE_NO_WARNINGS: '1', ...env } },
  );
  return settleCounts(readJestCounts(report), code);
}

/** The product's own logs explain a failed journey; they would be deleted with the temporary data. */
function keepLogs(dataDir: string): void {
  const kept = inProject('test-results', 'logs');
  rmSync(kept, { recursive: true, force: true });
  cpSync(path.join(dataDir, 'logs'), kept, { recursive: true });
}

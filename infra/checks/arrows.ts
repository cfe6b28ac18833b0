import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../local/project.ts';
import { commandOf, runNode } from './processes.ts';

/** A forbidden import that was found. */
export type BrokenLaw = { law: string; from: string; to: string };

type CruiseReport = {
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
};

const sources = ['apps/api/src', 'apps/api/test', 'apps/web/src', 'packages/shared/src', 'infra', 'tests'];

/**
 * Finds all forbidden imports with dependency-cruiser.
 * @param root the repository, or a test tree with the same layout
 * @throws if the tree cannot be read at all
 */
export async function findForbiddenArrows(root = projectRoot): Promise<BrokenLaw[]> {
  const { code, output } = await runNode(
    [
      commandOf('dependency-cruiser', 'depcruise'),
      '--config',
      join(projectRoot, '.dependency-cruiser.mjs'),
      '--output-type',
      'json',
      ...sources.filter((folder) => existsSync(join(root, folder))),
    ],
    root,
  );
  const start = output.indexOf('{');
  if (start < 0) throw new Error(`dependency-cruiser ended with ${code}:\n${output}`);
  const report = JSON.parse(output.slice(start)) as CruiseReport;
  return report.summary.violations.map(({ rule, from, to }) => ({ law: rule.name, from, to }));
}

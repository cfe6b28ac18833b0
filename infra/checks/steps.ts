import { inProject, projectRoot } from '../local/project.ts';
import { findStaleNotices } from '../notices/notices.ts';
import { findForbiddenArrows } from './arrows.ts';
import { forbiddenArrows } from './boundaries.ts';
import { findBrokenFileLaws } from './file-laws.ts';
import { findStaleGlossary } from './glossary.ts';
import { nodeSpecs } from './house-tests.ts';
import { commandOf, runNode, type Outcome } from './processes.ts';
import { readSources } from './source-files.ts';
import { findOversizedTree, readSizes } from './tree-size.ts';

/** One step of `pnpm check`. */
export type Step = { name: string; run: () => Promise<Outcome> };

const cache = (name: string): string => inProject('node_modules', '.cache', 'kizuna-checks', name);

function verdict(complaints: readonly string[]): Outcome {
  return { code: complaints.length === 0 ? 0 : 1, output: complaints.join('\n') };
}

async function inTurn(...commands: (() => Promise<Outcome>)[]): Promise<Outcome> {
  let output = '';
  for (const command of commands) {
    const outcome = await command();
    output += outcome.output;
    if (outcome.code !== 0) return { code: outcome.code, output };
  }
  return { code: 0, output };
}

function tsc(workspace: string, ...options: string[]): Promise<Outcome> {
  return runNode([commandOf('typescript', 'tsc'), '-p', inProject(workspace), ...options]);
}

function typesOf(workspace: string): Promise<Outcome> {
  const record = cache(`${workspace.replaceAll('/', '-')}.tsbuildinfo`);
  return tsc(workspace, '--noEmit', '--incremental', '--tsBuildInfoFile', record);
}

function typesOfWeb(): Promise<Outcome> {
  const web = inProject('apps', 'web');
  const check = commandOf('svelte-check', 'svelte-check', 'apps/web');
  return inTurn(
    () => runNode([commandOf('@sveltejs/kit', 'svelte-kit', 'apps/web'), 'sync'], web),
    () => runNode([check, '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'], web),
  );
}

function format(): Promise<Outcome> {
  const options = [
    '--check',
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    cache('prettier'),
  ];
  return runNode([commandOf('prettier'), ...options, '--log-level', 'warn', '.']);
}

function jest(workspace: string, ...options: string[]): Promise<Outcome> {
  const program = commandOf('jest', 'jest', workspace);
  return runNode(['--experimental-vm-modules', program, ...options], inProject(workspace));
}

/** Compiles first: some unit tests start threads, which run compiled files (apps/api/src/platform/threads/thread-file.ts). */
function unitOfApi(): Promise<Outcome> {
  const api = inProject('apps', 'api');
  const options = ['src', '-d', 'dist', '--strip-leading-paths', '--config-file', '.swcrc', '--quiet'];
  return inTurn(
    () => runNode([commandOf('@swc/cli', 'swc', 'apps/api'), ...options], api),
    () => jest('apps/api', '--selectProjects', 'unit'),
  );
}

async function boundaries(): Promise<Outcome> {
  const reasons = new Map(forbiddenArrows.map(({ name, comment }) => [name, comment]));
  const broken = await findForbiddenArrows();
  return verdict(broken.map(({ law, from, to }) => `${from} → ${to}\n    ${law}: ${reasons.get(law) ?? ''}`));
}

function names(): Outcome {
  const broken = findBrokenFileLaws(readSources(projectRoot));
  return verdict(broken.map(({ path, line, law, reason }) => `${path}:${line} ${law}: ${reason}`));
}

function generated(): Outcome {
  return verdict([...findStaleGlossary(), ...findStaleNotices()]);
}

/** Runs first, because the other steps need the types of packages/shared. */
export const firstStep: Step = { name: 'types shared', run: () => tsc('packages/shared') };

/** All other steps, longest first, so that parallel workers finish at about the same time. */
export const steps: readonly Step[] = [
  { name: 'lint', run: () => runNode([commandOf('eslint'), '.']) },
  { name: 'types web', run: typesOfWeb },
  { name: 'types api', run: () => typesOf('apps/api') },
  { name: 'format', run: format },
  { name: 'unit infra, web', run: () => runNode(['--test', '--test-reporter=dot', ...nodeSpecs()]) },
  { name: 'unit api', run: unitOfApi },
  { name: 'types infra', run: () => typesOf('infra') },
  { name: 'types tests', run: () => typesOf('tests') },
  { name: 'types specs', run: () => tsc('packages/shared/tsconfig.check.json') },
  { name: 'unit shared', run: () => jest('packages/shared') },
  {
    name: 'dead code',
    run: () => runNode([commandOf('knip'), '--no-progress', '--treat-config-hints-as-errors']),
  },
  { name: 'boundaries', run: boundaries },
  { name: 'names', run: () => Promise.resolve(names()) },
  { name: 'size', run: () => Promise.resolve(verdict(findOversizedTree(readSizes(projectRoot)))) },
  { name: 'generated', run: () => Promise.resolve(generated()) },
];

import { existsSync, rmSync } from 'node:fs';
import { Refusal } from '@kizuna/server/refusal.ts';
import { secondsSince, tell } from '@kizuna/server/tell.ts';
import { contentHash, isStamped, stamp } from '../content-stamp.ts';
import { inProject, pnpmProgram } from '../project.ts';
import { runNodeProgram } from '../run-program.ts';
import { atEnd } from '../supervisor/ending.ts';
import { waitForTurn } from '../turn.ts';

interface BuildStep {
  name: string;
  directory: string;
  /** The inputs of the step; nothing else may change its result. */
  inputs: string[];
  /** The output directory; emptied first, so that no output of deleted sources remains. */
  output: string;
  /** A file that proves that the result exists. */
  proof: string;
  label: string;
}

const EVERYWHERE = ['pnpm-lock.yaml', 'tsconfig.base.json'];
const SHARED = ['packages/shared/src', 'packages/shared/package.json', 'packages/shared/tsconfig.json'];

const SHARED_STEP: BuildStep = {
  name: 'shared',
  directory: 'packages/shared',
  inputs: [...EVERYWHERE, ...SHARED],
  output: 'packages/shared/dist',
  proof: 'packages/shared/dist',
  label: '共通の部品(5秒ほど)',
};
const API_STEP: BuildStep = {
  name: 'api',
  directory: 'apps/api',
  inputs: [...EVERYWHERE, 'apps/api/src', 'apps/api/package.json', 'apps/api/.swcrc'],
  output: 'apps/api/dist',
  proof: 'apps/api/dist/app.js',
  label: 'サーバー(2秒ほど)',
};
const WEB_STEP: BuildStep = {
  name: 'web',
  directory: 'apps/web',
  inputs: [
    ...EVERYWHERE,
    ...SHARED,
    'apps/web/src',
    'apps/web/bundling',
    'apps/web/static',
    'apps/web/package.json',
    'apps/web/vite.config.ts',
    'apps/web/video-js-in-vite.ts',
    'apps/web/tsconfig.json',
  ],
  output: 'apps/web/build',
  proof: 'apps/web/build/handler.js',
  label: '画面(30秒ほど)',
};

/**
 * Builds what changed since the last build: shared, then API and web. Steps with unchanged sources are skipped.
 * @throws Refusal with the compiler's output if a step fails
 */
export async function build(): Promise<void> {
  await inTurn(async () => {
    await Promise.all([buildStep(SHARED_STEP), buildStep(API_STEP)]);
    await buildStep(WEB_STEP);
  });
}

/** Builds packages/shared only, if it changed: the checks themselves import it. @throws Refusal */
export async function buildShared(): Promise<void> {
  await inTurn(() => buildStep(SHARED_STEP));
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  const release = await waitForTurn('build');
  const forget = atEnd(release);
  try {
    await work();
  } finally {
    forget();
    release();
  }
}

async function buildStep(step: BuildStep): Promise<void> {
  const hash = contentHash(step.inputs);
  if (isStamped(step.name, hash) && existsSync(inProject(step.proof))) return;
  const startedAt = Date.now();
  tell(`   組み立てています … ${step.label}`);
  stamp(step.name, '');
  rmSync(inProject(step.output), { recursive: true, force: true });
  const { code, output } = await runNodeProgram([
    pnpmProgram(),
    '--dir',
    inProject(step.directory),
    'run',
    'build',
  ]);
  if (code !== 0) {
    const hint = /ENOSPC/.test(output)
      ? 'ディスクの空きが足りません。空きを作って、もう一度始めてください。'
      : output;
    throw new Refusal(`「${step.name}」を組み立てられませんでした。\n${hint}`);
  }
  stamp(step.name, hash);
  tell(`   できました … ${step.name}(${secondsSince(startedAt)})`);
}

/** `npm run build` */
export default async function run(): Promise<void> {
  await build();
  tell('組み立てが終わりました。');
}

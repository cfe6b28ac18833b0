import { availableParallelism } from 'node:os';
import { secondsSince, tell, warn } from '@kizuna/server/tell.ts';
import { firstStep, steps, type Step } from './steps.ts';

const most = 4;

/** Runs one step, reports its duration, and prints its output if it fails. */
async function report(step: Step): Promise<boolean> {
  const started = Date.now();
  const { code, output } = await step.run().catch((error: unknown) => ({ code: 1, output: String(error) }));
  tell(`${code === 0 ? '✓' : '✗'} ${step.name.padEnd(14)} ${secondsSince(started)}`);
  if (code !== 0) warn(output.trimEnd());
  return code === 0;
}

async function work(queue: Step[], failed: string[]): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) {
    if (!(await report(step))) failed.push(step.name);
  }
}

/**
 * `pnpm check [step …]`: format, lint, types, boundaries, dead code, unit tests, generated files. Steps run in
 * parallel, up to the number of cores; a failed step does not stop the others.
 * @param args names of the steps to run, or prefixes of them; all steps if empty
 * @returns the exit code: 1 if a step failed
 */
export default async function run(args: readonly string[] = []): Promise<number> {
  const wanted = ({ name }: Step): boolean => args.length === 0 || args.some((arg) => name.startsWith(arg));
  const started = Date.now();
  const failed: string[] = [];
  if (!(await report(firstStep))) failed.push(firstStep.name);
  const queue = steps.filter(wanted);
  await Promise.all(
    Array.from({ length: Math.min(most, availableParallelism()) }, () => work(queue, failed)),
  );
  const after = secondsSince(started);
  tell(
    failed.length === 0 ? `check: すべて合格 (${after})` : `check: 不合格 ${failed.join(', ')} (${after})`,
  );
  return failed.length === 0 ? 0 : 1;
}

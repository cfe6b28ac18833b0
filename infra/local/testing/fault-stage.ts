import { tell } from '@kizuna/server/tell.ts';
import { inProject } from '../project.ts';
import { runNodeProgram } from '../run-program.ts';
import type { Counts } from './test-counts.ts';

/** Short runs of the programs in tests/faults: the full ones belong to `npm run faults`. */
const RUNS = [['kill', '--seconds', '16'], ['clock']];

/** Kills the running product in the middle of writes, and changes its clock: each figure counts as one test. */
export async function faultStage(): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const args of RUNS) {
    const { code, output } = await runNodeProgram([
      inProject('infra', 'local', 'main.ts'),
      'faults',
      ...args,
    ]);
    const figures = output
      .split('\n')
      .flatMap((line) => (line.startsWith('{"name"') ? [JSON.parse(line)] : []));
    for (const { name, value, unit, bar, ok } of figures as Figure[]) {
      tell(`  ${ok ? '✓' : '✗'} ${name}: ${value} ${unit} (${bar})`);
      counts[ok ? 'passed' : 'failed'] += 1;
    }
    // a program that crashes prints no failed figure
    if (code !== 0 && counts.failed === 0) {
      counts.failed += 1;
      tell(output);
    }
  }
  return counts;
}

interface Figure {
  name: string;
  value: number;
  unit: string;
  bar: string;
  ok: boolean;
}

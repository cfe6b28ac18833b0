import type { Measuring } from '../measuring/command.ts';
import type { CpuUse } from '../measuring/cpu-time.ts';
import { GrownOffice } from '../measuring/grown-office.ts';
import { p95Of } from '../measuring/latencies.ts';

const sizes = [1_000, 10_000, 100_000];
/** The sizes are measured in alternation, so that a busy moment of the machine affects all of them. */
const rounds = 3;
/** Of each kind in each round; fewer where they take longer. */
const requests = 100;
/** Seconds for a kind of request at a size, at most. */
const longest = 6;
const most = 1.3;

/** One kind of request at one size. */
interface Measurement {
  answers: number;
  p95: number;
  errors: number;
  /** Processor time of application and PostgreSQL per request, in milliseconds; null where it is unknown. */
  cpu: number | null;
}

/**
 * [growth] What the office opens, with 1,000, 10,000 and 100,000 residents and their history: how much longer the same
 * request takes when there is a hundred times as much.
 */
export default async function growth({ figures, seconds }: Measuring): Promise<void> {
  const offices: GrownOffice[] = [];
  try {
    for (const size of sizes) {
      offices.push(await GrownOffice.open(size));
      process.stderr.write(`growth: ${size} residents are there\n`);
    }
    for (const office of offices) await office.warmUp();
    let errors = 0;
    for (const name of offices[0]!.names) {
      const measured = await inTurn(offices, name, Math.min(seconds, longest) / rounds);
      process.stderr.write(`${name}: p95 ${measured.map(wordsOf).join(' → ')}\n`);
      const [small, large] = [measured[0]!, measured.at(-1)!];
      figures.atMost(`growth.${name}`, large.p95 / small.p95, most, 'ratio', small.p95);
      if (large.cpu !== null) figures.note(`growth.${name}.cpu`, large.cpu, 'ms/operation', small.cpu);
      errors += measured.reduce((sum, one) => sum + one.errors, 0);
    }
    const [few, many] = [await offices[0]!.download(), await offices.at(-1)!.download()];
    figures.note('growth.export', many.total, 'ms', few.total);
    figures.note('growth.export-first-byte', many.firstByte, 'ms', few.firstByte);
    figures.exactly('growth.errors', errors, 0, 'count');
  } finally {
    for (const office of offices) await office.stop();
  }
}

/** The same requests at every size. */
async function inTurn(
  offices: readonly GrownOffice[],
  name: string,
  seconds: number,
): Promise<Measurement[]> {
  const sums = offices.map((office) => ({
    office,
    times: [] as number[],
    errors: 0,
    end: office.startCpu(),
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const sum of sums) {
      const { times, errors } = await sum.office.load(name, { requests, seconds });
      sum.times.push(...times);
      sum.errors += errors;
    }
  }
  return sums.map(({ times, errors, end }) => ({
    answers: times.length,
    p95: p95Of(times),
    errors,
    cpu: perAnswer(end(), times.length),
  }));
}

function perAnswer(cpu: CpuUse | null, answers: number): number | null {
  return cpu === null ? null : ((cpu.app + cpu.database) * 1000) / answers;
}

function wordsOf({ p95, answers }: Measurement): string {
  return `${p95.toFixed(1)} ms (${answers})`;
}

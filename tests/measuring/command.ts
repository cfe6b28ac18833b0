import { parseArgs } from 'node:util';
import { build } from '@kizuna/infra/local/commands/build.ts';
import { Figures } from './figure.ts';

/** The arguments of a measuring program. */
export interface Measuring {
  figures: Figures;
  /** Duration of one measurement. */
  seconds: number;
}

export type Program = (measuring: Measuring) => Promise<void>;

/**
 * Runs the named programs, or all if none is named, one after the other.
 * @returns the exit code: 0 only if every figure is within its limit
 */
export async function runPrograms(
  programs: Record<string, () => Promise<{ default: Program }>>,
  args: string[],
  defaultSeconds: number,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { seconds: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !programs[name]);
  if (unknown.length > 0) {
    process.stderr.write(`unknown: ${unknown.join(', ')}; available: ${Object.keys(programs).join(', ')}\n`);
    return 2;
  }
  await build();
  const seconds = Number(values.seconds ?? defaultSeconds);
  let code = 0;
  for (const name of positionals.length > 0 ? positionals : Object.keys(programs)) {
    const figures = new Figures();
    const { default: program } = await programs[name]!();
    await program({ figures, seconds });
    if (!figures.ok) code = 1;
  }
  return code;
}

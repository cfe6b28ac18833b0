import { parseArgs } from 'node:util';
import { build } from '@kizuna/infra/local/commands/build.ts';
import { Figures } from './figure.ts';

/** What a program is given. */
export interface Measuring {
  figures: Figures;
  /** How long one measurement lasts. */
  seconds: number;
}

export type Program = (measuring: Measuring) => Promise<void>;

/**
 * Runs the named programs, all without a name, one after the other.
 * @returns the exit code: 0 only if every figure held
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
    process.stderr.write(`unknown: ${unknown.join(', ')}; there are ${Object.keys(programs).join(', ')}\n`);
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

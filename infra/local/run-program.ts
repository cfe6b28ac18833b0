import { spawn, type SpawnOptions } from 'node:child_process';
import { atEnd } from './supervisor/ending.ts';

export interface ProgramOutcome {
  code: number;
  /** Both output streams; empty if the program wrote to the terminal itself. */
  output: string;
}

/**
 * Runs a Node program to its end. It is stopped if this process ends first.
 * @param args script and arguments, preceded by options for Node
 * @param options.show true → the program writes to the terminal; false → its output is returned
 */
export async function runNodeProgram(
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; show?: boolean } = {},
): Promise<ProgramOutcome> {
  const { show = false, env = process.env, cwd } = options;
  const stdio: SpawnOptions['stdio'] = show ? ['inherit', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, args, { cwd, env, stdio });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  const forget = atEnd(async () => {
    child.kill('SIGTERM');
    await closed;
  });
  const code = await closed;
  forget();
  return { code, output };
}

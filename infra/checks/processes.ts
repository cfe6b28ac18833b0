import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../local/project.ts';

/** Exit code and output of a program; stdout and stderr are interleaved in order of arrival. */
export type Outcome = { code: number; output: string };

/**
 * Runs a Node program without a shell and waits for it.
 * @param args the script and its arguments, optionally preceded by options for Node
 * @param cwd the working directory
 */
export function runNode(args: readonly string[], cwd = projectRoot): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_NO_WARNINGS: '1', NO_COLOR: '1' };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The path of a package's command, resolved from the given workspace.
 * @param workspace folder of the package that depends on it, relative to the root of the repository ('' = the root)
 * @throws if the package is not installed or has no such command
 */
export function commandOf(packageName: string, command = packageName, workspace = ''): string {
  const require = createRequire(join(projectRoot, workspace, 'package.json'));
  const folder = (require.resolve.paths(packageName) ?? [])
    .map((path) => join(path, packageName))
    .find((path) => existsSync(join(path, 'package.json')));
  if (!folder) throw new Error(`${packageName} is not installed in /${workspace}: run pnpm install`);
  const { bin } = require(join(folder, 'package.json')) as { bin?: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (!script) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, script);
}

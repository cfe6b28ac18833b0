import path from 'node:path';

/** The project's root directory (absolute). */
export const projectRoot = path.resolve(import.meta.dirname, '..', '..');

/** A path inside the project, absolute. */
export function inProject(...parts: string[]): string {
  return path.join(projectRoot, ...parts);
}

/** pnpm's program, provided by bootstrap.mjs; run it with the running Node. */
export function pnpmProgram(): string {
  return process.env.KIZUNA_PNPM ?? inProject('.tools', 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
}

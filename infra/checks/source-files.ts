import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source-file.ts';

/** Folders that are not part of the repository. */
export const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'build',
  '.svelte-kit',
  '.tools',
  '.data',
  '.git',
  'test-results',
]);
const source = /[.](ts|mjs|js|svelte)$/;

/** All source files in a folder and its subfolders, tracked by Git or not; `path` is relative to `root`. */
export function readSources(root: string, folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): SourceFile[] => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : readSources(root, path);
    return source.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

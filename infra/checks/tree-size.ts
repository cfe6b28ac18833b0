import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { skippedFolders } from './source-files.ts';

/** A file of the repository and its size in bytes; `path` is relative to its root, with forward slashes. */
export type SizedFile = { path: string; bytes: number };

/** Size limit in bytes. Every clone downloads this, so files that can be generated at the first start are not committed. */
export const largestTree = 25 * 1024 * 1024;
/** Block size of a typical file system. */
const block = 4096;
const shown = 5;

/** Returns messages with the largest files if the tree exceeds the limit, otherwise none. */
export function findOversizedTree(files: readonly SizedFile[], limit = largestTree): string[] {
  const total = files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / block) * block, 0);
  if (total <= limit) return [];
  const largest = files.toSorted((a, b) => b.bytes - a.bytes).slice(0, shown);
  return [
    `The tree takes ${inMb(total)}, more than ${inMb(limit)}: keep one master of each film and make the rest at the first start.`,
    ...largest.map(({ path, bytes }) => `${path} ${inMb(bytes)}`),
  ];
}

/** All files of the repository in a folder and its subfolders, tracked by Git or not. */
export function readSizes(root: string, folder = ''): SizedFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): SizedFile[] => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : readSizes(root, path);
    return entry.isFile() ? [{ path, bytes: statSync(join(root, path)).size }] : [];
  });
}

function inMb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

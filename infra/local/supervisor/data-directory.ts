import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode, Refusal } from '@kizuna/server/refusal.ts';

/** Below this the database could stop in the middle of its work. */
const LEAST_FREE_BYTES = 300e6;

/**
 * Creates DATA_DIR if it is missing and checks that it is writable and has enough space.
 * @throws Refusal naming the directory and what to do.
 */
export function prepareDataDirectory(dataDir: string): void {
  const probe = path.join(dataDir, '.write-probe');
  try {
    makeDirectory(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    // others (the database's own account) may traverse the directory but not list it
    if (process.platform !== 'win32') chmodSync(dataDir, 0o711);
    requireRoom(dataDir);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (errorCode(error) === 'ENOSPC') throw new Refusal(noRoom(dataDir, 0));
    throw new Refusal(
      `データの置き場「${dataDir}」に書き込めません(${errorCode(error)})。DATA_DIR に書き込める場所を指定してください。`,
    );
  }
}

/** One level at a time: Node's recursive mkdir never returns if the kernel keeps answering ENOENT (/proc). */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  makeDirectory(path.dirname(directory));
  mkdirSync(directory);
}

function requireRoom(dataDir: string): void {
  const disk = statfsSync(dataDir);
  const free = disk.bavail * disk.bsize;
  if (free < LEAST_FREE_BYTES) throw new Refusal(noRoom(dataDir, free));
}

function noRoom(dataDir: string, freeBytes: number): string {
  return `ディスクの空きが足りません。「${dataDir}」の空きは ${Math.floor(freeBytes / 1e6)} MB です。300 MB 以上空けてから、もう一度始めてください。`;
}

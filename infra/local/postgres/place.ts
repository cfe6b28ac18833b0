import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canEnter, type DatabaseAccount } from './account.ts';
import { REACHABLE_DIRECTORY } from './binaries.ts';

const NOTE = 'elsewhere.json';

/** Records where a cluster is when its own directory cannot be reached by the database's account. */
interface Elsewhere {
  /** The directory this note was written for; a copied note must not lead two products to one cluster. */
  writtenFor: string;
  place: string;
}

/**
 * The directory that holds the cluster of `directory`: itself, or — if the database's account cannot enter it, as below
 * root's home — one in a reachable directory, remembered by a note in `directory`.
 */
export function choosePlace(directory: string, account: DatabaseAccount): string {
  mkdirSync(directory, { recursive: true });
  const remembered = rememberedPlace(directory);
  if (remembered) return remembered;
  if (process.platform !== 'win32') chmodSync(directory, account.uid === undefined ? 0o700 : 0o711);
  if (existsSync(path.join(directory, 'cluster')) || canEnter(account, directory)) return directory;
  const place = mkdtempSync(path.join(REACHABLE_DIRECTORY, 'kizuna-data-'));
  chmodSync(place, 0o711);
  remember(directory, place);
  return place;
}

/** The place noted earlier, else undefined. */
export function rememberedPlace(directory: string): string | undefined {
  const file = path.join(directory, NOTE);
  if (!existsSync(file)) return undefined;
  const note = JSON.parse(readFileSync(file, 'utf8')) as Elsewhere;
  if (!existsSync(note.place)) return undefined;
  if (note.writtenFor === directory) return note.place;
  if (existsSync(note.writtenFor)) return undefined;
  remember(directory, note.place);
  return note.place;
}

function remember(directory: string, place: string): void {
  const note: Elsewhere = { writtenFor: directory, place };
  writeFileSync(path.join(directory, NOTE), JSON.stringify(note, null, 2));
}

/** Deletes a cluster with its data, wherever it is. The server must have been stopped. */
export function removeCluster(directory: string): void {
  const place = rememberedPlace(directory);
  if (place) rmSync(place, { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
}

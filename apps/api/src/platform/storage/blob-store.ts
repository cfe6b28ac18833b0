import type { Readable } from 'node:stream';

export interface BlobStat {
  sizeBytes: number;
  modifiedAt: Date;
}

/** Files by key (`certificates/2026/0001.pdf`). Keys are made by the house and never by a visitor. */
export abstract class BlobStore {
  /** Stores the whole of it or nothing; an existing key is replaced. */
  abstract put(key: string, content: Uint8Array | Readable): Promise<void>;
  /** @throws BlobMissing */
  abstract get(key: string): Promise<Buffer>;
  /** Bytes `start` to `end`, both included, as in an HTTP range. @throws BlobMissing */
  abstract stream(key: string, range?: { start?: number; end?: number }): Promise<Readable>;
  /** Null where there is no such key. */
  abstract stat(key: string): Promise<BlobStat | null>;
  abstract exists(key: string): Promise<boolean>;
  /** Deleting what is not there is no error. */
  abstract delete(key: string): Promise<void>;
  /** Deletes every file below a prefix: `films/1a` takes `films/1a/poster.webp` and leaves `films/1ab`. */
  abstract deleteAll(prefix: string): Promise<void>;
  /** Every key below a prefix, in the same sense, sorted. */
  abstract list(prefix: string): Promise<string[]>;
  /** The address by which the reverse proxy in front of this process reads the file (X-Accel-Redirect). */
  abstract innerAddress(key: string): Promise<string>;
}

const keyShape = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** @throws Error for a key that could name something else than a file of the house (`..`, an empty segment …) */
export function requirePlainKey(key: string): void {
  if (!keyShape.test(key)) throw new Error('a blob key has a letter that it may not have');
}

import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';

import { BlobMissing } from './blob-missing.js';
import { BlobStore, requirePlainKey, type BlobStat } from './blob-store.js';

/** A file still being written: `<key>.<uuid>.tmp`. */
const unfinished = /\.[0-9a-f-]{36}\.tmp$/;

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Blobs as files under DATA_DIR/blobs. A file appears under its key only once it is completely on the disk. */
export class DirectoryBlobStore extends BlobStore {
  constructor(private readonly root: string) {
    super();
  }

  override async put(key: string, content: Uint8Array | Readable): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.tmp`;
    try {
      const source = content instanceof Readable ? content : Readable.from([content]);
      await pipeline(source, createWriteStream(temporary, { flags: 'wx', flush: true }));
      await rename(temporary, target);
      await syncDirectory(path.dirname(target));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  override async get(key: string): Promise<Buffer> {
    try {
      return await readFile(this.pathOf(key));
    } catch (error) {
      throw isMissing(error) ? new BlobMissing(key) : error;
    }
  }

  override async stream(key: string, range: { start?: number; end?: number } = {}): Promise<Readable> {
    if (!(await this.exists(key))) throw new BlobMissing(key);
    return createReadStream(this.pathOf(key), range);
  }

  override async stat(key: string): Promise<BlobStat | null> {
    try {
      const found = await stat(this.pathOf(key));
      return { sizeBytes: found.size, modifiedAt: found.mtime };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  override async exists(key: string): Promise<boolean> {
    return (await this.stat(key)) !== null;
  }

  override async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  override async list(prefix: string): Promise<string[]> {
    try {
      const found = await readdir(this.pathOf(prefix), { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => entry.isFile() && !unfinished.test(entry.name))
        .map((entry) => path.relative(this.root, path.join(entry.parentPath, entry.name)))
        .map((file) => file.split(path.sep).join('/'))
        .sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  override async innerAddress(key: string): Promise<string> {
    requirePlainKey(key);
    return `/_blobs/${key}`;
  }

  override async deleteAll(prefix: string): Promise<void> {
    await rm(this.pathOf(prefix), { recursive: true, force: true });
  }

  private pathOf(key: string): string {
    requirePlainKey(key);
    return path.join(this.root, key);
  }
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows cannot open a directory; there the rename is durable without it
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

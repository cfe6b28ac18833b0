import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { DataStore, Upload } from '@tus/server';

import { AppConfig } from '../config/app-config.js';
import { Transactions } from '../database/transactions.js';
import { TusRefusal } from './tus-refusal.js';
import { UploadRepository } from './upload.repository.js';

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/**
 * The bytes of uploads: one file each under DATA_DIR/uploads. The file's size is the offset at which the sender
 * resumes.
 */
@Injectable()
export class UploadStore extends DataStore {
  readonly directory: string;
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  constructor(
    config: AppConfig,
    private readonly transactions: Transactions,
    private readonly uploads: UploadRepository,
  ) {
    super();
    this.directory = path.resolve(config.dataDir, 'uploads');
  }

  pathOf(id: string): string {
    if (!idShape.test(id)) throw new TusRefusal(404, 'no such upload');
    return path.join(this.directory, id);
  }

  /** How many bytes have arrived; null if there is no file. */
  async receivedBytes(id: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(id))).size;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  override async create(upload: Upload): Promise<Upload> {
    const file = this.pathOf(upload.id);
    await this.guardRoom(async () => {
      await mkdir(this.directory, { recursive: true, mode: 0o700 });
      await (await open(file, 'wx', 0o600)).close();
    });
    return upload;
  }

  /**
   * Writes the stream until it ends or breaks off; the received bytes are kept. Resolves only once they are on the
   * disk.
   */
  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const handle = await open(this.pathOf(id), 'r+');
    let at = offset;
    try {
      await this.guardRoom(async () => {
        for await (const chunk of bytes as AsyncIterable<Buffer>) {
          let written = 0;
          while (written < chunk.length) {
            written += (await handle.write(chunk, written, chunk.length - written, at + written))
              .bytesWritten;
          }
          at += chunk.length;
        }
        await handle.datasync();
      });
      return at;
    } finally {
      await handle.close();
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const [row, offset] = await Promise.all([this.uploads.find(id), this.receivedBytes(id)]);
    if (!row || offset === null) throw new TusRefusal(404, 'no such upload');
    return new Upload({
      id,
      size: row.sizeBytes,
      offset,
      metadata: { filename: row.fileName, purpose: row.purpose },
    });
  }

  /** Deletes file and row; deleting a missing one is not an error. */
  override async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await this.transactions.run(() => this.uploads.remove(id));
  }

  /** Ids of all stored files, with the time of their last byte. */
  async files(): Promise<{ id: string; changedAt: Date }[]> {
    const names = await readdir(this.directory).catch(() => [] as string[]);
    const found = names
      .filter((name) => idShape.test(name))
      .map(async (id) => ({
        id,
        changedAt: (await stat(path.join(this.directory, id)).catch(() => null))?.mtime,
      }));
    return (await Promise.all(found)).flatMap(({ id, changedAt }) => (changedAt ? [{ id, changedAt }] : []));
  }

  private async guardRoom(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (noRoom.has(codeOf(error) ?? '')) throw new TusRefusal(507, 'no room on the disk');
      throw error;
    }
  }
}

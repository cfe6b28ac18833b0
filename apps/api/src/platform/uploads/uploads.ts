import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

import type { UploadView } from '@kizuna/shared/contracts/uploads';
import type { UploadPurpose } from '@kizuna/shared/vocabulary/uploads';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../auth/index.js';
import { DomainError } from '../errors/domain-error.js';
import { UploadStore } from './upload-store.js';
import { UploadRepository } from './upload.repository.js';

/** A completely received file that belongs to the command that took it. */
export interface TakenUpload {
  uploadId: string;
  /** Its local path, until `discard`. */
  path: string;
  /** The name given by the sender; never part of a path. */
  fileName: string;
  sizeBytes: number;
  /** Its bytes, from the beginning. */
  open(): Readable;
}

/** Received files, for the capabilities that use them. */
@Injectable()
export class Uploads {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly store: UploadStore,
  ) {}

  /** The progress of the actor's own upload. @throws DomainError platform.not_found */
  async getUpload(actor: Actor, uploadId: string): Promise<UploadView> {
    const row = await this.uploads.find(uploadId);
    const receivedBytes = row ? await this.store.receivedBytes(row.id) : null;
    if (row?.personId !== personOf(actor).personId || receivedBytes === null) {
      throw new DomainError('platform.not_found');
    }
    return {
      uploadId: row.id,
      purpose: row.purpose,
      fileName: row.fileName,
      sizeBytes: row.sizeBytes,
      receivedBytes,
      state: row.state === 'receiving' && receivedBytes === row.sizeBytes ? 'complete' : row.state,
      expiresAt: row.expiresAt.toISOString(),
    };
  }

  /**
   * Assigns an upload to a command, in its transaction and permanently: nobody else can take it. The command deletes it
   * with `discard` when it has finished.
   * @throws DomainError platform.not_found if it is not the actor's, was taken before or has another purpose;
   * uploads.not_complete if bytes are missing
   */
  async take(actor: Actor, uploadId: string, purpose: UploadPurpose): Promise<TakenUpload> {
    const { personId } = personOf(actor);
    const row = await this.uploads.lock(uploadId);
    const usable = row?.personId === personId && row.purpose === purpose && row.state !== 'taken';
    if (!row || !usable) throw new DomainError('platform.not_found');
    if ((await this.store.receivedBytes(row.id)) !== row.sizeBytes) {
      throw new DomainError('uploads.not_complete');
    }
    await this.uploads.become(row.id, 'taken');
    const path = this.store.pathOf(row.id);
    return {
      uploadId: row.id,
      path,
      fileName: row.fileName,
      sizeBytes: row.sizeBytes,
      open: () => createReadStream(path),
    };
  }

  /** The path of a taken upload. */
  pathOf(uploadId: string): string {
    return this.store.pathOf(uploadId);
  }

  /** Deletes a taken upload; call it after the commit, because the file cannot be restored. */
  discard(uploadId: string): Promise<void> {
    return this.store.remove(uploadId);
  }
}

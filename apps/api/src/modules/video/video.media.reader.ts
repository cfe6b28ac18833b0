import type { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { Reads } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { BlobMissing, BlobStore } from '../../platform/storage/index.js';
import {
  answerOf,
  blobKeyOf,
  isMediaName,
  isMediaVersion,
  type MediaAnswer,
  type MediaFile,
  type MediaName,
  type MediaRequest,
} from './video.media.policy.js';

/** Opens the files of the films. Nothing is held in memory: bytes go from the store to the socket. */
@Injectable()
export class MediaReader {
  constructor(
    private readonly reads: Reads,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * What a request for a file is answered, without the bytes.
   * @throws DomainError platform.not_found
   */
  async describe(slug: string, name: string, request: MediaRequest): Promise<MediaAnswer> {
    return (await this.find(slug, name, request)).answer;
  }

  /**
   * What a request for a file is answered, with the stream of its bytes.
   * @throws DomainError platform.not_found
   */
  async open(
    slug: string,
    name: string,
    request: MediaRequest,
  ): Promise<{ answer: MediaAnswer; body: Readable | null }> {
    const { answer, file } = await this.find(slug, name, request);
    if (!answer.bytes) return { answer, body: null };
    try {
      return { answer, body: await this.blobs.stream(file.blobKey, answer.bytes) };
    } catch (error) {
      if (error instanceof BlobMissing) throw new DomainError('platform.not_found');
      throw error;
    }
  }

  private async find(slug: string, name: string, request: MediaRequest) {
    if (!isMediaName(name)) throw new DomainError('platform.not_found');
    const [row] = await this.reads.prepared<{ file: MediaFile }>(
      'video.media',
      'SELECT files->$2 AS file FROM videos WHERE slug = $1',
      [slug, name],
    );
    if (!row) throw new DomainError('platform.not_found');
    const file = (await this.findOlder(name, row.file, request.version)) ?? row.file;
    return { answer: answerOf(request, name, file), file };
  }

  /** A page that was open while the film was replaced goes on with the bytes it has begun. */
  private async findOlder(name: MediaName, current: MediaFile, version = ''): Promise<MediaFile | null> {
    if (version === current.version || !isMediaVersion(version)) return null;
    const blobKey = blobKeyOf(version, name);
    const found = await this.blobs.stat(blobKey);
    return found && { blobKey, version, sizeBytes: found.sizeBytes };
  }
}

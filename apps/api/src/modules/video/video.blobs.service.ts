import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import type { CaptionCue } from '@kizuna/shared/contracts/video';
import { formatWebVtt } from '@kizuna/shared/rules/captions';
import { Injectable } from '@nestjs/common';

import { BlobStore } from '../../platform/storage/index.js';

/** Number of hexadecimal digits of the hash used as scope name. */
const hashLength = 32;

/** A local file, and its path in the scope. */
export interface FileToStore {
  path: string;
  file: string;
}

/**
 * Stores files of films and captions under names derived from their content, so that an open page keeps its film and
 * identical content is stored once.
 */
@Injectable()
export class VideoBlobsService {
  constructor(private readonly blobs: BlobStore) {}

  /** The scope of files that belong together, `films/<hash>`: it names their content. */
  async scopeOf(files: readonly FileToStore[]): Promise<string> {
    const hash = createHash('sha256');
    for (const { path, file } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      hash.update(`${path}\0${await digestOfFile(file)}\0`);
    }
    return `films/${hash.digest('hex').slice(0, hashLength)}`;
  }

  /** Stores files below their scope; what is there already is not written again. */
  async storeFiles(scope: string, files: readonly FileToStore[]): Promise<void> {
    for (const { path, file } of files) {
      const { size } = await stat(file);
      const key = `${scope}/${path}`;
      if ((await this.blobs.stat(key))?.sizeBytes !== size) await this.blobs.put(key, createReadStream(file));
    }
  }

  /** Stores cues as WebVTT. @returns the key of the file */
  async storeCues(cues: readonly CaptionCue[], fileName: string): Promise<string> {
    const content = formatWebVtt(cues);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, hashLength);
    const key = `captions/${hash}/${fileName}`;
    if (!(await this.blobs.exists(key))) await this.blobs.put(key, Buffer.from(content));
    return key;
  }
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

import { Readable } from 'node:stream';

import type { S3Client } from '@aws-sdk/client-s3';

import type { S3Settings } from '../config/app-config.js';
import { BlobMissing } from './blob-missing.js';
import { BlobStore, requirePlainKey, type BlobStat } from './blob-store.js';

/** Size of one part of a large file in bytes: at most this × `partsAtOnce` is held in memory. */
const partBytes = 8 * 1024 * 1024;
const partsAtOnce = 2;
const deletionsAtOnce = 8;
/** How long the proxy may use an address of the store, in seconds; it is used at once. */
const innerSeconds = 900;

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404;
}

/**
 * Blobs as objects of one bucket. The client is loaded on first use, so installations with a directory do not pay for
 * it.
 * Addresses contain the bucket in the path, which every compatible store understands.
 */
export class S3BlobStore extends BlobStore {
  private opened: Promise<S3Client> | undefined;

  /** @param keysPerPage how many keys one request lists; stores return at most 1,000 */
  constructor(
    private readonly place: S3Settings,
    private readonly keysPerPage = 1000,
  ) {
    super();
  }

  override async put(key: string, content: Uint8Array | Readable): Promise<void> {
    requirePlainKey(key);
    const client = await this.client();
    const object = { Bucket: this.place.bucket, Key: key };
    if (!(content instanceof Readable)) {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3');
      await client.send(new PutObjectCommand({ ...object, Body: content }));
      return;
    }
    const { Upload } = await import('@aws-sdk/lib-storage');
    // A broken stream aborts the upload: the key only appears once it is complete
    const upload = new Upload({
      client,
      params: { ...object, Body: content },
      partSize: partBytes,
      queueSize: partsAtOnce,
    });
    await upload.done();
  }

  override async get(key: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.stream(key)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  override async stream(key: string, range: { start?: number; end?: number } = {}): Promise<Readable> {
    requirePlainKey(key);
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { start = 0, end } = range;
    const whole = start === 0 && end === undefined;
    const asked = whole ? {} : { Range: `bytes=${start}-${end ?? ''}` };
    try {
      const client = await this.client();
      const answer = await client.send(
        new GetObjectCommand({ Bucket: this.place.bucket, Key: key, ...asked }),
      );
      return answer.Body as Readable;
    } catch (error) {
      throw isMissing(error) ? new BlobMissing(key) : error;
    }
  }

  override async stat(key: string): Promise<BlobStat | null> {
    requirePlainKey(key);
    const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
    try {
      const client = await this.client();
      const found = await client.send(new HeadObjectCommand({ Bucket: this.place.bucket, Key: key }));
      return { sizeBytes: found.ContentLength ?? 0, modifiedAt: found.LastModified ?? new Date(0) };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  override async exists(key: string): Promise<boolean> {
    return (await this.stat(key)) !== null;
  }

  override async delete(key: string): Promise<void> {
    requirePlainKey(key);
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    const client = await this.client();
    try {
      await client.send(new DeleteObjectCommand({ Bucket: this.place.bucket, Key: key }));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  override async list(prefix: string): Promise<string[]> {
    requirePlainKey(prefix);
    const { paginateListObjectsV2 } = await import('@aws-sdk/client-s3');
    const client = await this.client();
    const keys: string[] = [];
    const pages = paginateListObjectsV2(
      { client, pageSize: this.keysPerPage },
      { Bucket: this.place.bucket, Prefix: `${prefix}/` },
    );
    for await (const page of pages) keys.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
    return keys.sort();
  }

  override async deleteAll(prefix: string): Promise<void> {
    // One by one: not every compatible store accepts a list, and a film has some hundred files
    const waiting = await this.list(prefix);
    const deleteNext = async () => {
      for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) await this.delete(key);
    };
    await Promise.all(Array.from({ length: deletionsAtOnce }, deleteNext));
  }

  /** `/_store/<bucket>/<key>?<signature>`: the proxy prepends the store's host. */
  override async innerAddress(key: string): Promise<string> {
    requirePlainKey(key);
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
    const command = new GetObjectCommand({ Bucket: this.place.bucket, Key: key });
    const { pathname, search } = new URL(
      await getSignedUrl(await this.client(), command, { expiresIn: innerSeconds }),
    );
    return `/_store${pathname}${search}`;
  }

  private client(): Promise<S3Client> {
    this.opened ??= openClient(this.place);
    return this.opened;
  }
}

async function openClient(place: S3Settings): Promise<S3Client> {
  const { S3Client: Client } = await import('@aws-sdk/client-s3');
  const { endpoint, region, accessKeyId, secretAccessKey } = place;
  return new Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Not all compatible stores support the newer checksums, and films are already hashed when they are made
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

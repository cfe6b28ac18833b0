import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startFauxqs } from 'fauxqs';

import type { S3Settings } from '../../src/platform/config/app-config.js';

export interface TestS3Server {
  place: S3Settings;
  /** Where it keeps its objects: to look at what an upload leaves behind. */
  directory: string;
  close(): Promise<void>;
}

const bucket = 'kizuna-blobs';
// The one key that s3rver knows; the other server takes any
const key = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const placeAt = (port: number): S3Settings => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
  bucket,
  ...key,
});

/** A server of the S3 protocol with an empty bucket: all of multipart, ranges and paging; it checks no signature. */
export async function startS3Server(): Promise<TestS3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'kizuna-s3-'));
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false, s3StorageDir: directory });
  server.createBucket(bucket);
  return {
    place: placeAt(server.port),
    directory,
    close: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What of s3rver is used here; the package brings no types. */
interface S3rver {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => S3rver;

/** A server of the S3 protocol that checks every signature, and knows less of the rest. */
export async function startSigningS3Server(): Promise<TestS3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'kizuna-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    place: placeAt(port),
    directory,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

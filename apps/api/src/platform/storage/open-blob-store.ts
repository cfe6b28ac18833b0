import path from 'node:path';

import type { AppConfig } from '../config/app-config.js';
import type { BlobStore } from './blob-store.js';
import { DirectoryBlobStore } from './directory-blob-store.js';
import { S3BlobStore } from './s3-blob-store.js';

/** Opens the store selected by the settings (BLOB_STORE): a directory below DATA_DIR, or a bucket. */
export function openBlobStore({ s3, dataDir }: Pick<AppConfig, 's3' | 'dataDir'>): BlobStore {
  return s3 ? new S3BlobStore(s3) : new DirectoryBlobStore(path.resolve(dataDir, 'blobs'));
}

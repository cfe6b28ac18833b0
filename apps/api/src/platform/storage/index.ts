export { BlobMissing } from './blob-missing.js';
export { BlobStore, type BlobStat } from './blob-store.js';
export { DirectoryBlobStore } from './directory-blob-store.js';
export { openBlobStore } from './open-blob-store.js';
export { S3BlobStore } from './s3-blob-store.js';

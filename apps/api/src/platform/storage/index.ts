export { BlobMissing, BlobStore, type BlobStat } from './blob-store.js';
export { DirectoryBlobStore } from './directory-blob-store.js';

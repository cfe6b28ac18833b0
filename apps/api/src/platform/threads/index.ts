export { inBackground } from './in-background.js';
export { threadFile } from './thread-file.js';
export { ThreadPool, threadsForWork } from './thread-pool.js';

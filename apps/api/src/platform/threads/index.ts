export { ThreadPool, threadsForWork } from './thread-pool.js';
export { threadFile } from './thread-file.js';
export { answerTasks } from './thread-tasks.js';

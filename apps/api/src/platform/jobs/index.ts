export { installJobTables } from './boss.js';
export { JobEffectEntity } from './job-effect.entity.js';
export { FailedJobsReader, type FailedJob } from './failed-jobs.reader.js';
export { GiveUp } from './give-up.js';
export { Jobs, type JobContext, type JobHandler, type JobOptions } from './jobs.js';

export { installJobTables } from './boss.js';
export { JobEffectEntity } from './job-effect.entity.js';
export { FailedJobs, type FailedJob } from './failed-jobs.reader.js';
export { GiveUp, Jobs, type JobContext, type JobHandler, type JobOptions } from './jobs.js';

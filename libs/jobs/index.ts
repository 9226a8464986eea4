export { BossJobs } from './boss-jobs.js';
export { InlineJobs } from './inline-jobs.js';
export type { EnqueueOptions, JobHandler, JobPayload, JobQueue, Jobs } from './jobs.js';

import { describe } from '@jest/globals';
import { SystemClock } from '@koujing/kernel';
import { emptyHouse } from '../../test/support/empty-house.js';
import { onEachEngine } from '../../test/support/engines.js';
import { BossJobs } from './boss-jobs.js';
import { InlineJobs } from './inline-jobs.js';
import { contractQueues, jobsContract } from './jobs.contract.js';

describe('jobs in this process', () => {
  jobsContract(async () => {
    const database = await emptyHouse();
    const jobs = new InlineJobs(contractQueues, new SystemClock());
    return { jobs, database, transactional: false, close: () => database.close() };
  });
});

onEachEngine('jobs on pg-boss', (open) => {
  jobsContract(async () => {
    const { database, drop } = await open();
    const jobs = new BossJobs(database, contractQueues, () => undefined);
    return { jobs, database, transactional: true, close: drop };
  });
});

import { grantRunning, openPostgres } from '@koujing/database';
import { dispatchQueue } from '@koujing/dispatch';
import { BossJobs } from '@koujing/jobs';

/** Makes or upgrades every table, the job engine's too, by an account that may; `role` may then run the house and change no table. */
export const prepareDatabase = async (address: string, role: string): Promise<void> => {
  const database = await openPostgres(address);
  try {
    const jobs = new BossJobs(database, [{ name: dispatchQueue, policy: 'each' }], () => undefined);
    await jobs.start();
    await jobs.stop();
    await database.transaction((queries) => grantRunning(queries, role));
  } finally {
    await database.close();
  }
};

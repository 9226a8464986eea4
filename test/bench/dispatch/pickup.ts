import { BossJobs } from '@koujing/jobs';
import { dispatchQueue } from '@koujing/dispatch';
import type { House } from '../../medium/dispatch-house.js';
import { concurrency } from './contestants.js';
import { planRows } from './plan-rows.js';
import type { SinkChannel } from './sink-channel.js';

/** Far apart enough that each finds an idle worker. */
const pauseMs = 40;

/** From the commit of one planned row and its job, as a click makes them, until its try begins; sorted, in ms. */
export const pickups = async (
  house: House,
  channel: SinkChannel,
  deliveries: number,
): Promise<readonly number[]> => {
  const jobs = new BossJobs(house.database, [{ name: dispatchQueue, policy: 'each' }], () => undefined);
  const worker = house.worker('pickup', { concurrency });
  jobs.work(dispatchQueue, async () => worker.wake());
  await jobs.start();
  worker.start();
  const waits: number[] = [];
  for (let n = 0; n < deliveries; n += 1) {
    const begun = Promise.withResolvers<number>();
    channel.begun = () => begun.resolve(performance.now());
    await planRows(house, channel, 1, (queries, releaseId) =>
      jobs.enqueue(queries, dispatchQueue, [{ releaseId }]),
    );
    const committedAt = performance.now();
    waits.push(Math.max(0, (await begun.promise) - committedAt));
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  channel.begun = () => undefined;
  await worker.stop();
  await jobs.stop();
  return waits.toSorted((a, b) => a - b);
};

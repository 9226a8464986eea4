import type { House } from '../../medium/dispatch-house.js';
import { planRows } from './plan-rows.js';
import type { SinkChannel } from './sink-channel.js';
import type { Sink } from './sink.js';

export const concurrency = 20;

/** Runs so many deliveries and answers how many a second. */
export type Contestant = (deliveries: number) => Promise<number>;

const perSecond = (deliveries: number, startedAt: number): number =>
  (deliveries * 1000) / (performance.now() - startedAt);

/** No queue at all: twenty loops that post. What the sink and the client allow. */
export const ceiling =
  (sink: Sink): Contestant =>
  async (deliveries) => {
    const startedAt = performance.now();
    let next = 0;
    const loop = async (): Promise<void> => {
      while (next < deliveries) {
        next += 1;
        await sink.post(`ceiling-${next}`);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, loop));
    return perSecond(deliveries, startedAt);
  };

/** BullMQ as its documentation shows it: one queue, one worker, the same post as the job. Null where no Redis answers. */
export const bullmq = async (
  sink: Sink,
): Promise<{ readonly run: Contestant; close(): Promise<void> } | null> => {
  const [{ Queue, Worker: BullWorker }, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
  const connection = { host: '127.0.0.1', port: 6379, maxRetriesPerRequest: null };
  const probe = new Redis({ ...connection, lazyConnect: true, retryStrategy: () => null });
  probe.on('error', () => undefined);
  const answers = await probe.connect().then(
    () => true,
    () => false,
  );
  probe.disconnect();
  if (!answers) return null;
  const name = `koujing-bench-${process.pid}`;
  const queue = new Queue(name, { connection });
  const run: Contestant = async (deliveries) => {
    await queue.addBulk(
      Array.from({ length: deliveries }, (_, n) => ({
        name: 'send',
        data: { mark: `bullmq-${n}` },
        opts: { removeOnComplete: true },
      })),
    );
    const done = Promise.withResolvers<void>();
    let completed = 0;
    const startedAt = performance.now();
    const worker = new BullWorker<{ mark: string }>(name, async ({ data }) => sink.post(data.mark), {
      connection,
      concurrency,
    });
    worker.on('completed', () => {
      completed += 1;
      if (completed === deliveries) done.resolve();
    });
    worker.on('failed', (_, error) => done.reject(error));
    await done.promise;
    const rate = perSecond(deliveries, startedAt);
    await worker.close();
    return rate;
  };
  const close = async (): Promise<void> => {
    await queue.obliterate({ force: true });
    await queue.close();
  };
  return { run, close };
};

/** The ledger as the product runs it: planned rows, one worker, intents and outcomes committed durably. */
export const koujing =
  (house: House, channel: SinkChannel): Contestant =>
  async (deliveries) => {
    await planRows(house, channel, deliveries);
    const worker = house.worker('bench', { concurrency });
    const startedAt = performance.now();
    worker.start();
    await worker.idle();
    const rate = perSecond(deliveries, startedAt);
    await worker.stop();
    await allDelivered(house);
    return rate;
  };

/** A rate for work that was not done would be no rate. */
const allDelivered = async (house: House): Promise<void> => {
  const open = await house.database.queries
    .selectFrom('delivery')
    .select(['state'])
    .where('state', '<>', 'delivered')
    .execute();
  if (open.length > 0) throw new Error(`${open.length} deliveries are not delivered, e.g. ${open[0]?.state}`);
};

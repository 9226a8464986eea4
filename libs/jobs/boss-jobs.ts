import type { Database, Queries } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { fromKysely, fromPglite, PgBoss, type ConstructorOptions } from 'pg-boss';
import type { EnqueueOptions, JobHandler, JobPayload, JobQueue, Jobs } from './jobs.js';

/** pg-boss on the same database as everything else, so that a job commits with the state that caused it. */
export class BossJobs implements Jobs {
  readonly #boss: PgBoss;
  readonly #handlers = new Map<string, JobHandler>();

  /** `warn` hears what the engine reports between calls: a lost connection, a slow query. */
  constructor(
    database: Database,
    private readonly queues: readonly JobQueue[],
    warn: (message: string) => void,
  ) {
    this.#boss = new PgBoss(optionsFor(database));
    this.#boss.on('error', (error) => warn(error.message));
    this.#boss.on('warning', (warning) => warn(warning.message));
  }

  async enqueue(
    queries: Queries,
    name: string,
    payloads: readonly JobPayload[],
    options: EnqueueOptions = {},
  ): Promise<void> {
    if (payloads.length === 0) return;
    const after = options.startAfter === undefined ? {} : { startAfter: options.startAfter };
    await this.#boss.insert(
      name,
      payloads.map((data) => ({ data, ...after })),
      { db: fromKysely(queries) },
    );
  }

  work(name: string, handler: JobHandler): void {
    this.#handlers.set(name, handler);
  }

  async start(): Promise<void> {
    await this.#boss.start();
    for (const { name, policy } of this.queues) {
      await this.#boss.createQueue(name, queueOptions(policy));
      // The engine looks a queue up on first use, with a query of its own. Inside a caller's transaction on the
      // embedded database that query would wait for ever; a call that changes nothing makes it look now.
      await this.#boss.touch(name, newId());
    }
    for (const [name, handler] of this.#handlers) {
      await this.#boss.work<JobPayload>(name, workOptions, (jobs) => handler(jobs.map(({ data }) => data)));
    }
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: stopPatienceMs });
  }
}

/** A handler only wakes somebody: one that has not ended by then has nothing to lose. */
const stopPatienceMs = 1_000;

/** `stately` is the policy under which one job waits and one runs; `standard` knows no such limit. */
const queueOptions = (policy: JobQueue['policy']) => ({
  policy: policy === 'single' ? 'stately' : 'standard',
  notify: true,
  // A wake-up is soon worthless: the sweep looks every ten seconds anyway.
  retryLimit: 3,
  retryDelay: 1,
  expireInSeconds: 60,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 600,
});

/** Polling alone yields twenty jobs a second; with notification and full batches it is thousands (measured). */
const workOptions = {
  batchSize: 10,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 10,
};

const optionsFor = (database: Database): ConstructorOptions => {
  const common = { useListenNotify: true, schedule: false };
  const { engine } = database;
  if (engine.kind === 'postgres') return { ...common, connectionString: engine.url, max: 4 };
  return { ...common, db: fromPglite(engine.pglite), backend: 'pglite' };
};

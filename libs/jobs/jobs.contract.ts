import { afterEach, expect, test } from '@jest/globals';
import type { Database } from '@koujing/database';
import type { JobPayload, JobQueue, Jobs } from './jobs.js';

export interface JobsUnderTest {
  readonly jobs: Jobs;
  readonly database: Database;
  /** True for engines whose jobs commit with the caller's transaction. */
  readonly transactional: boolean;
  close(): Promise<void>;
}

export const contractQueues: readonly JobQueue[] = [
  { name: 'wake', policy: 'each' },
  { name: 'tidy', policy: 'single' },
];

const until = async (met: () => boolean): Promise<void> => {
  for (let tries = 0; !met() && tries < 600; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

/** What every engine behind the job port keeps. */
export const jobsContract = (open: () => Promise<JobsUnderTest>): void => {
  let subject: JobsUnderTest | undefined;
  const fresh = async (): Promise<JobsUnderTest> => (subject = await open());
  afterEach(async () => {
    await subject?.jobs.stop();
    await subject?.close();
    subject = undefined;
  });

  test('every payload reaches its handler', async () => {
    const { jobs, database } = await fresh();
    const seen: JobPayload[] = [];
    jobs.work('wake', async (payloads) => void seen.push(...payloads));
    await jobs.start();
    await jobs.enqueue(
      database.queries,
      'wake',
      Array.from({ length: 25 }, (_, n) => ({ n })),
    );
    await until(() => seen.length === 25);
    expect(new Set(seen.map(({ n }) => n)).size).toBe(25);
  });

  test('a handler that fails is asked again', async () => {
    const { jobs, database } = await fresh();
    let calls = 0;
    jobs.work('wake', async () => {
      calls += 1;
      if (calls === 1) throw new Error('the first try fails');
    });
    await jobs.start();
    await jobs.enqueue(database.queries, 'wake', [{ n: 1 }]);
    await until(() => calls >= 2);
    expect(calls).toBe(2);
  });

  test('a single queue keeps one job waiting however often it is asked for', async () => {
    const { jobs, database } = await fresh();
    let calls = 0;
    jobs.work('wake', async () => undefined);
    await jobs.start();
    for (let times = 0; times < 5; times += 1) await jobs.enqueue(database.queries, 'tidy', [{ times }]);
    await jobs.stop();
    jobs.work('tidy', async () => void (calls += 1));
    await jobs.start();
    await until(() => calls > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calls).toBe(1);
  });

  test('a job of a transaction that is rolled back never runs', async () => {
    const { jobs, database, transactional } = await fresh();
    if (!transactional) return;
    const seen: JobPayload[] = [];
    jobs.work('wake', async (payloads) => void seen.push(...payloads));
    await jobs.start();
    await expect(
      database.transaction(async (queries) => {
        await jobs.enqueue(queries, 'wake', [{ n: 1 }]);
        throw new Error('the state did not commit');
      }),
    ).rejects.toThrow('the state did not commit');
    await database.transaction((queries) => jobs.enqueue(queries, 'wake', [{ n: 2 }]));
    await until(() => seen.length > 0);
    expect(seen).toEqual([{ n: 2 }]);
  });
};

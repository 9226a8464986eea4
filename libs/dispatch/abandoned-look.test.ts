import { expect, test } from '@jest/globals';
import { FakeMail, MemoryFiles, MemoryLog, type Attempt, type Channel } from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { z } from 'zod';
import type { Account } from './account.js';
import { AttemptRunner, type RunnerParts } from './attempt-runner.js';

const clock = new TravellingClock('2026-11-27T01:30:00Z');
const account = { id: 'portal', channel: 'portal', settings: {}, secrets: {} } as unknown as Account;

/** Reads on for as long as it is let. */
const endless = (read: { count: number }): Channel =>
  ({
    manifest: { channel: 'portal', settings: z.object({}), secrets: z.object({}) },
    survey: async (_: unknown, { ports }: Attempt) => {
      for (;;) {
        await ports.files.read('/site', 'index.html');
        read.count += 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
  }) as unknown as Channel;

const runner = () => {
  const ports = {
    ...{ files: new MemoryFiles(clock), http: { request: () => Promise.reject(new Error('not asked')) } },
    ...{ mail: new FakeMail(), log: new MemoryLog(), clock },
  };
  return new AttemptRunner({ ports } as unknown as RunnerParts);
};
const from = { place: {}, again: [], since: clock.now() };

test('a look that takes too long ends with the true reason, and does not go on behind it', async () => {
  const read = { count: 0 };
  const { outcome } = await runner().survey(from, endless(read), {
    account,
    signal: AbortSignal.timeout(40),
  });
  expect(outcome).toMatchObject({
    kind: 'unreadable',
    reason: expect.stringContaining('给定的时间内没有读完'),
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const then = read.count;
  expect(then).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(read.count).toBe(then);
});

test('a look that a leaving process gives up says so', async () => {
  const { outcome } = await runner().survey(from, endless({ count: 0 }), {
    ...{ account, signal: AbortSignal.abort() },
  });
  expect(outcome).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('发送进程正在退出') });
});

import { expect, test } from '@jest/globals';
import type { ListedAttempt } from './attempt-list.sql.js';
import { viewOf } from './show-attempts.js';

const step = (changes: Partial<ListedAttempt>): ListedAttempt => ({
  ...{ id: 'one', kind: 'send', startedAt: new Date('2026-11-23T01:00:00Z'), endedAt: null },
  ...{ outcome: 'delivered', code: null, message: null, evidence: null, nextAt: null },
  ...{ by: null, action: null, becomes: null },
  ...changes,
});

test('a used-up quota is told in the words of the house beside the platform’s code, with the hour of the next try', () => {
  expect(
    viewOf(
      step({
        ...{ outcome: 'deferred', code: '45009', message: 'reach max api daily quota limit' },
        ...{ evidence: { reason: 'quota' }, nextAt: new Date('2026-11-23T16:00:00Z') },
      }),
    ),
  ).toMatchObject({
    ...{ outcome: 'deferred', code: '45009', meaning: 'quota', late: false },
    nextAt: '2026-11-24T00:00:00.000+08:00',
  });
});

test('a refusal names who must act and what is to be mended', () => {
  expect(
    viewOf(step({ outcome: 'rejected', code: '45003', evidence: { fix: 'content', field: 'title' } })),
  ).toMatchObject({ meaning: 'content', field: 'title' });
});

test('a sentence about a lost connection is no word of the house’s', () => {
  expect(viewOf(step({ outcome: 'unknown', evidence: { reason: 'socket hang up' } })).meaning).toBeNull();
});

test('the outcome of an overtaken try is told as what it was, and as late', () => {
  expect(viewOf(step({ outcome: 'late:delivered' }))).toMatchObject({ outcome: 'delivered', late: true });
});

test('of a receipt only what a reader needs is shown, not what the channel keeps for itself', () => {
  const receipt = { remoteId: '5', url: 'https://weibo.example/5', data: { secret: 'kept' } };
  expect(viewOf(step({ evidence: { receipt } })).receipt).toEqual({
    remoteId: '5',
    url: 'https://weibo.example/5',
  });
});

test('a person’s deed has its doer and no outcome', () => {
  expect(
    viewOf(
      step({ kind: 'person', outcome: null, by: '李四', action: 'delivery.decide', becomes: 'delivered' }),
    ),
  ).toMatchObject({ outcome: null, deed: { by: '李四', action: 'delivery.decide', to: 'delivered' } });
});

import { expect, test } from '@jest/globals';
import type { ReconcileOutcome, SendOutcome } from '@koujing/channel';
import fc from 'fast-check';
import type { Delivery } from './delivery.js';
import { acceptedBeforePersonMs, triesBeforePerson, unknownBeforePersonMs } from './retry-policy.js';
import { settleProbe } from './settle-probe.js';
import { settleSend } from './settle-send.js';

const intent = new Date('2026-11-23T04:00:00Z');
const aRow = (state: Delivery['state'], more: Partial<Delivery> = {}): Delivery => ({
  id: 'd',
  releaseId: 'r',
  version: 1,
  accountId: 'a',
  channel: 'weibo',
  operation: 'send',
  recipient: '',
  urgent: false,
  state,
  waitingFor: null,
  generation: 1,
  epoch: 1,
  attempts: 1,
  failures: 0,
  nextAt: intent,
  firstIntentAt: intent,
  lastIntentAt: intent,
  portalUrl: '',
  idempotencyKey: 'k',
  renditionDigest: 'x',
  phase: null,
  pending: { job: '1' },
  receipt: null,
  amendmentId: null,
  amends: null,
  fix: null,
  field: null,
  beyond: null,
  alternatives: [],
  alternative: null,
  told: null,
  trace: null,
  lastCode: null,
  lastMessage: null,
  createdAt: intent,
  updatedAt: intent,
  settledAt: null,
  ...more,
});
const receipt = { remoteId: '4711' };
const after = (milliseconds: number) => new Date(intent.getTime() + milliseconds);

const sendOutcomes: fc.Arbitrary<SendOutcome> = fc.oneof(
  fc.constant<SendOutcome>({ kind: 'delivered', receipt }),
  fc.constant<SendOutcome>({ kind: 'accepted', pending: {}, checkAfterMs: 1_000 }),
  fc.constantFrom('content', 'credential', 'quota', 'operator').map((fix): SendOutcome => ({
    kind: 'rejected',
    code: '1',
    message: '',
    fix: fix as 'content',
  })),
  fc.record({
    kind: fc.constant('deferred' as const),
    delayMs: fc.nat(1e7),
    reason: fc.constantFrom('transient' as const, 'rate' as const, 'quota' as const, 'token' as const),
    message: fc.string(),
  }),
  fc.constant<SendOutcome>({ kind: 'unknown', reason: 'reset' }),
);

test('no outcome of one try plans the row again or raises its key', () => {
  fc.assert(
    fc.property(
      sendOutcomes,
      fc.nat(30),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (outcome, failures, jitter) => {
        const change = settleSend(aRow('sending', { failures }), outcome, { jitter });
        expect(change.raiseGeneration).toBe(false);
        expect(['planned', 'sending']).not.toContain(change.to);
      },
    ),
  );
});

test('a deferral waits at least as long as the platform asks', () => {
  const change = settleSend(
    aRow('sending'),
    { kind: 'deferred', delayMs: 999_999, reason: 'rate', message: '' },
    { jitter: 0 },
  );
  expect(change).toMatchObject({ to: 'deferred', afterMs: 999_999, failures: 1 });
});

test('back-off grows from try to try', () => {
  const delays = [0, 1, 2, 3].map(
    (failures) =>
      settleSend(
        aRow('sending', { failures }),
        { kind: 'deferred', delayMs: 0, reason: 'transient', message: '' },
        { jitter: 0.5 },
      ).afterMs,
  );
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(new Set(delays).size).toBe(4);
});

test('a platform that never answers is handed to a person', () => {
  const row = aRow('sending', { failures: triesBeforePerson() - 1 });
  const outcome: SendOutcome = { kind: 'deferred', delayMs: 0, reason: 'transient', message: 'refused' };
  expect(settleSend(row, outcome, { jitter: 0 }).to).toBe('needsPerson');
});

test('a refused credential stops the account, a refused text does not', () => {
  const refusal = (fix: 'credential' | 'content'): SendOutcome => ({
    kind: 'rejected',
    code: '1',
    message: '',
    fix,
  });
  expect(settleSend(aRow('sending'), refusal('credential'), { jitter: 0 }).account).toBe('stopped');
  expect(settleSend(aRow('sending'), refusal('content'), { jitter: 0 }).account).toBe('worked');
});

test('absence is believed only after the channel has settled', () => {
  const absent: ReconcileOutcome = { kind: 'absent' };
  fc.assert(
    fc.property(
      fc.constantFrom('unknown' as const, 'accepted' as const),
      fc.nat(400_000),
      (state, waited) => {
        const change = settleProbe(aRow(state), absent, { now: after(waited), settleMs: 180_000, jitter: 0 });
        if (waited < 180_000)
          expect(change).toMatchObject({ to: state, afterMs: 180_000 - waited, raiseGeneration: false });
        else expect(change).toMatchObject({ to: 'planned', raiseGeneration: true });
      },
    ),
  );
});

test('a new key is only ever given after proven absence', () => {
  const others: ReconcileOutcome[] = [
    { kind: 'present', receipt, matches: 1 },
    { kind: 'present', receipt, matches: 2 },
    { kind: 'stillPending', checkAfterMs: 1 },
    { kind: 'rejected', code: '3', message: '', fix: 'content' },
    { kind: 'unreadable', reason: '' },
  ];
  for (const outcome of others)
    expect(
      settleProbe(aRow('unknown'), outcome, { now: after(1e9), settleMs: 0, jitter: 0 }).raiseGeneration,
    ).toBe(false);
});

test('two copies on the platform are shown to a person, never called a success', () => {
  const change = settleProbe(
    aRow('unknown'),
    { kind: 'present', receipt, matches: 2 },
    { now: after(1), settleMs: 0, jitter: 0 },
  );
  expect(change).toMatchObject({ to: 'needsPerson', code: 'doubled' });
});

test('a platform that stays silent is handed to a person, later if it said that it took it', () => {
  const silent: ReconcileOutcome = { kind: 'stillPending', checkAfterMs: 1_000 };
  const at = (state: 'unknown' | 'accepted', waited: number) =>
    settleProbe(aRow(state), silent, { now: after(waited), settleMs: 0, jitter: 0 }).to;
  expect(at('unknown', unknownBeforePersonMs)).toBe('unknown');
  expect(at('unknown', unknownBeforePersonMs + 1)).toBe('needsPerson');
  expect(at('accepted', unknownBeforePersonMs + 1)).toBe('accepted');
  expect(at('accepted', acceptedBeforePersonMs + 1)).toBe('needsPerson');
});

test('what only a person can publish waits for that person, and stops nobody else', () => {
  const outcome = { kind: 'rejected', code: '53504', message: '', fix: 'operator' } as const;
  const handed = settleSend(aRow('sending'), { ...outcome, beyond: 'handOver' }, { jitter: 0 });
  expect(handed).toMatchObject({ to: 'needsPerson', beyond: 'handOver', account: 'worked' });
  const stopping = settleSend(aRow('sending'), { ...outcome, beyond: 'stopAccount' }, { jitter: 0 });
  expect(stopping).toMatchObject({ to: 'rejected', account: 'stopped' });
  expect(settleSend(aRow('sending'), outcome, { jitter: 0 })).toMatchObject({
    to: 'rejected',
    account: 'worked',
  });
});

test('a refused text goes back with the field that is to be mended', () => {
  const outcome = { kind: 'rejected', code: '45003', message: '', fix: 'content', field: 'title' } as const;
  expect(settleSend(aRow('sending'), outcome, { jitter: 0 })).toMatchObject({
    fix: 'content',
    field: 'title',
  });
});

test('what the platform asks to be called again once is refused when it asks twice', () => {
  const outcome = {
    kind: 'deferred',
    reason: 'transient',
    delayMs: 1_000,
    code: '20014',
    message: '',
    once: true,
  } as const;
  expect(settleSend(aRow('sending'), outcome, { jitter: 0 }).to).toBe('deferred');
  expect(settleSend(aRow('sending', { lastCode: '20014' }), outcome, { jitter: 0 })).toMatchObject({
    to: 'rejected',
    fix: 'operator',
  });
});

test('a channel’s own bounds take the place of the usual ones, class by class', () => {
  const retry = { transient: { firstMs: 30_000, factor: 2, maxMs: 60_000 }, triesBeforePerson: 3 };
  const after = (failures: number, reason: 'transient' | 'rate') =>
    settleSend(
      aRow('sending', { failures }),
      { kind: 'deferred', delayMs: 0, reason, message: '' },
      { jitter: 0.999_999, retry },
    );
  expect(after(0, 'transient').afterMs).toBe(30_000);
  expect(after(1, 'transient').afterMs).toBe(60_000);
  expect(after(2, 'transient').to).toBe('needsPerson');
  expect(after(0, 'rate').afterMs).toBe(60_000);
});

test('jitter spreads rows that failed together over a quarter of the delay, and never shortens it below that', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(30), (jitter, failures) => {
      const { afterMs } = settleSend(
        aRow('sending', { failures }),
        { kind: 'deferred', delayMs: 0, reason: 'rate', message: '' },
        { jitter },
      );
      expect(afterMs).toBeGreaterThanOrEqual(45_000);
      expect(afterMs).toBeLessThanOrEqual(30 * 60_000);
    }),
  );
});

test('a quota that is used up puts the row off, offers what the channel offers, and is told', () => {
  const alternatives = [{ id: 'publish', zh: '发布', en: 'publish' }];
  const change = settleSend(
    aRow('sending'),
    { kind: 'deferred', delayMs: 3_600_000, reason: 'quota', message: '', alternatives },
    { jitter: 0 },
  );
  expect(change).toMatchObject({ to: 'deferred', fix: 'quota', alternatives, postponed: true });
});

test('lost, absent and sent again comes to an end at a person', () => {
  const now = after(1e6);
  const at = (failures: number) =>
    settleProbe(aRow('unknown', { failures }), { kind: 'absent' }, { now, settleMs: 0, jitter: 0 });
  expect(at(0)).toMatchObject({ to: 'planned', afterMs: 0 });
  expect(at(3)).toMatchObject({ to: 'planned', failures: 3 });
  expect(at(3).afterMs).toBeGreaterThan(at(1).afterMs);
  expect(at(triesBeforePerson())).toMatchObject({ to: 'needsPerson', code: 'absentAgain' });
});

test('a closed account keeps the question open until an operator has been, or until a person must be asked', () => {
  const outcome: ReconcileOutcome = { kind: 'unreadable', reason: '40001', beyond: 'stopAccount' };
  const at = (waited: number) =>
    settleProbe(aRow('unknown'), outcome, { now: after(waited), settleMs: 0, jitter: 0 });
  expect(at(1_000)).toMatchObject({ to: 'unknown', account: 'stopped' });
  expect(at(unknownBeforePersonMs + 1)).toMatchObject({ to: 'needsPerson', account: 'stopped' });
});

test('no platform can put the question off beyond the moment at which a person is asked', () => {
  const outcome: ReconcileOutcome = { kind: 'stillPending', checkAfterMs: 86_400_000 };
  const now = after(unknownBeforePersonMs - 60_000);
  const change = settleProbe(aRow('unknown'), outcome, { now, settleMs: 0, jitter: 0 });
  expect(change.afterMs).toBeLessThanOrEqual(62_000);
});

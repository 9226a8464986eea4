import type { ReconcileOutcome } from '@koujing/channel';
import { untilNextDay } from './next-day.js';
import type { WechatAttempt, WechatReply } from './wechat-call.js';
import { meaningOf, messageOf } from './wechat-errors.js';

/** 1 s, then ever more rarely, a minute at most. */
export const nextCheckMs = (attempt: WechatAttempt): number => {
  const elapsed = attempt.ports.clock.now().getTime() - attempt.lastIntentAt.getTime();
  return Math.min(60_000, Math.max(1_000, Math.round(elapsed / 2)));
};

/** When the platform could not be asked: later again, or a person where asking again is of no use. */
export const unread = (
  reply: Exclude<WechatReply, { kind: 'ok' }>,
  attempt: WechatAttempt,
): ReconcileOutcome => {
  if (reply.kind === 'lost')
    return { kind: 'stillPending', checkAfterMs: Math.max(5_000, nextCheckMs(attempt)) };
  const meaning = meaningOf(reply.code);
  if (meaning.kind === 'unknown') return { kind: 'stillPending', checkAfterMs: 60_000 };
  if (meaning.kind === 'deferred') {
    const delayMs = meaning.delayMs === 'nextDay' ? untilNextDay(attempt.ports.clock.now()) : meaning.delayMs;
    return { kind: 'stillPending', checkAfterMs: delayMs };
  }
  const isAccount =
    meaning.kind === 'token' ||
    (meaning.kind === 'rejected' && (meaning.fix === 'credential' || meaning.beyond === 'stopAccount'));
  return {
    kind: 'unreadable',
    reason: `${reply.code} ${messageOf(reply.code, reply.message)}`,
    ...(isAccount ? { beyond: 'stopAccount' as const } : {}),
  };
};

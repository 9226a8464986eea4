import type { Receipt, UndoOutcome } from '@koujing/channel';
import { weiboManifest } from './manifest.js';
import { callWithToken, type WeiboAttempt } from './weibo-call.js';
import { meaningOf } from './weibo-errors.js';
import { isTokenRefusal } from './weibo-share.js';

const againMs = 30_000;

/** Deleting twice harms nothing, so whatever leaves a doubt is simply done again: a second time answers 20101. */
export const destroy = async (receipt: Receipt, attempt: WeiboAttempt): Promise<UndoOutcome> => {
  await attempt.fence.check(weiboManifest.callTimeoutMs);
  const request = {
    path: '/2/statuses/destroy.json',
    method: 'POST' as const,
    params: { id: receipt.remoteId },
  };
  const reply = await callWithToken(request, attempt, isTokenRefusal);
  if (reply.kind === 'ok') return { kind: 'done', receipt };
  if (reply.kind === 'lost') return { kind: 'deferred', delayMs: againMs, message: reply.message };
  const meaning = meaningOf(reply.code, reply.status);
  if (meaning.kind === 'gone') return { kind: 'alreadyGone' };
  if (meaning.kind === 'deferred')
    return { kind: 'deferred', delayMs: meaning.delayMs, message: reply.message };
  if (meaning.kind === 'unknown') return { kind: 'deferred', delayMs: againMs, message: reply.message };
  return { kind: 'notPossible', operatorSteps: byHand(receipt, `${reply.code} ${reply.message}`) };
};

export const byHand = (receipt: Receipt, reason: string): string[] => [
  `平台没有删除（${reason}）。The platform did not delete it.`,
  `请登录微博，打开 ${receipt.url ?? receipt.remoteId} 手工删除。Sign in to Weibo and delete the post by hand.`,
];

import { textMember, type Receipt, type UndoOutcome } from '@koujing/channel';
import { callWithToken, type WechatAttempt, type WechatReply } from './wechat-call.js';
import { meaningOf, messageOf } from './wechat-errors.js';
import { untilNextDay } from './next-day.js';

const againMs = 30_000;

/** Deleting twice harms nothing, so whatever leaves a doubt is done again: a second time answers "gone". */
export const withdrawArticle = async (receipt: Receipt, attempt: WechatAttempt): Promise<UndoOutcome> =>
  receipt.data?.['kind'] === 'mass' ? deleteMass(receipt, attempt) : deletePublished(receipt, attempt);

/** index 0 deletes every item; ours has one. */
const deletePublished = async (receipt: Receipt, attempt: WechatAttempt): Promise<UndoOutcome> => {
  const body = { article_id: receipt.remoteId, index: 0 };
  const reply = await callWithToken({ path: 'freepublish/delete', body, writes: true }, attempt);
  return reply.kind === 'ok' ? { kind: 'done', receipt } : undone(reply, receipt, attempt);
};

/** 40060 may come although the deletion was done (CHANNELS A6): mass/get tells. */
const deleteMass = async (receipt: Receipt, attempt: WechatAttempt): Promise<UndoOutcome> => {
  if (await isMassDeleted(receipt, attempt)) return { kind: 'alreadyGone' };
  const body = { msg_id: Number(receipt.remoteId), article_idx: 0 };
  const reply = await callWithToken({ path: 'message/mass/delete', body, writes: true }, attempt);
  if (reply.kind === 'ok') return { kind: 'done', receipt };
  const mayBeDone = reply.kind === 'error' && reply.code === 40060;
  if (mayBeDone && (await isMassDeleted(receipt, attempt))) return { kind: 'done', receipt };
  return undone(reply, receipt, attempt);
};

const isMassDeleted = async (receipt: Receipt, attempt: WechatAttempt): Promise<boolean> => {
  const reply = await callWithToken(
    { path: 'message/mass/get', body: { msg_id: receipt.remoteId } },
    attempt,
  );
  return reply.kind === 'ok' && textMember(reply.body, 'msg_status') === 'DELETE';
};

const undone = (
  reply: Exclude<WechatReply, { kind: 'ok' }>,
  receipt: Receipt,
  attempt: WechatAttempt,
): UndoOutcome => {
  if (reply.kind === 'lost') return { kind: 'deferred', delayMs: againMs, message: reply.message };
  const meaning = meaningOf(reply.code);
  const message = messageOf(reply.code, reply.message);
  if (meaning.kind === 'gone') return { kind: 'alreadyGone' };
  if (meaning.kind === 'unknown') return { kind: 'deferred', delayMs: againMs, message };
  if (meaning.kind === 'deferred') {
    const delayMs = meaning.delayMs === 'nextDay' ? untilNextDay(attempt.ports.clock.now()) : meaning.delayMs;
    return { kind: 'deferred', delayMs, message };
  }
  return {
    kind: 'notPossible',
    operatorSteps: [
      `平台没有删除（${reply.code} ${message}）。The platform did not delete it.`,
      `请登录公众平台，在“发表记录”中删除 ${receipt.url ?? receipt.remoteId}。Delete it on the web platform by hand.`,
    ],
  };
};

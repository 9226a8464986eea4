import {
  textMember,
  type JsonObject,
  type Pending,
  type Rendition,
  type SendOutcome,
} from '@koujing/channel';
import { digestOf } from '@koujing/kernel';
import { Progress } from './progress.js';
import { callWithToken, failedOutcome, modeOf, type WechatAttempt, type WechatReply } from './wechat-call.js';
import { theDraft } from './wechat-draft.js';
import { listedName } from './wechat-mass.js';

/** Publishing takes the platform seconds to minutes; asking early is cheap (60 calls a minute). */
const firstCheckMs = 1_000;

/** Draft, then publish or mass-send it; a resumed attempt goes on where the last one stopped. */
export const sendArticle = async (rendition: Rendition, attempt: WechatAttempt): Promise<SendOutcome> => {
  const progress = new Progress(attempt);
  if (progress.step === 'submitted')
    return { kind: 'accepted', pending: progress.data, checkAfterMs: firstCheckMs };
  const draft = await theDraft(rendition, attempt, progress);
  if (!draft.ok) return draft.error;
  return modeOf(attempt) === 'mass'
    ? massSend(draft.value, attempt, progress)
    : submit(draft.value, attempt, progress);
};

/** errcode 0 means "task accepted", not "published" (CHANNELS A4). */
const submit = async (mediaId: string, attempt: WechatAttempt, progress: Progress): Promise<SendOutcome> => {
  await progress.reach('submitting', { mediaId });
  const request = { path: 'freepublish/submit', body: { media_id: mediaId }, writes: true as const };
  const reply = await callWithToken(request, attempt);
  if (reply.kind !== 'ok') return withPending(failedOutcome(reply, attempt, false), progress);
  return accepted('publishId', textMember(reply.body, 'publish_id'), progress);
};

/**
 * The only publishing call that recognises its own repetition: by `clientmsgid`, for 24 hours (CHANNELS A6).
 * So a lost answer is not unknown: the same call, made again, is the question, and 45065 with a msg_id the answer.
 */
const massSend = async (
  mediaId: string,
  attempt: WechatAttempt,
  progress: Progress,
): Promise<SendOutcome> => {
  await progress.reach('submitting', { mediaId, clientMsgId: clientMsgId(attempt) });
  const reply = await callWithToken(
    { path: 'message/mass/sendall', body: massBody(mediaId, attempt), writes: true },
    attempt,
  );
  if (reply.kind === 'ok') {
    const listedAs = listedName(textMember(reply.body, 'msg_data_id'));
    return accepted('msgId', textMember(reply.body, 'msg_id'), progress, listedAs);
  }
  const earlier = alreadySent(reply);
  if (earlier !== '') return accepted('msgId', earlier, progress);
  const outcome = failedOutcome(reply, attempt, false);
  return outcome.kind === 'unknown' && !isDraftGone(reply)
    ? { kind: 'deferred', reason: 'transient', delayMs: repeatMs, message: outcome.reason }
    : withPending(outcome, progress);
};

/** 45066 comes when the same clientmsgid is repeated within a minute. */
const repeatMs = 65_000;

const isDraftGone = (reply: WechatReply): boolean => reply.kind === 'error' && reply.code === 40007;

const massBody = (mediaId: string, attempt: WechatAttempt): JsonObject => ({
  // tag_id stands even when empty: without it some accounts answer 40152 (CHANNELS A6).
  filter: { is_to_all: attempt.settings.massTagId === '', tag_id: attempt.settings.massTagId },
  mpnews: { media_id: mediaId },
  msgtype: 'mpnews',
  send_ignore_reprint: 0,
  clientmsgid: clientMsgId(attempt),
});

/** 32 ASCII characters: longer ones were refused (CHANNELS A6). */
export const clientMsgId = ({ idempotencyKey }: Pick<WechatAttempt, 'idempotencyKey'>): string =>
  digestOf(idempotencyKey).slice(0, 32);

/** 45065 carries the msg_id of the send that there already is. */
const alreadySent = (reply: WechatReply): string =>
  reply.kind === 'error' && reply.code === 45065 ? textMember(reply.body, 'msg_id') : '';

const accepted = async (
  name: string,
  id: string,
  progress: Progress,
  more: Pending = {},
): Promise<SendOutcome> => {
  if (id === '') return withPending({ kind: 'unknown', reason: `The answer has no ${name}.` }, progress);
  await progress.reach('submitted', { [name]: id, ...more });
  return { kind: 'accepted', pending: progress.data, checkAfterMs: firstCheckMs };
};

const withPending = (outcome: SendOutcome, progress: Progress): SendOutcome =>
  outcome.kind === 'unknown' ? { ...outcome, pending: progress.data } : outcome;

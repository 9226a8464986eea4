import {
  isJsonObject,
  listMember,
  textMember,
  type Pending,
  type Receipt,
  type ReconcileOutcome,
  type Rendition,
} from '@koujing/channel';
import { wechatManifest } from './manifest.js';
import { Progress } from './progress.js';
import { readMass } from './wechat-mass.js';
import { callWithToken, modeOf, type WechatAttempt } from './wechat-call.js';
import { listAll, ours, type FoundItem } from './wechat-search.js';
import { nextCheckMs, unread } from './wechat-unread.js';

/** A submitted draft that has left the box but is not yet listed: so long we look by ourselves, then a person does. */
const searchMs = 10 * 60_000;

/** Asks the platform what became of an article. Never publishes. */
export const findArticle = async (
  rendition: Rendition,
  known: Pending | Receipt | null,
  attempt: WechatAttempt,
): Promise<ReconcileOutcome> => {
  if (isReceipt(known)) return verify(known, attempt);
  const progress = new Progress(attempt);
  const data = { ...progress.data, ...known };
  if (data['msgId'] !== undefined) return readMass(data['msgId'], data, attempt);
  if (data['publishId'] !== undefined) return readJob(data['publishId'], rendition, attempt);
  return search(rendition, progress, attempt);
};

const isReceipt = (known: Pending | Receipt | null): known is Receipt =>
  known !== null && 'remoteId' in known && typeof known['remoteId'] === 'string';

const statusMeanings: Readonly<
  Record<string, { readonly fix: 'content' | 'operator'; readonly message: string }>
> = {
  '2': { fix: 'content', message: '原创声明未通过。The original-content check failed.' },
  '3': { fix: 'operator', message: '平台发布失败（常规失败）。The platform failed to publish.' },
  '4': { fix: 'content', message: "平台审核不通过。The platform's review refused it." },
  '5': { fix: 'operator', message: '发布后所有文章已被删除。All articles were deleted after publishing.' },
  '6': { fix: 'operator', message: '发布后所有文章被系统封禁。All articles were banned after publishing.' },
};

/** freepublish/get is the source of truth; the event only wakes us (CHANNELS A5). */
const readJob = async (
  publishId: string,
  rendition: Rendition,
  attempt: WechatAttempt,
): Promise<ReconcileOutcome> => {
  const reply = await callWithToken({ path: 'freepublish/get', body: { publish_id: publishId } }, attempt);
  if (reply.kind === 'error' && reply.code === 53502)
    return search(rendition, new Progress(attempt), attempt);
  if (reply.kind !== 'ok') return unread(reply, attempt);
  const status = textMember(reply.body, 'publish_status');
  if (status === '1') return { kind: 'stillPending', checkAfterMs: nextCheckMs(attempt) };
  if (status === '0') {
    const detail = reply.body['article_detail'];
    const url = isJsonObject(detail) ? textMember(listMember(detail, 'item')[0] ?? {}, 'article_url') : '';
    return present({ id: textMember(reply.body, 'article_id'), url }, 1);
  }
  // A second job for the same draft fails because the first has published it.
  if (status === '3') return publishedAfterAll(status, rendition, attempt);
  return refused(status);
};

const publishedAfterAll = async (
  status: string,
  rendition: Rendition,
  attempt: WechatAttempt,
): Promise<ReconcileOutcome> => {
  const published = await listAll('freepublish/batchget', attempt);
  if (published.kind === 'failed') return unread(published.reply, attempt);
  const found = standing(published.items, rendition);
  return found[0] ? present(found[0], found.length) : refused(status);
};

const refused = (status: string): ReconcileOutcome => {
  const meaning = statusMeanings[status];
  if (!meaning) return { kind: 'unreadable', reason: `publish_status ${status} is not known.` };
  return { kind: 'rejected', code: `publish_status_${status}`, ...meaning };
};

/** CHANNELS A9: in the box → not published; gone and listed → published; gone and not listed → wait, then a person. */
const search = async (
  rendition: Rendition,
  progress: Progress,
  attempt: WechatAttempt,
): Promise<ReconcileOutcome> => {
  const published = await listAll('freepublish/batchget', attempt);
  if (published.kind === 'failed') return unread(published.reply, attempt);
  const found = standing(published.items, rendition);
  if (found[0]) return present(found[0], found.length);
  const unsettled = sinceLastIntent(attempt, graceMs(progress, attempt));
  if (unsettled > 0) return { kind: 'stillPending', checkAfterMs: Math.min(unsettled, nextCheckMs(attempt)) };
  const drafts = await listAll('draft/batchget', attempt);
  if (drafts.kind === 'failed') return unread(drafts.reply, attempt);
  if (ours(drafts.items, markOf(rendition)).length > 0) return { kind: 'absent' };
  if (!drafts.complete || !published.complete)
    return {
      kind: 'unreadable',
      reason: '草稿或已发布列表过长，无法查全。The lists are too long to be searched.',
    };
  // Never submitted: whatever became of the draft, no reader has seen it.
  if (!progress.hasReached('submitting')) return { kind: 'absent' };
  if (sinceLastIntent(attempt, searchMs) > 0) return { kind: 'stillPending', checkAfterMs: 60_000 };
  return {
    kind: 'unreadable',
    reason:
      '草稿已不在草稿箱，已发布列表中也没有。The draft has left the box and no article carries its mark.',
  };
};

/** With 群发保护 the administrator has 30 minutes, and the draft stays in the box meanwhile (CHANNELS A6). */
const graceMs = (progress: Progress, attempt: WechatAttempt): number =>
  modeOf(attempt) === 'mass' && progress.hasReached('submitting') ? 35 * 60_000 : wechatManifest.settleMs;

const sinceLastIntent = (attempt: WechatAttempt, span: number): number =>
  attempt.lastIntentAt.getTime() + span - attempt.ports.clock.now().getTime();

const markOf = (rendition: Rendition): string => rendition.parts['contentSourceUrl'] ?? '';

const standing = (items: readonly FoundItem[], rendition: Rendition): FoundItem[] =>
  ours(items, markOf(rendition)).filter(({ isDeleted }) => !isDeleted);

const present = ({ id, url }: Pick<FoundItem, 'id' | 'url'>, matches: number): ReconcileOutcome => ({
  kind: 'present',
  receipt: { remoteId: id, ...(url === '' ? {} : { url }), data: { kind: 'publish' } },
  matches,
});

/** Does what was delivered still stand? A removed article is never published again by itself. */
const verify = async (receipt: Receipt, attempt: WechatAttempt): Promise<ReconcileOutcome> => {
  if (receipt.data?.['kind'] === 'mass') return readMass(receipt.remoteId, receipt.data, attempt);
  const reply = await callWithToken(
    { path: 'freepublish/getarticle', body: { article_id: receipt.remoteId } },
    attempt,
  );
  if (reply.kind !== 'ok') return unread(reply, attempt);
  const isGone = listMember(reply.body, 'news_item').every((item) => item['is_deleted'] === true);
  return isGone ? refused('5') : { kind: 'present', receipt, matches: 1 };
};

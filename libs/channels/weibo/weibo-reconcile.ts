import type { Pending, Receipt, ReconcileOutcome, Rendition } from '@koujing/channel';
import { weiboManifest } from './manifest.js';
import type { WeiboAttempt } from './weibo-call.js';
import { meaningOf, postedLate, repeated } from './weibo-errors.js';
import { receiptOf } from './weibo-share.js';
import { comparable, linkIn } from './weibo-text.js';
import { readTimeline, type Timeline, type TimelinePost } from './weibo-timeline.js';

/** Weibo's clock and ours may differ, and its times are whole seconds. */
const clockSkewMs = 60_000;
/**
 * Our clock may have been an hour ahead when it was sent and be right now: then Weibo dates our post before the first try. The worse
 * mistake is to call it absent and post it again.
 */
const clockAstrayMs = 2 * 3_600_000;
/** So much of the text must agree where the link was rewritten to t.cn (CHANNELS B3). */
const prefixLength = 20;
/** Platform in trouble: look again ever more rarely, sparing the day's calls. */
const lookAgainMs = 60_000;
const lookAtMostMs = 15 * 60_000;
/** "Posted, wait a minute or two" and still not shown after so long: a person looks, nothing is posted again. */
const shownAtLatestMs = 30 * 60_000;

/** Looks for our post on the timeline: by the portal link, or by the beginning of the text where links are rewritten. */
export const findPost = async (
  rendition: Rendition,
  known: Pending | Receipt | null,
  attempt: WeiboAttempt,
): Promise<ReconcileOutcome> => {
  const firstTry = attempt.firstIntentAt.getTime() - clockSkewMs;
  const timeline = await readTimeline(new Date(firstTry - clockAstrayMs), attempt);
  if (timeline.kind === 'failed') return unread(timeline, attempt);
  const ours = timeline.posts.filter((post) =>
    post.createdAt.getTime() >= firstTry
      ? isOurs(post, rendition, attempt.portalUrl)
      : isWordForWord(post, rendition, attempt.portalUrl),
  );
  const oldest = ours.at(-1);
  if (oldest) return { kind: 'present', receipt: receiptOf(oldest.idstr, attempt), matches: ours.length };
  const unsettled = weiboManifest.settleMs - sinceLastIntent(attempt);
  if (unsettled > 0) return { kind: 'stillPending', checkAfterMs: unsettled };
  if (timeline.complete) return notShown(codeIn(known), attempt);
  return {
    kind: 'unreadable',
    reason: '时间线没有回溯到发送之前，无法断定。The timeline does not reach back past the first try.',
  };
};

/** The whole timeline was seen and we are not on it; what the platform said to the try decides what that means. */
const notShown = (code: number, attempt: WeiboAttempt): ReconcileOutcome => {
  if (code === postedLate) return postedButNotShown(attempt);
  if (!repeated.some((one) => one === code)) return { kind: 'absent' };
  return {
    kind: 'rejected',
    code: String(code),
    message:
      '微博称内容重复，但本账号时间线上没有本稿：请改写后再发。Weibo calls the text a repeat, yet our timeline has no such post; reword it.',
    fix: 'content',
    field: 'status',
  };
};

const postedButNotShown = (attempt: WeiboAttempt): ReconcileOutcome =>
  sinceLastIntent(attempt) < shownAtLatestMs
    ? { kind: 'stillPending', checkAfterMs: lookAgainAfter(attempt) }
    : {
        kind: 'unreadable',
        reason:
          '微博答复“发布成功”（20032），但时间线上一直没有；不会重发，请到微博查看。Weibo said it was posted (20032) but never shows it; it is not posted again.',
      };

const sinceLastIntent = ({ lastIntentAt, ports }: WeiboAttempt): number =>
  ports.clock.now().getTime() - lastIntentAt.getTime();

/** Doubling by itself: as long as it has already taken. */
const lookAgainAfter = (attempt: WeiboAttempt): number =>
  Math.min(lookAtMostMs, Math.max(lookAgainMs, sinceLastIntent(attempt)));

const codeIn = (known: Pending | Receipt | null): number =>
  known !== null && 'code' in known ? Number(known['code']) : Number.NaN;

const isOurs = (post: TimelinePost, rendition: Rendition, portalUrl: string): boolean => {
  const status = rendition.parts['status'] ?? '';
  if (post.text.includes(linkOf(status, portalUrl))) return true;
  const sent = comparable(status);
  const shown = comparable(post.text);
  const isLinkHidden = !post.text.includes('http') || post.text.includes('//t.cn/');
  return isLinkHidden && shown !== '' && sent.slice(0, prefixLength) === shown.slice(0, prefixLength);
};

/** An earlier version carries the link of the same page; only the whole text tells it from ours. */
const isWordForWord = (post: TimelinePost, rendition: Rendition, portalUrl: string): boolean => {
  const status = rendition.parts['status'] ?? '';
  return post.text.includes(linkOf(status, portalUrl)) && comparable(post.text) === comparable(status);
};

const linkOf = (status: string, portalUrl: string): string =>
  (linkIn(status) ?? portalUrl).replace(/^https?:\/\//u, '');

const unread = ({ reply }: Timeline & { kind: 'failed' }, attempt: WeiboAttempt): ReconcileOutcome => {
  const later = { kind: 'stillPending', checkAfterMs: lookAgainAfter(attempt) } as const;
  if (reply.kind === 'lost') return later;
  const meaning = meaningOf(reply.code, reply.status);
  if (meaning.kind === 'deferred') return { kind: 'stillPending', checkAfterMs: meaning.delayMs };
  if (meaning.kind === 'unknown') return later;
  const isAccount =
    meaning.kind === 'token' || (meaning.kind === 'rejected' && meaning.beyond === 'stopAccount');
  return {
    kind: 'unreadable',
    reason: `无法读取时间线：${reply.code} ${reply.message}`,
    ...(isAccount ? { beyond: 'stopAccount' as const } : {}),
  };
};

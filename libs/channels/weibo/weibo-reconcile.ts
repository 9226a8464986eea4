import type { ReconcileOutcome, Rendition } from '@koujing/channel';
import { weiboManifest } from './manifest.js';
import type { WeiboAttempt } from './weibo-call.js';
import { meaningOf } from './weibo-errors.js';
import { receiptOf } from './weibo-share.js';
import { comparable } from './weibo-text.js';
import { readTimeline, type Timeline, type TimelinePost } from './weibo-timeline.js';

/** Weibo's clock and ours may differ, and its times are whole seconds. */
const clockSkewMs = 60_000;
/** So much of the text must agree where the link was rewritten to t.cn (CHANNELS B3). */
const prefixLength = 20;
/** Platform in trouble: look again, sparing the day's calls. */
const lookAgainMs = 60_000;

/** Looks for our post on the timeline: by the portal link, or by the beginning of the text where links are rewritten. */
export const findPost = async (rendition: Rendition, attempt: WeiboAttempt): Promise<ReconcileOutcome> => {
  const since = new Date(attempt.firstIntentAt.getTime() - clockSkewMs);
  const timeline = await readTimeline(since, attempt);
  if (timeline.kind === 'failed') return unread(timeline);
  const ours = timeline.posts.filter((post) => isOurs(post, rendition, attempt.portalUrl));
  const oldest = ours.at(-1);
  if (oldest) return { kind: 'present', receipt: receiptOf(oldest.idstr, attempt), matches: ours.length };
  const unsettled =
    attempt.lastIntentAt.getTime() + weiboManifest.settleMs - attempt.ports.clock.now().getTime();
  if (unsettled > 0) return { kind: 'stillPending', checkAfterMs: unsettled };
  if (timeline.complete) return { kind: 'absent' };
  return {
    kind: 'unreadable',
    reason: '时间线没有回溯到发送之前，无法断定。The timeline does not reach back past the first try.',
  };
};

const isOurs = (post: TimelinePost, rendition: Rendition, portalUrl: string): boolean => {
  if (post.text.includes(portalUrl.replace(/^https?:\/\//u, ''))) return true;
  const sent = comparable(rendition.parts['status'] ?? '');
  const shown = comparable(post.text);
  const isLinkHidden = !post.text.includes('http') || post.text.includes('//t.cn/');
  return isLinkHidden && shown !== '' && sent.slice(0, prefixLength) === shown.slice(0, prefixLength);
};

const unread = ({ reply }: Timeline & { kind: 'failed' }): ReconcileOutcome => {
  if (reply.kind === 'lost') return { kind: 'stillPending', checkAfterMs: lookAgainMs };
  const meaning = meaningOf(reply.code, reply.status);
  if (meaning.kind === 'deferred') return { kind: 'stillPending', checkAfterMs: meaning.delayMs };
  if (meaning.kind === 'unknown') return { kind: 'stillPending', checkAfterMs: lookAgainMs };
  return { kind: 'unreadable', reason: `无法读取时间线：${reply.code} ${reply.message}` };
};

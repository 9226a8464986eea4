import { listMember, textMember, type JsonObject, type RecentPost } from '@koujing/channel';
import { callWithToken, type WeiboAttempt, type WeiboReply } from './weibo-call.js';
import { isTokenRefusal } from './weibo-share.js';

/** The largest page documented; an app may be given fewer (CHANNELS B3). */
const pageSize = 100;
/** The account has 100 calls a day: after this many pages a person looks. */
const mostPages = 5;

export interface TimelinePost {
  readonly idstr: string;
  readonly text: string;
  readonly createdAt: Date;
}

/** `complete`: everything since the asked instant has been seen. */
export type Timeline =
  | { readonly kind: 'read'; readonly posts: readonly TimelinePost[]; readonly complete: boolean }
  | { readonly kind: 'failed'; readonly reply: Exclude<WeiboReply, { kind: 'ok' }> };

/** The account's own posts since an instant, newest first. */
export const readTimeline = async (since: Date, attempt: WeiboAttempt): Promise<Timeline> => {
  const posts: TimelinePost[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const reply = await callWithToken(pageRequest(page, attempt), attempt, isTokenRefusal);
    if (reply.kind !== 'ok') return { kind: 'failed', reply };
    const statuses = listMember(reply.body, 'statuses');
    posts.push(...statuses.map(postOf));
    const wanted = posts.filter(({ createdAt }) => createdAt >= since);
    if (wanted.length < posts.length) return { kind: 'read', posts: wanted, complete: true };
    const total = Number(textMember(reply.body, 'total_number') || NaN);
    if (posts.length >= total) return { kind: 'read', posts: wanted, complete: true };
    // An empty page before the end: this app is not shown everything.
    if (statuses.length === 0) return { kind: 'read', posts: wanted, complete: false };
  }
  return { kind: 'read', posts: posts.filter(({ createdAt }) => createdAt >= since), complete: false };
};

const pageRequest = (page: number, attempt: WeiboAttempt) => ({
  path: '/2/statuses/user_timeline.json',
  method: 'GET' as const,
  params: {
    ...(attempt.settings.uid === '' ? {} : { uid: attempt.settings.uid }),
    count: String(pageSize),
    page: String(page),
    trim_user: '1',
  },
});

/** Only `idstr`: the number `id` does not fit a double (CHANNELS B2). */
const postOf = (status: JsonObject): TimelinePost => ({
  idstr: textMember(status, 'idstr'),
  text: textMember(status, 'text'),
  createdAt: new Date(textMember(status, 'created_at')),
});

export const recentPosts = (posts: readonly TimelinePost[], postPage: string): RecentPost[] =>
  posts.map(({ idstr, text, createdAt }) => ({
    remoteId: idstr,
    text,
    url: postPage.replace('{id}', idstr),
    publishedAt: createdAt.toISOString(),
  }));

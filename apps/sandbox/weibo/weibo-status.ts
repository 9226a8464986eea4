import type { World } from '../world.js';
import type { WeiboPost } from '../posted.js';

/** Writes a JSON number of any length; `JSON.rawJSON` is newer than the compiler's library. */
const rawNumber = (digits: string): unknown =>
  (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);

/** `Wed Oct 24 23:49:17 +0800 2012` */
export const weiboTime = (iso: string): string => {
  const shifted = new Date(new Date(iso).getTime() + 8 * 3_600_000);
  const [weekday, day, month, year, time] = shifted.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${time} +0800 ${year}`;
};

export const accountUser = (world: World): object => ({
  id: rawNumber(world.accounts.weibo.uid),
  idstr: world.accounts.weibo.uid,
  screen_name: world.accounts.weibo.screenName,
  name: world.accounts.weibo.screenName,
  verified: true,
});

/** The status object of CHANNELS B2, its `id` an int64 that a double cannot hold. */
export const statusObject = (world: World, post: WeiboPost, trimUser = false): object => {
  const picture = post.pictureId === undefined ? undefined : `${world.httpUrl()}/media/${post.pictureId}`;
  return {
    created_at: weiboTime(post.createdAt),
    id: rawNumber(post.idstr),
    mid: post.idstr,
    idstr: post.idstr,
    text: post.shownText,
    source: `<a href="${world.httpUrl()}" rel="nofollow">口径</a>`,
    favorited: false,
    truncated: false,
    ...(picture === undefined ? {} : { thumbnail_pic: picture, bmiddle_pic: picture, original_pic: picture }),
    geo: null,
    user: trimUser ? rawNumber(post.uid) : accountUser(world),
    reposts_count: 0,
    comments_count: post.comments.length,
    attitudes_count: 0,
  };
};

export const commentObject = (world: World, post: WeiboPost, index: number): object => {
  const comment = post.comments[index];
  return {
    created_at: comment === undefined ? '' : weiboTime(comment.createdAt),
    id: rawNumber(comment?.idstr ?? '0'),
    idstr: comment?.idstr ?? '0',
    text: comment?.text ?? '',
    user: accountUser(world),
    status: statusObject(world, post, true),
  };
};

/** 2^53 + 1 and odd throughout: a client that reads `id` as a double gets another number. */
const firstId = 9_007_199_254_740_993n;

export const nextWeiboId = (world: World): string =>
  String(firstId + 2n * BigInt(world.memory.count('weibo-id')));

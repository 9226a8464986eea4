import { isPast, type World } from '../world.js';
import type { WeiboPost } from '../posted.js';
import type { WeiboCall, WeiboRequest } from './weibo-call.js';
import { WeiboRefusal } from './weibo-refusal.js';
import { commentObject, nextWeiboId, statusObject } from './weibo-status.js';

/** statuses/user_timeline, show, destroy and the comments (CHANNELS B2, B3). */
export const timelineCalls: readonly WeiboCall[] = [
  {
    name: 'statuses/user_timeline',
    path: '/2/statuses/user_timeline.json',
    methods: ['GET'],
    needsToken: true,
    answer: (request, world) => {
      const { page, total } = pageOf(request, world, { count: 20, most: 100 });
      const trim = request.params['trim_user'] === '1';
      const statuses = page.map((post) => statusObject(world, post, trim));
      return { json: { statuses, previous_cursor: 0, next_cursor: 0, total_number: total } };
    },
  },
  {
    name: 'statuses/user_timeline/ids',
    path: '/2/statuses/user_timeline/ids.json',
    methods: ['GET'],
    needsToken: true,
    answer: (request, world) => {
      const { page, total } = pageOf(request, world, { count: 200, most: 200 });
      return {
        json: {
          statuses: page.map((post) => post.idstr),
          previous_cursor: 0,
          next_cursor: 0,
          total_number: total,
        },
      };
    },
  },
  {
    name: 'statuses/show',
    path: '/2/statuses/show.json',
    methods: ['GET'],
    needsToken: true,
    answer: (request, world) => ({ json: statusObject(world, standing(request, world)) }),
  },
  {
    name: 'statuses/destroy',
    path: '/2/statuses/destroy.json',
    methods: ['POST'],
    needsToken: true,
    answer: (request, world) => {
      const post = standing(request, world);
      if (post.uid !== world.accounts.weibo.uid) throw new WeiboRefusal(20102);
      world.memory.weiboPosts.put(post.idstr, { ...post, destroyedAt: world.clock.now().toISOString() });
      return { json: statusObject(world, post) };
    },
  },
  {
    name: 'comments/create',
    path: '/2/comments/create.json',
    methods: ['POST'],
    needsToken: true,
    answer: (request, world) => {
      const text = request.params['comment'];
      if (!text) throw new WeiboRefusal(10016, 'miss required parameter (comment), see doc for more info');
      const post = standing(request, world);
      const comment = { idstr: nextWeiboId(world), text, createdAt: world.clock.now().toISOString() };
      const commented = { ...post, comments: [...post.comments, comment] };
      world.memory.weiboPosts.put(post.idstr, commented);
      return { json: commentObject(world, commented, commented.comments.length - 1) };
    },
  },
  {
    name: 'comments/show',
    path: '/2/comments/show.json',
    methods: ['GET'],
    needsToken: true,
    answer: (request, world) => {
      const post = standing(request, world);
      const comments = post.comments.map((_, index) => commentObject(world, post, index));
      return { json: { comments, total_number: comments.length, previous_cursor: 0, next_cursor: 0 } };
    },
  },
];

const standing = (request: WeiboRequest, world: World): WeiboPost => {
  const id = request.params['id'];
  if (!id) throw new WeiboRefusal(10016, 'miss required parameter (id), see doc for more info');
  const post = world.memory.weiboPosts.get(id);
  if (!post || post.destroyedAt !== undefined) throw new WeiboRefusal(20101);
  return post;
};

/** Newest first, without what is destroyed or not yet visible. */
const pageOf = (
  request: WeiboRequest,
  world: World,
  limits: { count: number; most: number },
): { page: WeiboPost[]; total: number } => {
  const { uid, screenName } = world.accounts.weibo;
  const { params } = request;
  if ((params['uid'] ?? uid) !== uid || (params['screen_name'] ?? screenName) !== screenName)
    throw new WeiboRefusal(10014);
  const visible = world.memory.weiboPosts
    .values()
    .filter((post) => post.destroyedAt === undefined && isPast(world.clock, post.visibleAt))
    .reverse();
  const since = number(params['since_id']);
  const max = number(params['max_id']);
  const wanted = visible.filter(
    ({ idstr }) => (since === 0n || BigInt(idstr) > since) && (max === 0n || BigInt(idstr) <= max),
  );
  const count = Math.min(Number(number(params['count'])) || limits.count, limits.most);
  const start = (Math.max(Number(number(params['page'])), 1) - 1) * count;
  return { page: wanted.slice(start, start + count), total: visible.length };
};

const number = (text: string | undefined): bigint => {
  if (text === undefined || text === '') return 0n;
  if (!/^\d+$/.test(text)) throw new WeiboRefusal(10017);
  return BigInt(text);
};

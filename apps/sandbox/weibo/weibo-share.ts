import { isoAfter, type World } from '../world.js';
import { pictureType } from '../picture-store.js';
import type { WeiboPost } from '../posted.js';
import type { WeiboCall, WeiboRequest } from './weibo-call.js';
import { WeiboRefusal } from './weibo-refusal.js';
import { nextWeiboId, statusObject } from './weibo-status.js';
import { hasTopic, isSafe, linksIn, weiboLength, withShortLinks } from './weibo-text.js';

const maxLength = 140;
const maxPictureBytes = 5 * 1_048_576;

/** statuses/share (CHANNELS B2): the only way for an ordinary app to post. */
export const shareCall: WeiboCall = {
  name: 'statuses/share',
  path: '/2/statuses/share.json',
  methods: ['POST'],
  needsToken: true,
  answer: (request, world) => {
    const text = checkedText(request, world);
    checkPicture(request);
    refuseRepeat(text, world);
    refuseTooMany(world);
    return { json: statusObject(world, store(request, text, world)) };
  },
};

/** statuses/update and the upload calls exist, but ordinary apps have no right to them. */
export const updateCall: WeiboCall = {
  name: 'statuses/update',
  path: '/2/statuses/update.json',
  methods: ['POST'],
  needsToken: true,
  answer: () => {
    throw new WeiboRefusal(10014);
  },
};

const checkedText = (request: WeiboRequest, world: World): string => {
  const { safeDomains, linkWeight } = world.accounts.weibo;
  const text = request.params['status'];
  if (text === undefined)
    throw new WeiboRefusal(10016, 'miss required parameter (status), see doc for more info');
  if (text.trim() === '') throw new WeiboRefusal(20008);
  if (!request.params['rip'])
    throw new WeiboRefusal(10016, 'miss required parameter (rip), see doc for more info');
  if (weiboLength(text, linkWeight) > maxLength) throw new WeiboRefusal(20012);
  if (hasTopic(text))
    throw new WeiboRefusal(10017, "parameter (status)'s value invalid, expect (text without #topic#)");
  if (safeDomains.length === 0) throw new WeiboRefusal(10017, 'appkey not bind domain!');
  if (!linksIn(text).some((link) => isSafe(link, safeDomains)))
    throw new WeiboRefusal(10017, 'text not find domain!');
  return text;
};

const checkPicture = ({ multipart, picture, params }: WeiboRequest): void => {
  if (!multipart && params['pic'] !== undefined) throw new WeiboRefusal(20007);
  if (picture === undefined) return;
  if (picture.length >= maxPictureBytes) throw new WeiboRefusal(20006);
  const type = pictureType(picture);
  if (type === undefined || type === 'bmp') throw new WeiboRefusal(20005);
};

/** There is no idempotency key: the text itself is what Weibo recognises. */
const refuseRepeat = (text: string, world: World): void => {
  const since = new Date(isoAfter(world.clock, -world.accounts.weibo.repeatMilliseconds)).toISOString();
  const repeated = world.memory.weiboPosts
    .values()
    .some((post) => post.text === text && post.destroyedAt === undefined && post.createdAt > since);
  if (repeated) throw new WeiboRefusal(20019);
};

const refuseTooMany = (world: World): void => {
  const hourAgo = isoAfter(world.clock, -3_600_000);
  const posts = world.memory.weiboPosts.values().filter((post) => post.createdAt > hourAgo);
  if (posts.length >= world.accounts.weibo.postsPerHour) throw new WeiboRefusal(10023);
};

const store = (request: WeiboRequest, text: string, world: World): WeiboPost => {
  const { memory, faults, clock } = world;
  const lag = faults.take('weibo', 'statuses/share', ['timelineLag'], text);
  const rewritten = faults.take('weibo', 'statuses/share', ['linksRewritten'], text);
  const idstr = nextWeiboId(world);
  if (request.picture) memory.pictures.put(`weibo-${idstr}`, request.picture);
  const post: WeiboPost = {
    idstr,
    uid: world.accounts.weibo.uid,
    text,
    shownText: rewritten ? withShortLinks(text) : text,
    createdAt: clock.now().toISOString(),
    visibleAt: isoAfter(clock, lag ? (lag.milliseconds ?? 120_000) : 0),
    rip: request.params['rip'] ?? '',
    comments: [],
    ...(request.picture ? { pictureId: `weibo-${idstr}` } : {}),
  };
  memory.weiboPosts.put(idstr, post);
  memory.accept('weibo', 'statuses/share', text);
  return post;
};

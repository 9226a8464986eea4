import { createHash } from 'node:crypto';
import { cityDate, isPast, isoAfter, type World } from '../world.js';
import type { MassSend } from '../posted.js';
import { makeArticle, withoutItem } from './wechat-article.js';
import { countOf, isObject, textOf, type WechatCall, type WechatRequest } from './wechat-call.js';
import { draftOf } from './wechat-draft.js';
import { announceMass } from './wechat-event.js';
import { WechatRefusal } from './wechat-refusal.js';

const longestClientMsgId = 64;
const remembered = 24 * 3_600_000;
const tooFast = 60_000;
/** With 群发保护 an administrator has this long to agree. */
const adminTime = 30 * 60_000;

/** Mass sending (CHANNELS A6): pushed to followers, and the only call with an idempotency key. */
export const massCalls: readonly WechatCall[] = [
  { name: 'message/mass/sendall', method: 'POST', answer: (request, world) => sendAll(request, world) },
  {
    name: 'message/mass/get',
    method: 'POST',
    answer: ({ body }, world) => {
      const mass = world.memory.massSends.get(textOf(body['msg_id'], 'msg_id'));
      if (!mass) throw new WechatRefusal(40059);
      const current = isPast(world.clock, mass.dueAt) ? finishMass(mass.msgId, world) : mass;
      return { msg_id: Number(current.msgId), msg_status: current.status };
    },
  },
  { name: 'message/mass/delete', method: 'POST', answer: (request, world) => remove(request, world) },
  {
    name: 'message/mass/preview',
    method: 'POST',
    answer: ({ body }, world) => {
      if (textOf(body['touser'], 'touser') === '' && textOf(body['towxname'], 'towxname') === '')
        throw new WechatRefusal(40035, 'invalid parameter hint: [touser]');
      if (body['msgtype'] !== 'text') draftIn(body, world);
      return { errcode: 0, errmsg: 'preview success', msg_id: 34182 + world.memory.count('wechat-preview') };
    },
  },
];

const sendAll = ({ body }: WechatRequest, world: World): object => {
  const { memory, faults, clock } = world;
  const filter = isObject(body['filter']) ? body['filter'] : {};
  const toAll = filter['is_to_all'] === true;
  const tagId = textOf(filter['tag_id'], 'tag_id');
  if (!toAll && tagId === '') throw new WechatRefusal(40152);
  if (body['msgtype'] !== 'mpnews') throw new WechatRefusal(40008);
  const mediaId = isObject(body['mpnews']) ? textOf(body['mpnews']['media_id'], 'media_id') : '';
  const clientMsgId = textOf(body['clientmsgid'], 'clientmsgid') || digest(`${toAll} ${tagId} ${mediaId}`);
  if (Buffer.byteLength(clientMsgId) > longestClientMsgId) throw new WechatRefusal(45067);
  refuseRepeat(clientMsgId, world);
  const draft = draftIn(body, world);
  refuseWithoutQuota(world);
  const confirm = faults.take('wechat', 'message/mass/sendall', ['adminConfirm'], clientMsgId);
  const wait = confirm ? (confirm.milliseconds ?? adminTime) : world.accounts.wechat.publishMilliseconds;
  const msgId = String(1_000_000_000 + memory.count('wechat-mass-id'));
  const mass: MassSend = {
    msgId,
    msgDataId: String(Number(msgId) + 1_200_000_000),
    clientMsgId,
    draftId: draft.mediaId,
    toAll,
    tagId,
    status: 'SENDING',
    sentAt: clock.now().toISOString(),
    dueAt: isoAfter(clock, wait),
    endsWith: confirm && confirm.confirmed !== true ? 'SEND_FAIL' : 'SEND_SUCCESS',
  };
  memory.massSends.put(msgId, mass);
  memory.accept('wechat', 'message/mass/sendall', clientMsgId);
  world.timers.later(wait, () => finishMass(msgId, world));
  if (faults.take('wechat', 'message/mass/sendall', ['duplicateOnFirstCall'], clientMsgId))
    throw new WechatRefusal(45065, undefined, { msg_id: Number(msgId) });
  return {
    errcode: 0,
    errmsg: 'send job submission success',
    msg_id: Number(msgId),
    msg_data_id: Number(mass.msgDataId),
  };
};

const digest = (text: string): string => createHash('md5').update(text).digest('hex');

/** Known for 24 h: the first repeat learns the msg_id (45065), a hasty one after it is told to wait (45066). */
const refuseRepeat = (clientMsgId: string, world: World): void => {
  const since = isoAfter(world.clock, -remembered);
  const known = world.memory.massSends
    .values()
    .findLast((mass) => mass.clientMsgId === clientMsgId && mass.sentAt > since);
  if (!known) return;
  const name = `wechat-mass-repeat ${clientMsgId}`;
  const now = world.clock.now().getTime();
  const last = world.memory.counted(name);
  if (last !== 0 && now - last < tooFast) throw new WechatRefusal(45066);
  world.memory.setCount(name, now);
  throw new WechatRefusal(45065, undefined, { msg_id: Number(known.msgId) });
};

/** A subscription account once a day, a service account four times a month; failed sends do not count. */
const refuseWithoutQuota = (world: World): void => {
  const today = cityDate(world.clock.now());
  const counted = world.memory.massSends.values().filter(({ status }) => status !== 'SEND_FAIL');
  const dates = counted.map(({ sentAt }) => cityDate(new Date(sentAt)));
  const isSubscription = world.accounts.wechat.kind === 'subscription';
  const used = dates.filter((date) => (isSubscription ? date === today : date.startsWith(today.slice(0, 7))));
  if (used.length >= (isSubscription ? 1 : 4)) throw new WechatRefusal(45028);
};

const draftIn = (body: WechatRequest['body'], world: World) =>
  draftOf({ query: {}, body: isObject(body['mpnews']) ? body['mpnews'] : {} }, world);

/** Ends a send that is still running: with its draft it becomes an article. */
export const finishMass = (msgId: string, world: World): MassSend => {
  const mass = world.memory.massSends.get(msgId);
  if (!mass) throw new WechatRefusal(40059);
  if (mass.status !== 'SENDING') return mass;
  const draft = world.memory.drafts.get(mass.draftId);
  const status = draft ? mass.endsWith : 'SEND_FAIL';
  const article =
    draft && status === 'SEND_SUCCESS' ? makeArticle(draft, { massSent: true }, world) : undefined;
  const done: MassSend = { ...mass, status, ...(article ? { articleId: article.articleId } : {}) };
  world.memory.massSends.put(msgId, done);
  announceMass(done, article, world);
  return done;
};

const remove = ({ body }: WechatRequest, world: World): object => {
  const msgId = textOf(body['msg_id'], 'msg_id');
  const url = textOf(body['url'], 'url');
  const byUrl = world.memory.articles.values().find((article) => article.urls.includes(url));
  const mass = world.memory.massSends
    .values()
    .find((one) => (msgId === '' ? one.articleId === byUrl?.articleId : one.msgId === msgId));
  const article = mass?.articleId === undefined ? undefined : world.memory.articles.get(mass.articleId);
  if (!mass || !article) throw new WechatRefusal(40059);
  if (typeof body['article_idx'] === 'number' && body['article_idx'] > article.items.length)
    throw new WechatRefusal(40060);
  const index = countOf(body['article_idx'] ?? 0, 'article_idx', { least: 0, most: article.items.length });
  const left = world.memory.articles.put(article.articleId, withoutItem(article, index));
  if (left.deletedItems.length === left.items.length)
    world.memory.massSends.put(mass.msgId, { ...mass, status: 'DELETE' });
  return { errcode: 0, errmsg: 'ok' };
};

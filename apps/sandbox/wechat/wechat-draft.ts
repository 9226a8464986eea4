import { randomBytes } from 'node:crypto';
import type { World } from '../world.js';
import type { WechatDraft, WechatItem } from '../posted.js';
import { markOf } from './wechat-article.js';
import { countOf, textOf, type WechatCall, type WechatRequest } from './wechat-call.js';
import { acceptedItem } from './wechat-item.js';
import { WechatRefusal } from './wechat-refusal.js';

/** SDK notes say 8, others 10; the smaller number refuses more. */
const mostItems = 8;

/** The draft box (CHANNELS A3). A draft leaves it when it is published or sent. */
export const draftCalls: readonly WechatCall[] = [
  {
    name: 'draft/add',
    method: 'POST',
    answer: ({ body }, world) => {
      const articles = body['articles'];
      if (!Array.isArray(articles)) throw new WechatRefusal(47001);
      if (articles.length === 0) throw new WechatRefusal(44003);
      if (articles.length > mostItems) throw new WechatRefusal(45008);
      const items = articles.map((article: unknown) => acceptedItem(article, world));
      const mediaId = randomBytes(32).toString('base64url');
      world.memory.drafts.put(mediaId, { mediaId, items, updatedAt: world.clock.now().toISOString() });
      world.memory.accept('wechat', 'draft/add', markOf(items));
      return { media_id: mediaId, item: [] };
    },
  },
  {
    name: 'draft/get',
    method: 'POST',
    answer: (request, world) => ({ news_item: shownItems(draftOf(request, world), world) }),
  },
  {
    name: 'draft/update',
    method: 'POST',
    answer: (request, world) => {
      const draft = draftOf(request, world);
      const index = countOf(request.body['index'] ?? 0, 'index', { least: 0, most: draft.items.length - 1 });
      const changed = acceptedItem(request.body['articles'], world);
      const items = draft.items.map((item, position) => (position === index ? changed : item));
      world.memory.drafts.put(draft.mediaId, { ...draft, items, updatedAt: world.clock.now().toISOString() });
      return { errcode: 0, errmsg: 'ok' };
    },
  },
  {
    name: 'draft/delete',
    method: 'POST',
    answer: (request, world) => {
      world.memory.drafts.remove(draftOf(request, world).mediaId);
      return { errcode: 0, errmsg: 'ok' };
    },
  },
  {
    name: 'draft/count',
    method: 'GET',
    takes: 'nothing',
    answer: (_request, world) => ({ total_count: world.memory.drafts.size }),
  },
  {
    name: 'draft/batchget',
    method: 'POST',
    answer: ({ body }, world) => {
      const { offset, count } = pageOf(body);
      const drafts = world.memory.drafts.values().toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
      const item = drafts.slice(offset, offset + count).map((draft) => ({
        media_id: draft.mediaId,
        content: { news_item: shownItems(draft, world, body['no_content'] === 1) },
        update_time: seconds(draft.updatedAt),
      }));
      return { total_count: drafts.length, item_count: item.length, item };
    },
  },
];

/** @throws WechatRefusal 40007 when there is no such draft (any more). */
export const draftOf = ({ body }: WechatRequest, world: World): WechatDraft => {
  const mediaId = textOf(body['media_id'], 'media_id');
  if (mediaId === '') throw new WechatRefusal(41006);
  const draft = world.memory.drafts.get(mediaId);
  if (!draft) throw new WechatRefusal(40007);
  return draft;
};

export const pageOf = (body: Readonly<Record<string, unknown>>): { offset: number; count: number } => {
  if (![undefined, 0, 1].some((allowed) => allowed === body['no_content'])) throw new WechatRefusal(40035);
  return {
    offset: countOf(body['offset'], 'offset', { least: 0, most: Number.MAX_SAFE_INTEGER }),
    count: countOf(body['count'], 'count', { least: 1, most: 20 }),
  };
};

export const seconds = (iso: string): number => Math.floor(new Date(iso).getTime() / 1_000);

/** The items as read back; `no_content` leaves only the body out. */
export const shownItem = (item: WechatItem, noContent: boolean): object => ({
  ...item,
  content: noContent ? '' : item.content,
  show_cover_pic: 0,
});

const shownItems = (draft: WechatDraft, world: World, noContent = false): object[] =>
  draft.items.map((item, index) => ({
    ...shownItem(item, noContent),
    url: `${world.httpUrl()}/wechat/s/preview/${draft.mediaId}?idx=${index + 1}`,
    thumb_url: `${world.httpUrl()}/media/${item.thumb_media_id}`,
  }));

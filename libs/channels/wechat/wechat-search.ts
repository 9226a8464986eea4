import { listMember, isJsonObject, textMember, type JsonObject } from '@koujing/channel';
import { callWithToken, type WechatAttempt, type WechatReply } from './wechat-call.js';

/** The most the platform lists at once. */
const pageSize = 20;
/** 500 items. The order is not guaranteed (CHANNELS A4), so the search reads all there is, up to this. */
const mostPages = 25;

export interface FoundItem {
  /** media_id of a draft, article_id of a published article. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly content: string;
  readonly sourceUrl: string;
  readonly isDeleted: boolean;
  readonly updatedAt: Date;
}

/** `complete`: all that the platform lists has been seen. */
export type Search =
  | { readonly kind: 'read'; readonly items: readonly FoundItem[]; readonly complete: boolean }
  | { readonly kind: 'failed'; readonly reply: Exclude<WechatReply, { kind: 'ok' }> };

/** The drafts, or the published articles (never the mass-sent ones). */
export const listAll = async (
  path: 'draft/batchget' | 'freepublish/batchget',
  attempt: WechatAttempt,
): Promise<Search> => {
  const items: FoundItem[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    // no_content=1 might leave out content_source_url as well (CHANNELS A9, unverified).
    const body = { offset: page * pageSize, count: pageSize, no_content: 0 };
    const reply = await callWithToken({ path, body }, attempt);
    if (reply.kind !== 'ok') return { kind: 'failed', reply };
    const found = listMember(reply.body, 'item');
    items.push(...found.map(foundItem));
    const total = Number(textMember(reply.body, 'total_count') || NaN);
    if (found.length === 0 || items.length >= total) return { kind: 'read', items, complete: true };
  }
  return { kind: 'read', items, complete: false };
};

/** Those that carry our mark. */
export const ours = (items: readonly FoundItem[], mark: string): FoundItem[] =>
  items.filter(({ sourceUrl }) => sourceUrl === mark);

const foundItem = (item: JsonObject): FoundItem => {
  const content = item['content'];
  const first = isJsonObject(content) ? listMember(content, 'news_item')[0] : undefined;
  return {
    id: textMember(item, 'media_id') || textMember(item, 'article_id'),
    title: first ? textMember(first, 'title') : '',
    url: first ? textMember(first, 'url') : '',
    content: first ? textMember(first, 'content') : '',
    sourceUrl: first ? textMember(first, 'content_source_url') : '',
    isDeleted: first?.['is_deleted'] === true,
    updatedAt: new Date(Number(textMember(item, 'update_time')) * 1_000),
  };
};

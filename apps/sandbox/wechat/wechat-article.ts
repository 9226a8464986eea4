import { randomBytes } from 'node:crypto';
import type { World } from '../world.js';
import type { WechatArticle, WechatDraft, WechatItem } from '../posted.js';

/** What identifies the work for the counters: the link back to the portal, else the title. */
export const markOf = (items: readonly WechatItem[]): string =>
  items[0]?.content_source_url || items[0]?.title || '';

/** Turns a draft into what the public can open, and takes it out of the box. */
export const makeArticle = (
  draft: WechatDraft,
  { massSent }: { massSent: boolean },
  world: World,
): WechatArticle => {
  const articleId = randomBytes(24).toString('base64url');
  const urls = draft.items.map(
    (_, index) => `${world.httpUrl()}/wechat/s/${articleId}${index ? `?idx=${index + 1}` : ''}`,
  );
  world.memory.drafts.remove(draft.mediaId);
  world.memory.accept('wechat', 'article', markOf(draft.items));
  return world.memory.articles.put(articleId, {
    articleId,
    items: draft.items,
    urls,
    publishedAt: world.clock.now().toISOString(),
    massSent,
    deletedItems: [],
    banned: false,
  });
};

/** Index is 1-based; 0 means all of them. */
export const withoutItem = (article: WechatArticle, index: number): WechatArticle => {
  const gone = index === 0 ? article.items.map((_, position) => position + 1) : [index];
  return { ...article, deletedItems: [...new Set([...article.deletedItems, ...gone])] };
};

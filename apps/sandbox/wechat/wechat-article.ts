import { randomBytes } from 'node:crypto';
import type { World } from '../world.js';
import type { WechatArticle, WechatDraft } from '../posted.js';

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

import type { FastifyInstance } from 'fastify';
import type { Posted, WeiboPost } from '../posted.js';
import type { World } from '../world.js';
import { html, linkedText, time, type Html } from './html.js';
import { emptyCard, sendPage } from './layout.js';

/** The timeline, and each post at the address `/weibo/<uid>/<id>`. */
export const weiboPages = (app: FastifyInstance, world: World, posted: Posted): void => {
  app.get('/timeline', (_request, reply) => {
    const posts = posted.weibo().toReversed();
    const body = posts.length ? html`${posts.map((post) => weiboCard(post, world))}` : emptyTimeline;
    return sendPage(reply, posted, { title: '微博', section: '/timeline', body });
  });
  app.get<{ Params: { uid: string; id: string } }>('/weibo/:uid(^\\d+$)/:id(^\\d+$)', ({ params }, reply) => {
    const post = world.memory.weiboPosts.get(params.id);
    const isThere = post?.uid === params.uid && post.destroyedAt === undefined;
    const body = isThere
      ? weiboCard(post, world)
      : emptyCard('此微博已被删除或不存在。', 'This post does not exist (any more).');
    return sendPage(reply, posted, { title: '微博', section: '/timeline', body }, isThere ? 200 : 404);
  });
};

export const emptyTimeline = emptyCard('还没有发出微博。', 'Nothing was posted on Weibo yet.');

export const weiboCard = (post: WeiboPost, world: World): Html => {
  const { screenName } = world.accounts.weibo;
  const address = `/weibo/${post.uid}/${post.idstr}`;
  return html`<article class="card post${post.destroyedAt ? ' gone' : ''}">
    <div class="face" aria-hidden="true">${[...screenName][0]}</div>
    <div>
      <b>${screenName}</b>
      <a class="quiet" href="${address}">${time(post.createdAt)}</a
      >${post.destroyedAt && html` <span class="tag bad">已删除 ${time(post.destroyedAt)}</span>`}
      <p>${linkedText(post.shownText)}</p>
      ${post.pictureId && html`<img src="/media/${post.pictureId}" alt="微博配图" />`}${post.comments.map(({ text }) => html`<p class="quiet">评论：${linkedText(text)}</p>`)}
      <div class="quiet">ID ${post.idstr} · rip ${post.rip}</div>
    </div>
  </article>`;
};

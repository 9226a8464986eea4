import type { FastifyInstance, FastifyReply } from 'fastify';
import type { WechatItem } from '../posted.js';
import { withLocalPictures } from '../wechat/wechat-media.js';
import type { World } from '../world.js';
import { html, time, trusted, type Html } from './html.js';

/** The content comes from outside: no script, no form, and no picture from elsewhere, whatever it says. */
const policy = `default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

const sheet = `
body{margin:0 auto;max-width:677px;padding:22px 16px 40px;background:#fff;color:#222;font:17px/1.7 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:22px;line-height:1.4;margin:0 0 14px;font-weight:600}
.meta{font-size:15px;color:#6b6b6b;margin-bottom:22px}.meta b{font-weight:400;color:#3a5580;margin-right:10px}
img{max-width:100%!important;height:auto!important}
footer{margin-top:28px;font-size:16px}footer a{color:#3a5580;text-decoration:none}
.gone{text-align:center;color:#6b6b6b;padding-top:120px}
`;

interface Shown {
  readonly item: WechatItem | undefined;
  readonly at: string;
  readonly gone?: string;
}

/** What the public sees: `/wechat/s/<article id>`, and the temporary view of a draft. */
export const articlePages = (app: FastifyInstance, world: World): void => {
  type Route = { Params: { id: string }; Querystring: { idx?: string } };
  app.get<Route>('/wechat/s/:id', ({ params, query }, reply) => {
    const article = world.memory.articles.get(params.id);
    const index = Number(query.idx ?? 1);
    const gone = article?.banned
      ? '此内容因违规无法查看'
      : article?.deletedItems.includes(index)
        ? '该内容已被发布者删除'
        : undefined;
    return show(reply, world, {
      item: article?.items[index - 1],
      at: article?.publishedAt ?? '',
      ...(gone ? { gone } : {}),
    });
  });
  app.get<Route>('/wechat/s/preview/:id', ({ params, query }, reply) => {
    const draft = world.memory.drafts.get(params.id);
    return show(reply, world, { item: draft?.items[Number(query.idx ?? 1) - 1], at: draft?.updatedAt ?? '' });
  });
};

/** The platform answers 200 for deleted articles too, with a sentence instead of the text. */
const show = async (reply: FastifyReply, world: World, { item, at, gone }: Shown): Promise<void> => {
  const body =
    item && gone === undefined ? article(item, at, world) : html`<p class="gone">${gone ?? '链接已失效'}</p>`;
  await reply
    .code(item ? 200 : 404)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .send(
      html`<!doctype html>
        <html lang="zh-CN">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width,initial-scale=1" />
            <title>${gone ? '' : (item?.title ?? '')}</title>
            ${trusted(`<style>${sheet}</style>`)}
          </head>
          <body>
            ${body}
          </body>
        </html>`.markup,
    );
};

const article = (item: WechatItem, at: string, world: World): Html => {
  const content =
    item.article_type === 'news'
      ? trusted(withLocalPictures(item.content, ''))
      : html`<p>${item.content}</p>`;
  const original = /^https?:/.test(item.content_source_url) ? item.content_source_url : undefined;
  return html`<h1>${item.title}</h1>
    <div class="meta">
      ${item.author && item.author !== world.accounts.wechat.name && html`${item.author} `}<b>${world.accounts.wechat.name}</b>${time(at)}
    </div>
    <div>${content}</div>
    ${original && html`<footer><a href="${original}" target="_blank" rel="noopener">阅读原文</a></footer>`}`;
};

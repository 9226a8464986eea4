import type { FastifyInstance } from 'fastify';
import type { Posted, WechatArticle, WechatDraft, WechatItem } from '../posted.js';
import type { World } from '../world.js';
import { html, time, type Html } from './html.js';
import { emptyCard, sendPage } from './layout.js';

/** Articles and drafts as lists, one of them shown in a phone. */
export const wechatPages = (app: FastifyInstance, world: World, posted: Posted): void => {
  app.get<{ Querystring: { show?: string } }>('/articles', ({ query }, reply) => {
    const articles = posted.wechatArticles().toReversed();
    const drafts = posted.wechatDrafts().toReversed();
    const first = articles[0] ? pathOf(articles[0]) : drafts[0] && previewPath(drafts[0]);
    const known = [...articles.map(pathOf), ...drafts.map(previewPath)];
    const shown = known.find((path) => path === query.show) ?? first;
    const body = html`<div class="split">
      <div>
        ${section(
          '已发布',
          'Published',
          articles.map((article) => articleRow(article, shown)),
        )}${section(
          '草稿箱',
          'Drafts',
          drafts.map((draft) => draftRow(draft, shown)),
        )}${sends(posted)}
      </div>
      ${phone(shown)}
    </div>`;
    const nothing = articles.length + drafts.length === 0;
    return sendPage(reply, posted, {
      title: '公众号',
      section: '/articles',
      body: nothing ? emptyArticles : body,
    });
  });
};

export const emptyArticles = emptyCard('公众号还没有文章。', 'No WeChat article yet.');

const pathOf = (article: WechatArticle): string => `/wechat/s/${article.articleId}`;
const previewPath = (draft: WechatDraft): string => `/wechat/s/preview/${draft.mediaId}`;

const phone = (path: string | undefined): Html =>
  html`<div class="phone">
    ${path && html`<iframe src="${path}" title="手机上的文章" sandbox="allow-popups"></iframe>`}
  </div>`;

const section = (chinese: string, english: string, rows: readonly Html[]): Html =>
  html`<section class="card">
    <h2>${chinese}<small>${english}</small></h2>
    ${
      rows.length
        ? html`<ul class="list">
            ${rows}
          </ul>`
        : html`<p class="quiet">无。None.</p>`
    }
  </section>`;

export const articleRow = (article: WechatArticle, shown?: string): Html => {
  const gone = article.deletedItems.length === article.items.length;
  const tags = [
    article.massSent ? html`<span class="tag warn">群发</span>` : html`<span class="tag good">已发布</span>`,
    gone && html` <span class="tag bad">已删除</span>`,
    article.banned && html` <span class="tag bad">已被平台封禁</span>`,
  ];
  return row(article.items, pathOf(article), {
    shown,
    below: html`${tags}
      <span class="quiet"
        >${time(article.publishedAt)} · <a href="${pathOf(article)}" target="_blank">公开地址</a></span
      >`,
  });
};

const draftRow = (draft: WechatDraft, shown: string | undefined): Html =>
  row(draft.items, previewPath(draft), {
    shown,
    below: html`<span class="tag">草稿</span> <span class="quiet">${time(draft.updatedAt)}</span>`,
  });

const row = (
  items: readonly WechatItem[],
  path: string,
  { shown, below }: { shown: string | undefined; below: Html },
): Html =>
  html`<li${shown === path ? html` aria-current="true"` : ''}><div class="row"><img class="cover" src="/media/${items[0]?.thumb_media_id ?? ''}" alt=""><div><a href="/articles?show=${path}">${items[0]?.title ?? ''}</a>${items.length > 1 && html` <span class="quiet">等 ${items.length} 篇</span>`}<div class="quiet">${items[0]?.digest ?? ''}</div>${below}</div></div></li>`;

const sends = (posted: Posted): Html => {
  const mass = posted.wechatMassSends().map(
    (send) =>
      html`<tr>
        <td>群发 ${send.msgId}</td>
        <td>${send.status}</td>
        <td>${time(send.sentAt)}</td>
      </tr>`,
  );
  const jobs = posted.wechatJobs().map(
    (job) =>
      html`<tr>
        <td>发布 ${job.publishId}</td>
        <td>${job.status} ${statusWords[job.status]}</td>
        <td>${time(job.submittedAt)}</td>
      </tr>`,
  );
  return html`<details class="card">
    <summary>发布任务 Jobs</summary>
    <table>
      <tr>
        <th>任务</th>
        <th>状态</th>
        <th>提交时间</th>
      </tr>
      ${jobs}${mass}
    </table>
  </details>`;
};

const statusWords = [
  '成功',
  '发布中',
  '原创失败',
  '常规失败',
  '平台审核不通过',
  '成功后用户删除所有文章',
  '成功后系统封禁所有文章',
];

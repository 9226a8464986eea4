import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Posted } from '../posted.js';
import { html, trusted, type Html } from './html.js';
import { style } from './style.js';

/** Without scripts the pages are complete; with them a line appears when something new was posted. */
const newsScript = `
const link=document.getElementById('news'),seen=link.dataset.state;
setInterval(async()=>{if(document.hidden)return;try{const r=await fetch('/posted/state');if(await r.text()!==seen)link.hidden=false}catch{}},2000);
`;
const scriptHash = createHash('sha256').update(newsScript).digest('base64');

const policy = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  `img-src 'self' data:`,
  `frame-src 'self'`,
  `connect-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `script-src 'sha256-${scriptHash}'`,
].join('; ');

export interface PageParts {
  readonly title: string;
  /** The address of the section, to mark it in the navigation. */
  readonly section: string;
  readonly body: Html;
}

export const sendPage = async (
  reply: FastifyReply,
  posted: Posted,
  parts: PageParts,
  status = 200,
): Promise<void> => {
  await reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .send(page(posted, parts).markup);
};

/** Changes whenever something was posted; what the pages compare. */
export const stateOf = (posted: Posted): string =>
  [
    posted.acceptances().reduce((sum, { times }) => sum + times, 0),
    posted.returnedMails().length,
    posted.wechatArticles().length,
    posted.weibo().filter((post) => post.destroyedAt).length,
    posted.appReleases().filter(({ state }) => state === 'withdrawn').length,
  ].join('.');

const page = (posted: Posted, { title, section, body }: PageParts): Html => {
  const sections = [
    ['/', '概览', 'Overview', undefined],
    ['/timeline', '微博', 'Weibo', posted.weibo().length],
    ['/articles', '公众号', 'WeChat', posted.wechatArticles().length],
    ['/app-releases', 'App', 'App', posted.appReleases().length],
    ['/inbox', '收件箱', 'Mail', posted.mails().length],
    ['/faults', '故障开关', 'Faults', undefined],
    ['/calls', '调用记录', 'Calls', undefined],
  ] as const;
  const links = sections.map(
    ([path, chinese, english, count]) =>
      html`<a href="${path}" ${path === section ? trusted(' aria-current="page"') : ''}
        >${chinese}<b>${english}${count === undefined ? '' : ` ${count}`}</b></a
      >`,
  );
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · 口径沙箱</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <div>
            <h1>口径沙箱</h1>
            <p>
              代替微博、微信公众号和邮件服务器，不对外发送任何内容。Stand-in platforms; nothing leaves this
              machine.
            </p>
            <nav aria-label="栏目">${links}</nav>
          </div>
        </header>
        <main>${body}</main>
        <a id="news" href="" hidden data-state="${stateOf(posted)}">有新内容，点此刷新 · Refresh</a>
        ${trusted(`<script>${newsScript}</script>`)}
      </body>
    </html>`;
};

export const emptyCard = (chinese: string, english: string): Html =>
  html`<div class="card empty">${chinese}<br /><span class="quiet">${english}</span></div>`;

import type { FastifyInstance } from 'fastify';
import type { Acceptance, Posted } from '../posted.js';
import type { World } from '../world.js';
import { clock, html, type Html } from './html.js';
import { appCard, emptyApp } from './app-page.js';
import { sendPage } from './layout.js';
import { emptyInbox, mailRow } from './mail-page.js';
import { articleRow, emptyArticles } from './wechat-page.js';
import { emptyTimeline, weiboCard } from './weibo-page.js';

const newest = 4;
const callsShown = 300;

/** The first page: the newest of each channel, and whether anything went out twice. */
export const overviewPages = (app: FastifyInstance, world: World, posted: Posted): void => {
  app.get('/', (_request, reply) => {
    const posts = posted.weibo().slice(-newest).reverse();
    const articles = posted.wechatArticles().slice(-newest).reverse();
    const releases = posted.appReleases().slice(-newest).reverse();
    const mails = posted
      .mails()
      .slice(-newest * 2)
      .reverse();
    const body = html`${doublesNotice(posted.doubles())}
      <div class="columns">
        <section>
          <h2><a href="/timeline">微博</a><small>Weibo</small></h2>
          ${posts.length ? posts.map((post) => weiboCard(post, world)) : emptyTimeline}
        </section>
        <section>
          <h2><a href="/articles">公众号</a><small>WeChat</small></h2>
          ${
            articles.length
              ? html`<div class="card">
                  <ul class="list">
                    ${articles.map((article) => articleRow(article))}
                  </ul>
                </div>`
              : emptyArticles
          }
        </section>
        <section>
          <h2><a href="/app-releases">城市 App</a><small>App</small></h2>
          ${releases.length ? releases.map((release) => appCard(release)) : emptyApp}
        </section>
        <section class="wide">
          <h2><a href="/inbox">收件箱</a><small>Mail</small></h2>
          ${
            mails.length
              ? html`<div class="card">
                  <ul class="list">
                    ${mails.map((mail) => html`<li>${mailRow(mail)}</li>`)}
                  </ul>
                </div>`
              : emptyInbox
          }
        </section>
      </div>`;
    return sendPage(reply, posted, { title: '概览', section: '/', body });
  });
  app.get('/calls', (_request, reply) => {
    const rows = posted.calls().slice(-callsShown).reverse();
    const lines = rows.map(
      ({ at, channel, call, answer }) =>
        html`<tr>
          <td>${clock(at)}</td>
          <td>${channel}</td>
          <td><code>${call}</code></td>
          <td>${tagOf(answer)}</td>
        </tr>`,
    );
    const body = html`<section class="card">
      <h2>调用记录<small>Calls, newest first</small></h2>
      <table class="calls">
        <tr>
          <th>时间</th>
          <th>渠道</th>
          <th>接口</th>
          <th>结果</th>
        </tr>
        ${lines}
      </table>
    </section>`;
    return sendPage(reply, posted, { title: '调用记录', section: '/calls', body });
  });
};

const tagOf = (answer: string): Html =>
  html`<span class="tag ${answer === 'ok' ? 'good' : 'bad'}">${answer}</span>`;

const doublesNotice = (doubles: readonly Acceptance[]): Html =>
  doubles.length === 0
    ? html`<div class="notice">没有任何内容被重复发出。<span>Nothing was accepted twice.</span></div>`
    : html`<div class="notice bad">
        <b>有 ${doubles.length} 项内容被平台接受了不止一次：</b>
        <ul>
          ${doubles.map(({ channel, call, mark, times }) => html`<li>${channel} ${call} ×${times}：${mark}</li>`)}
        </ul>
      </div>`;

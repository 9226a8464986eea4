import type { FastifyInstance } from 'fastify';
import type { Mail, Posted, ReturnedMail } from '../posted.js';
import type { World } from '../world.js';
import { html, time, type Html } from './html.js';
import { emptyCard, sendPage } from './layout.js';

/** The inbox of all recipients together, and each mail with its headers and its HTML in a closed frame. */
export const mailPages = (app: FastifyInstance, world: World, posted: Posted): void => {
  app.get('/inbox', (_request, reply) => {
    const mails = posted.mails().toReversed();
    const rows = mails.map((mail) => html`<li>${mailRow(mail)}</li>`);
    const list = rows.length
      ? html`<section class="card">
          <ul class="list">
            ${rows}
          </ul>
        </section>`
      : emptyInbox;
    const body = html`${list}${returned(posted.returnedMails())}`;
    return sendPage(reply, posted, { title: '收件箱', section: '/inbox', body });
  });
  type Route = { Params: { id: string } };
  app.get<Route>('/inbox/:id', ({ params }, reply) => {
    const mail = world.memory.mails.get(params.id);
    const body = mail ? mailView(mail) : emptyCard('没有这封邮件。', 'There is no such mail.');
    return sendPage(
      reply,
      posted,
      { title: mail?.subject ?? '邮件', section: '/inbox', body },
      mail ? 200 : 404,
    );
  });
  app.get<Route>('/inbox/:id/raw', async ({ params }, reply) => {
    const raw = (world.memory.mails.get(params.id) ?? world.memory.returned.get(params.id))?.raw;
    if (raw === undefined) return reply.code(404).send('not found');
    return reply.type('text/plain; charset=utf-8').send(Buffer.from(raw, 'latin1'));
  });
};

export const emptyInbox = emptyCard('还没有收到邮件。', 'No mail yet.');

export const mailRow = (mail: Mail): Html =>
  html`<a href="/inbox/${mail.id}">${mail.subject || '（无主题）'}</a
    >${mail.attachments.length > 0 && html` <span class="tag">附件 ${mail.attachments.length}</span>`}
    <div class="quiet">收件人 ${mail.recipients.join('、')} · ${time(mail.receivedAt)}</div>`;

const mailView = (mail: Mail): Html => {
  const headers = mail.headers.map(
    ([name, value]) =>
      html`<tr>
        <th>${name}</th>
        <td><code>${value}</code></td>
      </tr>`,
  );
  const files = mail.attachments.map(
    ({ name, type, bytes }) => html`<li>${name} <span class="quiet">${type} · ${bytes} 字节</span></li>`,
  );
  return html`<p><a href="/inbox">← 收件箱</a></p>
    <section class="card">
      <h2>${mail.subject}</h2>
      <table class="facts">
        <tr>
          <th>收件人 <small>To</small></th>
          <td>${mail.recipients.join('、')}</td>
        </tr>
        <tr>
          <th>信封发件人 <small>Envelope from</small></th>
          <td>${mail.from || '<>'}</td>
        </tr>
        <tr>
          <th>收到 <small>Received</small></th>
          <td>${time(mail.receivedAt)}</td>
        </tr>
        <tr>
          <th>Message-ID</th>
          <td><code>${mail.messageId}</code></td>
        </tr>
      </table>
    </section>
    ${mail.html && html`<iframe class="mail" sandbox="" title="邮件正文" srcdoc="${mail.html}"></iframe>`}${
      files.length > 0 &&
      html`<section class="card">
        <h2>附件<small>Attachments</small></h2>
        <ul>
          ${files}
        </ul>
      </section>`
    }
    <details class="card" ${mail.html ? '' : html` open`}>
      <summary>纯文本 Plain text</summary>
      <pre>${mail.text}</pre>
    </details>
    <details class="card">
      <summary>全部邮件头 All headers</summary>
      <table class="facts">
        ${headers}
      </table>
    </details>
    <p><a href="/inbox/${mail.id}/raw" target="_blank">原始邮件 Source</a></p>`;
};

const returned = (notices: readonly ReturnedMail[]): Html | undefined =>
  notices.length === 0
    ? undefined
    : html`<section class="card">
        <h2>退信与回执<small>Delivery notices sent back</small></h2>
        <ul class="list">
          ${notices.toReversed().map(
            (notice) =>
              html`<li>
                <a href="/inbox/${notice.id}/raw">${actionWords[notice.action]} ${notice.status}</a>
                <span class="tag ${notice.action === 'delivered' ? 'good' : 'bad'}">${notice.recipient}</span>
                <div class="quiet">
                  寄往 ${notice.to} · ${time(notice.sentAt)} · ${notice.originalMessageId}
                </div>
              </li>`,
          )}
        </ul>
      </section>`;

const actionWords = { failed: '退信', delayed: '延迟通知', delivered: '投递成功回执' } as const;

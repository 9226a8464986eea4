import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { strToU8, zipSync } from 'fflate';
import type { PreviewList, ReleaseList, ReleaseStanding } from '../../libs/release/release.api.js';
import { media, startCity, type City } from '../support/city.js';
import { liveMarkup } from '../support/live-markup.js';
import { markupPatterns } from '../support/markup-patterns.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import { until } from '../support/until.js';
import { aDraft, drafted, page, paragraph, published, reviewed } from '../support/release-way.js';

let city: City;
let drafter: Person;

beforeAll(async () => {
  city = await startCity();
  drafter = await city.as('drafter');
});

afterAll(() => city.close());

const stored = async (): Promise<number> => (await drafter.get<ReleaseList>('/releases')).body.total;

test('a body of 50 MB is refused with the limit and leaves nothing behind', async () => {
  const before = await stored();
  const draft = aDraft({ organId: 'education', blocks: [paragraph('长'.repeat(17_000_000))] });
  const { status, body } = await drafter.post<Refusal>('/releases', draft);
  expect(status).toBe(413);
  expect(body.reasons[0]?.message).toMatch(/MB/u);
  expect(await stored()).toBe(before);
});

test('an unknown organ is refused with the field', async () => {
  const { status, body } = await drafter.post<Refusal>('/releases', aDraft({ organId: 'nobody' }));
  expect([400, 403, 422]).toContain(status);
  expect(body.reasons[0]?.field).toBe('organId');
});

test('a date without offset is refused, never guessed', async () => {
  const desk = await city.desk('education');
  const standing = await reviewed(desk, aDraft({ organId: 'education', title: '关于元旦假期值班的通知' }));
  const { status, body } = await desk.approver.post<Refusal>(`/releases/${standing.id}/schedule`, {
    at: '2026-12-01T09:00:00',
  });
  expect(status).toBe(400);
  expect(body.reasons[0]?.field).toBe('at');
  expect(body.reasons[0]?.message).toContain('+08:00');
});

test('HTML with scripts is refused as a document', async () => {
  const html = new TextEncoder().encode('<h1>通知</h1><p>正文</p><script>alert(1)</script>');
  const { status, body } = await drafter.upload<Refusal>('/import', '通知.html', html, 'text/html');
  expect(status).toBe(422);
  expect(body.reasons[0]?.message).toMatch(/脚本/u);
});

test('a Word document with tracked changes is refused, not silently accepted', async () => {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>新增</w:t></w:r></w:ins></w:p></w:body></w:document>`;
  const docx = zipSync({ 'word/document.xml': strToU8(document) });
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const { status, body } = await drafter.upload<Refusal>('/import', '通知.docx', docx, type);
  expect(status).toBe(422);
  expect(body.reasons[0]?.message).toMatch(/修订/u);
});

test('an unknown key is refused by name', async () => {
  const { status, body } = await drafter.post<Refusal>('/releases', {
    ...aDraft({ organId: 'education' }),
    titel: '错',
  });
  expect(status).toBe(400);
  expect(JSON.stringify(body.reasons)).toContain('titel');
});

test('a write without the CSRF header is refused', async () => {
  const response = await fetch(`${city.address}/api/releases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(aDraft({ organId: 'education' })),
  });
  expect(response.status).toBe(401);
});

test('a title too long for one channel names the account, the field and the limit, in the task list and on submitting', async () => {
  const draft = aDraft({ organId: 'education', title: '关'.repeat(40), accountIds: ['portal', 'wechat'] });
  const { body: standing } = await drafter.post<ReleaseStanding>('/releases', draft);
  const said = '：标题有 40 字，上限是 32 字，请删减后再提交。';
  const { stages } = await page(drafter, standing.id);
  const blocked = stages.find(({ stage }) => stage === 'channels');
  expect(blocked?.state).toBe('blocked');
  expect(blocked?.reasons.map(({ field, message }) => [field, message])).toEqual([
    ['title', expect.stringContaining(said)],
  ]);
  const refused = await drafter.post<Refusal>(`/releases/${standing.id}/submit`, { digest: standing.digest });
  expect(refused.status).toBe(422);
  expect(refused.body.reasons.map(({ message }) => message)).toEqual(
    blocked?.reasons.map(({ message }) => message),
  );
  expect((await page(drafter, standing.id)).release.state).toBe('draft');
});

test('a body that is no JSON is told in words', async () => {
  const response = await fetch(`${city.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"username": ',
  });
  expect(response.status).toBe(400);
  expect(((await response.json()) as Refusal).reasons[0]?.message).toBe(
    '请求内容无法读取，请检查是不是完整的 JSON 或表单。',
  );
});

test('what is written as markup is text in every channel’s rendition, on the portal, in its feeds and in the mail to the media', async () => {
  const desk = await city.desk('education');
  const marked = (title: string) =>
    aDraft({
      ...{ organId: 'education', title, summary: markupPatterns.slice(0, 5).join(' ') },
      ...{ blocks: markupPatterns.map(paragraph), accountIds: ['portal', 'wechat', 'email', 'app'] },
    });
  const pairs = markupPatterns.flatMap((pattern, n) =>
    n % 2 === 0 ? [`通知${pattern}${markupPatterns[n + 1] ?? ''}`] : [],
  );
  for (const title of pairs) {
    const { id } = await drafted(desk, marked(title));
    const { items } = ok(await drafter.get<PreviewList>(`/releases/${id}/previews`), title);
    expect(items.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['portal', 'wechat', 'email']),
    );
    for (const { channel, rendition } of items)
      for (const [part, html] of Object.entries(rendition.parts))
        if (/<(?:html|p|section|div)[ >]/u.test(html))
          expect([channel, part, liveMarkup(html)]).toEqual([channel, part, []]);
  }
  const { id } = await published(desk, {
    ...marked(`通知${markupPatterns[1] ?? ''}`),
    ...{ accountIds: ['portal', 'email'], recipients: media.slice(0, 1) },
  });
  const shown = () => fetch(`${city.portalUrl}/r/${id}.html`);
  const html = await (await until(shown, ({ status }) => status === 200)).text();
  // Written as text, not lost: what is not there could not run either.
  expect(load(html)('body').text()).toContain(markupPatterns[3]);
  expect(liveMarkup(html)).toEqual([]);
  const list = await (await fetch(`${city.portalUrl}/`)).text();
  expect(liveMarkup(list)).toEqual([]);
  // The article stands before them, and each is a file of its own.
  const fed = (name: string) =>
    until(
      async () => (await fetch(`${city.portalUrl}/${name}`)).text(),
      (text) => text.includes('boom'),
    );
  const feed = await fed('feed.xml');
  // A reader of feeds shows a description as HTML: once unescaped it must still be text.
  const told = load(feed, { xml: true })('item description').toArray();
  expect(told.flatMap((one) => liveMarkup(load(feed, { xml: true })(one).text()))).toEqual([]);
  // In Atom what says that it is HTML is read as such, in JSON Feed what is named so; the rest is text to every reader.
  const atom = load(await fed('feed.atom'), { xml: true });
  expect(atom('entry').text()).toContain('boom');
  const asHtml = atom('entry [type="html"], entry [type="xhtml"]').toArray();
  expect(asHtml.flatMap((one) => liveMarkup(atom(one).text()))).toEqual([]);
  const { items } = JSON.parse(await fed('feed.json')) as {
    readonly items: readonly { readonly title: string; readonly content_html?: string }[];
  };
  expect(items.map((item) => item.title).join()).toContain('boom');
  expect(items.flatMap((item) => liveMarkup(item.content_html ?? ''))).toEqual([]);

  const toMedia = async () =>
    city.sandbox.posted.mails().filter(({ recipients }) => recipients.includes(media[0] ?? ''));
  const mails = await until(toMedia, (sent) => sent.length > 0);
  expect(load(mails[0]?.html ?? '').text()).toContain(markupPatterns[3]);
  // The notices to our own people among them.
  const all = city.sandbox.posted.mails();
  expect(all.flatMap((mail) => liveMarkup(mail.html))).toEqual([]);
});

test('the detector of live markup finds every pattern that a browser would run, so that the test above can fail', () => {
  const alive = markupPatterns.filter(
    (pattern) => liveMarkup(`<p title='${pattern}'>${pattern}</p>`).length > 0,
  );
  expect(alive.length).toBeGreaterThan(14);
});

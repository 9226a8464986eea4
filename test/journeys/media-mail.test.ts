import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DeliveryView } from '../../libs/dispatch/dispatch.api.js';
import type { MailReturnList } from '../../libs/dispatch/mail/mail-return.api.js';
import type { MailingListList } from '../../libs/media/media.api.js';
import { startCity, type City } from '../support/city.js';
import type { Refusal } from '../support/person.js';
import {
  aDraft,
  approved,
  deliveries,
  page,
  paragraph,
  published,
  untilAll,
  type Desk,
} from '../support/release-way.js';

let city: City;
let desk: Desk;
const gone = 'gone@daily.example';
const reader = 'desk@evening.example';
const ended = ['delivered', 'verified', 'rejected', 'cancelled'];

beforeAll(async () => {
  city = await startCity();
  desk = await city.desk('water');
}, 300_000);
afterAll(() => city.close());

const draftTo = (title: string, recipients: readonly string[]) =>
  aDraft({
    organId: 'water',
    title,
    blocks: [paragraph(`${title}，具体安排以各街道公告为准。`)],
    accountIds: ['portal', 'email'],
    recipients: [...recipients],
  });
const rowTo = (rows: readonly DeliveryView[], recipient: string): DeliveryView | undefined =>
  rows.find((row) => row.recipient === recipient);
const mailsOf = (title: string, recipient: string) =>
  city.sandbox.posted
    .mails()
    .filter(({ subject, recipients }) => subject.includes(title) && recipients.includes(recipient));

test('a mail that bounces for good turns its row, and its address gets nothing more until somebody lifts the stop', async () => {
  city.sandbox.faults.add({ channel: 'smtp', call: 'dot', kind: 'bounce', times: 1, match: gone });
  const first = '关于南湾水厂检修的通知';
  const { id } = await published(desk, draftTo(first, [gone, reader]));
  await untilBounced(id);
  const [returned] = (await (await city.as('coordinator')).get<MailReturnList>('/mail-returns')).body.items;
  expect(returned).toMatchObject({ address: gone, bounce: 'hard', releaseTitle: first });

  const row = rowTo(await deliveries(desk.drafter, id), gone);
  const retried = await desk.publisher.post<Refusal>(`/deliveries/${row?.id}/retry`);
  expect([retried.status, retried.body.reasons.map(({ code }) => code)]).toEqual([422, ['addressStopped']]);

  const second = '关于南湾水厂检修延期的通知';
  const { id: next } = await published(desk, draftTo(second, [gone, reader]));
  const rows = await untilAll(desk.drafter, next, ended);
  expect(rowTo(rows, gone)).toMatchObject({ state: 'cancelled' });
  expect(rowTo(rows, gone)?.lastMessage).toContain('停发');
  expect([mailsOf(second, gone).length, mailsOf(second, reader).length]).toEqual([0, 1]);
});

const untilBounced = async (id: string): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (rowTo(await deliveries(desk.drafter, id), gone)?.state === 'rejected') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the bounce never reached the row');
};

test('a reader opens the link of a mail and nothing happens; presses the button and gets nothing more', async () => {
  const title = '关于河口泵站检修的通知';
  const { id } = await published(desk, draftTo(title, [reader]));
  await untilAll(desk.drafter, id, ended);
  const [mail] = mailsOf(title, reader);
  const header = mail?.headers.find(([name]) => name.toLowerCase() === 'list-unsubscribe')?.[1] ?? '';
  const link = new URL(/<(https:[^>]+)>/u.exec(header)?.[1] ?? '');
  const here = `${city.address}/api/unsubscribe${link.search}`;

  const shown = await fetch(here);
  expect([shown.status, (await shown.text()).includes(reader)]).toEqual([200, true]);
  const still = '关于河口泵站检修完成的通知';
  const { id: after } = await published(desk, draftTo(still, [reader]));
  await untilAll(desk.drafter, after, ended);
  expect(mailsOf(still, reader)).toHaveLength(1);

  const oneClick = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const done = await fetch(here, { ...oneClick, body: 'List-Unsubscribe=One-Click' });
  expect(done.status).toBe(200);
  expect((await fetch(here, { ...oneClick, body: 'List-Unsubscribe=One-Click' })).status).toBe(200);
  const last = '关于河口泵站复泵的通知';
  const { id: unread } = await published(desk, draftTo(last, [reader]));
  expect(rowTo(await untilAll(desk.drafter, unread, ended), reader)?.state).toBe('cancelled');
  expect(mailsOf(last, reader)).toHaveLength(0);
});

test('a link that somebody made up unsubscribes nobody', async () => {
  const other = 'city@evening.example';
  const forged = `${city.address}/api/unsubscribe?address=${encodeURIComponent(other)}&token=0000000000000000`;
  const answer = await fetch(forged, { method: 'POST' });
  expect([answer.status, (await answer.text()).includes('退订')]).toEqual([400, true]);
  const title = '关于东港泵站检修的通知';
  const { id } = await published(desk, draftTo(title, [other]));
  await untilAll(desk.drafter, id, ended);
  expect(mailsOf(title, other)).toHaveLength(1);
});

const inADay = (): string =>
  `${new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

test('accredited media get a copy marked with its hour before it, and no second mail when it goes out; others wait', async () => {
  const coordinator = await city.as('coordinator');
  const reporter = (name: string, lists: readonly string[]) => ({
    ...{ outlet: '滨海日报（虚构）', name, address: `${name}@embargo.example`, phone: '', beat: '', lists },
  });
  await coordinator.post('/media/import', {
    accreditedLists: ['持证媒体'],
    reporters: [
      ...['news', 'city'].map((name) => reporter(name, ['全市媒体', '持证媒体'])),
      ...['web', 'night', 'radio'].map((name) => reporter(name, ['全市媒体'])),
    ],
  });
  const lists = (await coordinator.get<MailingListList>('/media/lists')).body.items;
  const [accredited] = lists.filter((list) => list.accredited);
  const [open] = lists.filter((list) => !list.accredited);
  const title = '关于2027年供水价格听证会的公告';
  const draft = aDraft({
    organId: 'water',
    title,
    blocks: [paragraph('定于2027年1月15日9时召开供水价格听证会，参加办法另行公告。')],
    accountIds: ['portal', 'email'],
    recipients: [],
    mailingListIds: [open?.id ?? ''],
  });
  const { id, digest } = await approved(desk, draft);
  const copies = (mailingListIds: readonly (string | undefined)[]) =>
    desk.publisher.post<Refusal & { deliveries: number }>(`/releases/${id}/embargoed-copies`, {
      digest,
      mailingListIds,
    });
  expect((await copies([accredited?.id])).body.reasons.map(({ code }) => code)).toEqual(['noHour']);
  const at = inADay();
  expect((await desk.publisher.post(`/releases/${id}/schedule`, { at })).status).toBe(200);
  const refused = await copies([open?.id]);
  expect([refused.status, refused.body.reasons.map(({ code }) => code)]).toEqual([422, ['notAccredited']]);
  const sent = await copies([accredited?.id]);
  expect([sent.status, sent.body.deliveries]).toEqual([200, accredited?.members]);

  const early = await untilAll(desk.drafter, id, ended);
  expect((await page(desk.drafter, id)).release.state).toBe('scheduled');
  for (const { recipient } of early) {
    const [mail] = mailsOf(title, recipient);
    expect(mail?.subject).toContain('禁发至');
    expect(mail?.headers.some(([name]) => name.toLowerCase() === 'x-embargo-until')).toBe(true);
  }

  // The button lets it out before its hour; what matters is that it goes out after the copies.
  expect((await desk.publisher.post(`/releases/${id}/publish`, { digest })).status).toBe(200);
  const all = await untilAll(desk.drafter, id, ended);
  const mails = all.filter(({ channel }) => channel === 'email');
  expect(mails.length).toBe(open?.members);
  for (const { recipient } of mails) expect(mailsOf(title, recipient)).toHaveLength(1);
  const late = mails.filter(({ recipient }) => rowTo(early, recipient) === undefined);
  for (const { recipient } of late) expect(mailsOf(title, recipient)[0]?.subject).not.toContain('禁发至');
});

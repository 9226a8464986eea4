import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SystemClock, TravellingClock } from '@koujing/kernel';
import RssParser from 'rss-parser';
import type { DepartureList } from '../../libs/media/departure/departure.api.js';
import type { MailingListList, OutletList } from '../../libs/media/media.api.js';
import type { IssuedLink, LinkView } from '../../libs/newsroom/link/outlet-link.api.js';
import type { ReleaseStanding } from '../../libs/release/release.api.js';
import { startCity, type City } from '../support/city.js';
import { draftOf } from '../../apps/cli/draft-of-page.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import {
  aDraft,
  approved,
  approvedAgain,
  page,
  paragraph,
  published,
  untilAll,
  type Desk,
} from '../support/release-way.js';
import { until } from '../support/until.js';

const clock = new TravellingClock(new SystemClock().now().toISOString());
const ended = ['delivered', 'verified', 'rejected', 'cancelled'];
let city: City;
let desk: Desk;
let coordinator: Person;
let accredited: string;
let open: string;
/** The way in of each of two outlets, as their newsrooms type it. */
let daily: string;
let evening: string;

const outletNamed = async (name: string): Promise<string> => {
  const { items } = ok(await coordinator.get<OutletList>(`/media/outlets?q=${encodeURIComponent(name)}`));
  return items[0]?.id ?? '';
};
const issued = async (outletId: string, days = 30): Promise<string> => {
  const { url } = ok(await coordinator.post<IssuedLink>(`/media/outlets/${outletId}/link`, { days }));
  return `${city.address}/api/newsroom/${url.split('/').at(-1) ?? ''}`;
};
const read = async (address: string) => {
  const answer = await fetch(address);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const inADay = (): string =>
  `${new Date(clock.now().getTime() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
const draftTo = (title: string, text: string, lists: readonly string[]) =>
  aDraft({
    ...{ organId: 'water', title, blocks: [paragraph(text)], recipients: [] },
    ...{ accountIds: ['portal', 'email'], mailingListIds: [...lists] },
  });
/** Sent to the accredited a day before its hour. */
const embargoed = async (title: string, text: string) => {
  const { id, digest } = await approved(desk, draftTo(title, text, [open]));
  ok(await desk.publisher.post(`/releases/${id}/schedule`, { at: inADay() }), 'schedule');
  const lists = { digest, mailingListIds: [accredited] };
  ok(await desk.publisher.post(`/releases/${id}/embargoed-copies`, lists), 'copies');
  return { id, digest };
};

beforeAll(async () => {
  city = await startCity({ clock });
  desk = await city.desk('water');
  coordinator = await city.as('coordinator');
  const reporter = (outlet: string, name: string, lists: readonly string[]) => ({
    ...{ outlet, name, address: `${name}@newsroom.example`, phone: '', beat: '', lists },
  });
  ok(
    await coordinator.post('/media/import', {
      accreditedLists: ['持证跑口'],
      reporters: [
        reporter('甲报（虚构）', 'jia', ['供水消息', '持证跑口']),
        reporter('乙报（虚构）', 'yi', ['供水消息']),
        reporter('丙台（虚构）', 'bing', ['交通消息']),
      ],
    }),
  );
  const { items } = ok(await coordinator.get<MailingListList>('/media/lists?pageSize=200'));
  accredited = items.find(({ name }) => name === '持证跑口')?.id ?? '';
  open = items.find(({ name }) => name === '供水消息')?.id ?? '';
  daily = await issued(await outletNamed('甲报'));
  evening = await issued(await outletNamed('乙报'));
}, 300_000);
afterAll(() => city.close());

test('a newsroom with the link reads an embargoed release, checks what it downloaded, and is recorded; another outlet sees nothing of it', async () => {
  const title = '关于2027年供水价格方案的公告';
  const { id } = await embargoed(title, '2027年1月1日起执行新的供水价格，第一阶梯每立方米2.4元。');
  const list = await read(daily);
  expect([list.status, list.text.includes(title), list.text.includes('限时禁发')]).toEqual([200, true, true]);
  expect(list.headers.get('cache-control')).toBe('private, no-store');
  expect(list.headers.get('x-robots-tag')).toContain('noindex');
  expect(list.headers.get('referrer-policy')).toBe('no-referrer');
  expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(list.text).not.toContain('<script');

  const release = await read(`${daily}/releases/${id}`);
  expect(release.text).toContain('每立方米2.4元');
  expect(release.text).toMatch(/禁发至 \d{4}-\d\d-\d\d \d\d:\d\d/u);
  const sums = await read(`${daily}/releases/${id}/files/1/SHA256SUMS`);
  const lines = sums.text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  ') as [string, string]);
  expect(lines.map(([, name]) => name)).toEqual([`${title}.docx`, `${title}.pdf`]);
  for (const [sha256, name] of lines) {
    const file = await fetch(`${daily}/releases/${id}/files/1/${sha256}`);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(name);
    expect(release.text).toContain(sha256);
  }

  expect((await read(evening)).text).not.toContain(title);
  expect((await read(`${evening}/releases/${id}`)).status).toBe(404);
  expect((await read(`${evening}/releases/${id}/files/1/${lines[0]?.[0]}`)).status).toBe(404);

  const { openings } = ok(
    await coordinator.get<LinkView>(`/media/outlets/${await outletNamed('甲报')}/link`),
  );
  const places = openings.filter(({ releaseId }) => releaseId === id).map(({ place }) => place);
  expect(places.toSorted()).toEqual(
    ['SHA256SUMS', 'list', 'page', `${title}.docx`, `${title}.pdf`].toSorted(),
  );
  // What another organ holds back is not told by who has looked at it.
  const stranger = await city.as('traffic');
  const told = ok(await stranger.get<LinkView>(`/media/outlets/${await outletNamed('甲报')}/link`));
  expect(told.openings).toEqual([]);
  const auditor = await city.as('auditor');
  const { body } = await auditor.get<{ items: { action: string }[] }>('/audit?act=newsroom&pageSize=50');
  expect(JSON.stringify(body)).toContain('newsroom.openEmbargoed');
});

test('called off or changed after the copies went, a release is not to be used and offers nothing', async () => {
  const title = '关于东湖水厂迁建的公告';
  const { id } = await embargoed(title, '东湖水厂将迁至南湾。');
  expect((await read(`${daily}/releases/${id}`)).text).toContain('迁至南湾');
  ok(await desk.publisher.delete(`/releases/${id}/schedule`), 'cancel');
  const held = await read(`${daily}/releases/${id}`);
  expect([held.status, held.text.includes('请勿使用'), held.text.includes('迁至南湾')]).toEqual([
    200,
    true,
    false,
  ]);
  expect((await read(`${daily}/releases/${id}/files/1/SHA256SUMS`)).status).toBe(410);
});

test('what is out is on the page and in the feed of its list, corrected in place, and gone when withdrawn', async () => {
  const title = '关于南湾片区停水检修的通告';
  const { id } = await published(desk, draftTo(title, '12月9日23时停水，次日5时恢复。', [open]));
  await untilAll(desk.drafter, id, ended);
  expect((await read(`${evening}/releases/${id}`)).text).toContain('次日5时恢复');
  const feed = await read(`${evening}/feeds/${open}`);
  const parsed = await new RssParser().parseString(feed.text);
  expect(parsed.items[0]).toMatchObject({
    title,
    link: `${city.portalUrl}/r/${id}.html`,
    guid: `urn:uuid:${id}`,
  });
  expect(feed.text).not.toContain('供水价格方案');
  expect((await read(`${evening}/feeds/${accredited}`)).status).toBe(404);

  const { release } = await page(desk.drafter, id);
  const note = { expectedRevision: release.revision, note: '恢复供水的时间应为次日7时。' };
  const opened = ok(await desk.drafter.post<ReleaseStanding>(`/releases/${id}/correction`, note), 'open');
  const draft = draftOf(await page(desk.drafter, id));
  const blocks = [paragraph('12月9日23时停水，次日7时恢复。')];
  const revision = { expectedRevision: opened.revision, draft: { ...draft, blocks, mailingListIds: [open] } };
  ok(await desk.drafter.put(`/releases/${id}`, revision), 'revise');
  await approvedAgain(desk, id);
  const { digest, version } = (await page(desk.publisher, id)).release;
  ok(await desk.publisher.post(`/releases/${id}/publish`, { digest }), 'publish');
  const corrected = await until(
    () => read(`${evening}/releases/${id}`),
    ({ text }) => text.includes('次日7时恢复'),
  );
  expect(corrected.text).toContain('恢复供水的时间应为次日7时');
  expect(corrected.text).not.toContain('次日5时恢复');
  expect((await read(`${evening}/releases/${id}/files/1/SHA256SUMS`)).status).toBe(410);
  expect((await read(`${evening}/releases/${id}/files/${version}/SHA256SUMS`)).status).toBe(200);

  const order = { reason: '检修改期，另行通告。' };
  ok(await desk.approver.post(`/releases/${id}/withdrawal`, order), 'withdraw');
  const gone = await read(`${evening}/releases/${id}`);
  expect([gone.text.includes('已撤回'), gone.text.includes('次日7时')]).toEqual([true, false]);
  expect((await read(`${evening}/releases/${id}/files/${version}/SHA256SUMS`)).status).toBe(410);
});

test('an address leaves one list from the page, stays off it whoever names it again, and the office hears of it', async () => {
  const shown = await read(evening);
  const reporter = /name="reporter" value="([^"]+)"/u.exec(shown.text)?.[1] ?? '';
  const leave = (list: string) =>
    fetch(`${evening}/leave`, { method: 'POST', body: new URLSearchParams({ list, reporter }) });
  expect((await leave(accredited)).status).toBe(404);
  const left = await leave(open);
  expect([left.status, (await left.text()).includes('已退订')]).toEqual([200, true]);
  expect((await read(evening)).text).not.toContain('供水消息');
  const again = await coordinator.post<Refusal>(`/media/lists/${open}/members`, {
    add: [reporter],
    remove: [],
  });
  expect([again.status, again.body.reasons[0]?.code]).toEqual([422, 'haveLeft']);
  const { items } = ok(await coordinator.get<DepartureList>(`/media/lists/${open}/departures`));
  expect(items).toMatchObject([{ address: 'yi@newsroom.example', way: 'page' }]);
  const notices = ok(await coordinator.get('/notifications'));
  expect(JSON.stringify(notices)).toContain('yi@newsroom.example');
  const lift = { reason: '该报来电要求恢复。' };
  ok(await coordinator.post(`/media/lists/${open}/departures/${items[0]?.id}/lift`, lift), 'lift');
  expect((await read(evening)).text).toContain('供水消息');
});

test('a link that was made up, ended, revoked or replaced opens nothing and says why', async () => {
  const outlet = await outletNamed('丙台');
  const first = await issued(outlet, 1);
  expect((await read(first)).status).toBe(200);
  const forged = await read(first.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')));
  expect([forged.status, forged.text.includes('链接不完整或不正确')]).toEqual([404, true]);
  const second = await issued(outlet, 1);
  const replaced = await read(first);
  expect([replaced.status, replaced.text.includes('链接已停用')]).toEqual([410, true]);
  ok(await coordinator.post(`/media/outlets/${outlet}/link/revocation`, { reason: '链接外泄' }), 'revoke');
  expect((await read(second)).status).toBe(410);
  const again = await coordinator.post(`/media/outlets/${outlet}/link/revocation`, { reason: '再停一次' });
  expect(again.status).toBe(422);
  const drafter = await desk.drafter.post(`/media/outlets/${outlet}/link`, { days: 1 });
  expect(drafter.status).toBe(403);
  const third = await issued(outlet, 1);
  clock.travel(25 * 3_600_000);
  const expired = await read(third);
  expect([expired.status, expired.text.includes('已过有效期')]).toEqual([410, true]);
});

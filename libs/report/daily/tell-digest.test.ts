import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadCityRules, reportCasesOf } from '../../../test/support/violations.js';
import { aCity, type City } from '../../../test/support/a-city.js';
import { conferencesIn } from '../../../test/support/a-conference.js';
import { aRelease, releaseNow } from '../../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { DigestStore } from './digest-store.sql.js';
import { TellDigest, type DigestParts } from './tell-digest.js';

const hour = 3_600_000;
const toll = (deaths: number) =>
  `11月23日5时40分许，城东化工园区宏远精细化工车间发生爆燃。截至11月23日8时，事故造成${deaths}人死亡、6人受伤，原因正在调查。`;

onEachEngine('the daily report of what is not ruled on', (open) => {
  let opened: TestDatabase;
  let city: City;
  let parts: DigestParts;
  let reports: ReturnType<typeof reportCasesOf>;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const rules = loadCityRules('measures');
    reports = reportCasesOf(city.cases, (await conferencesIn(city)).showRoutineDuties, rules);
    const { cases } = city;
    parts = {
      ...{ ...cases, reports: rules.reports, digests: new DigestStore() },
      ...{
        describe: reports.describe,
        calendar: cases.clocks.parts.calendar,
        consoleUrl: 'http://127.0.0.1:3000',
      },
    };
    const accident = aRelease(city).with({ kind: 'emergency' });
    await accident.by('emergency').saying('城东化工园区爆燃事故的情况通报', toll(2)).released();
    const { release } = await accident
      .by('transport')
      .saying('城东化工园区宏远车间爆燃事故通报', toll(5))
      .approved();
    expect(await releaseNow(city, release.id)).toBe(false);
  });
  afterAll(() => opened.drop());

  const mails = async () =>
    (
      await city.cases.notifications.page(opened.database.queries, 'office-coordinator', {
        ...{ page: 1, pageSize: 50 },
      })
    ).items.filter(({ kind }) => kind === 'inconsistencyDigest');
  const coordinator = () => city.actor('office', 'coordinator');
  const all = { page: 1, pageSize: 50 };
  const days = async () =>
    (await reports.showDigests.page(all, await coordinator())).items.map(({ day }) => day);
  const until = (at: string): void => city.clock.travel(new Date(at).getTime() - city.clock.now().getTime());

  test('is not told before its hour nor on a day of rest', async () => {
    until('2026-11-24T08:29:00+08:00');
    expect(await reports.tellDigest.tick()).toBe(false);
    expect(await mails()).toEqual([]);
  });

  describe.each(['claim', 'find', 'describe', 'keep', 'notify', 'record'] as const)(
    'when its process dies at %s',
    (line) => {
      test('is told to nobody, and by the next process once', async () => {
        const dies = () => Promise.reject(new Error('died'));
        const dying = <Part extends object>(part: Part, method: keyof Part): Part =>
          new Proxy(part, {
            get: (from, key) => (key === method ? dies : (Reflect.get(from, key) as unknown)),
          });
        const cut: DigestParts = {
          ...parts,
          ...(line === 'claim' || line === 'keep' ? { digests: dying(parts.digests, line) } : {}),
          ...(line === 'find' ? { findings: dying(parts.findings, 'find') } : {}),
          ...(line === 'describe' ? { describe: { perform: dies } } : {}),
          ...(line === 'notify' ? { notifier: dying(parts.notifier, 'notify') } : {}),
          ...(line === 'record' ? { audit: dying(parts.audit, 'record') } : {}),
        };
        until('2026-11-24T08:30:00+08:00');
        await expect(new TellDigest(cut).tick()).rejects.toThrow('died');
        expect([await mails(), await days()]).toEqual([[], []]);
      });
    },
  );

  test('reaches each coordinator once, however many processes look, with both sentences, times and a proposal (Art.15)', async () => {
    const told = await Promise.all(Array.from({ length: 6 }, () => reports.tellDigest.tick()));
    expect(told.filter(Boolean)).toHaveLength(1);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    for (const part of ['2人死亡', '5人死亡', '待发布', '2026年11月23日', '建议裁定“以甲稿为准”', '新增'])
      expect(mail?.text).toContain(part);
    expect(await days()).toEqual(['2026-11-24']);
    const file = await reports.showDigests.file('2026-11-24', 'csv', await coordinator());
    expect(Buffer.from(file.bytes).toString('utf8')).toContain('5人死亡');
    const entries = await city.cases.audit.of(opened.database.queries, 'report', '2026-11-24');
    expect(entries.map(({ action }) => action)).toEqual(['report.digest']);
  });

  test('is for who reads over the whole city', async () => {
    const drafter = await city.actor('transport', 'drafter');
    expect((await reports.showDigests.page(all, drafter)).items).toEqual([]);
    await expect(reports.showDigests.file('2026-11-24', 'csv', drafter)).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('tells the next day what still stands as standing, and nothing once all is ruled on', async () => {
    city.clock.travel(24 * hour);
    expect(await reports.tellDigest.tick()).toBe(true);
    const [latest] = (await reports.showDigests.page(all, await coordinator())).items;
    expect(latest).toMatchObject({ day: '2026-11-25', fresh: 0 });
    const { queries } = opened.database;
    await queries.updateTable('finding').set({ state: 'ruled' }).execute();
    city.clock.travel(24 * hour);
    expect(await reports.tellDigest.tick()).toBe(false);
    // Saturday: what comes up on it is told on Monday.
    await queries.updateTable('finding').set({ state: 'open' }).execute();
    until('2026-11-28T12:00:00+08:00');
    expect(await reports.tellDigest.tick()).toBe(false);
    until('2026-11-30T11:00:00+08:00');
    expect(await reports.tellDigest.tick()).toBe(true);
    expect(await days()).toEqual(['2026-11-30', '2026-11-25', '2026-11-24']);
  });

  test('is had by pages, however many there are', async () => {
    const kept = await reports.showDigests.page({ page: 1, pageSize: 2 }, await coordinator());
    expect([kept.total, kept.items.map(({ day }) => day)]).toEqual([3, ['2026-11-30', '2026-11-25']]);
    const older = await reports.showDigests.page({ page: 2, pageSize: 2 }, await coordinator());
    expect([older.total, older.items.map(({ day }) => day)]).toEqual([3, ['2026-11-24']]);
  });
});

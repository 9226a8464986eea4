import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { overdueMatters } from './overdue-matters.sql.js';

onEachEngine('a clock that passes', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const overdue = async (title: string): Promise<string> => {
    const due = new Date(city.clock.now().getTime() + 3_600_000).toISOString();
    const matter = await aMatter(city).titled(title).ownedBy('water').due(due).opened();
    city.clock.travel(2 * 3_600_000);
    return matter;
  };
  const gapOf = async (matter: string) =>
    (await city.cases.findings.byKeys(opened.database.queries, [`gap:${matter}`]))[0];
  const gapMails = async (matter: string) => {
    const query = { page: 1, pageSize: 100 };
    const { items } = await city.cases.notifications.page(
      opened.database.queries,
      'office-coordinator',
      query,
    );
    return items.filter(({ link }) => link.includes(matter));
  };

  test('raises one gap, however many processes tick at once, and tells the coordinators once', async () => {
    const matter = await overdue('南湾区清水河水体异味情况');
    const raised = await Promise.all([city.cases.gaps.tick(), city.cases.gaps.tick()]);
    expect(raised.reduce((sum, count) => sum + count, 0)).toBe(1);
    await city.cases.gaps.tick();
    const gap = await gapOf(matter);
    expect(gap).toMatchObject({ kind: 'gap', state: 'open', severity: 'warn' });
    expect(gap?.explanation).toMatch(/在\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}前发布/u);
    expect(await gapMails(matter)).toHaveLength(1);
  });

  test('stands without being read again, and one of before its hour was kept gets it and is told no second time', async () => {
    const { queries } = opened.database;
    const matter = await overdue('北塘区雨水管网改造');
    await city.cases.gaps.tick();
    const read = async (): Promise<readonly string[]> =>
      (await overdueMatters(queries, city.clock.now())).map(({ id }) => id);
    expect(await read()).not.toContain(matter);
    const before = await queries
      .updateTable('finding')
      .set({ owner_organ_id: null, due_at: null })
      .where('key', '=', `gap:${matter}`)
      .executeTakeFirstOrThrow();
    expect([Number(before.numUpdatedRows), (await read()).includes(matter)]).toEqual([1, true]);
    expect(await city.cases.gaps.tick()).toBe(0);
    expect(await read()).not.toContain(matter);
    expect(await gapMails(matter)).toHaveLength(1);
  });

  test('is answered by a linked release of the owner, in the transaction that lets it out', async () => {
    const matter = await overdue('南湾区老旧小区二次供水改造');
    await city.cases.gaps.tick();
    await aRelease(city).by('water').with({ matter }).released();
    expect(await gapOf(matter)).toMatchObject({ state: 'closed' });
    expect((await gapOf(matter))?.closedReason).toContain('滨海市水务局');
  });

  test('is answered by a release of the owner that is on the matter without being linked', async () => {
    const matter = await overdue('东港区海滨路供水管爆裂');
    await city.cases.gaps.tick();
    await aRelease(city)
      .by('water')
      .saying('关于东港区海滨路供水管爆裂的情况通报', '11月23日9时，东港区海滨路一处供水管爆裂，现已修复。')
      .released();
    expect((await gapOf(matter))?.state).toBe('closed');
  });

  test('is not answered by another organ', async () => {
    const matter = await overdue('西陵区水库水位情况');
    await city.cases.gaps.tick();
    await aRelease(city).by('transport').with({ title: '关于西陵区水库水位情况的通报' }).released();
    expect((await gapOf(matter))?.state).toBe('open');
  });

  test('is forgotten when a coordinator moves the hour, and raised again when that hour passes too', async () => {
    const matter = await overdue('新城区泵站扩容工程');
    await city.cases.gaps.tick();
    const due = new Date(city.clock.now().getTime() + 3_600_000).toISOString();
    const coordinator = await city.actor('office', 'coordinator');
    const wanted = {
      ...({ title: '新城区泵站扩容工程', kind: 'routine', trigger: null, ownerOrganId: 'water' } as const),
      ...{ concernedOrganIds: [], dueAt: due },
    };
    await city.cases.matter.revise.perform(matter, { expectedRevision: 1, matter: wanted }, coordinator);
    expect((await gapOf(matter))?.closedReason).toBe('发布时限已调整。');
    city.clock.travel(2 * 3_600_000);
    await city.cases.gaps.tick();
    expect((await gapOf(matter))?.state).toBe('open');
    expect(await gapMails(matter)).toHaveLength(2);
  });

  test('costs one look however often the clock is read after it was raised or answered', async () => {
    const raised = await overdue('城北水厂滤池改造');
    const answered = await overdue('南湾区清水池冲洗');
    await aRelease(city).by('water').with({ matter: answered }).released();
    await city.cases.gaps.tick();
    const looks = jest.spyOn(city.cases.database, 'transaction');
    try {
      await city.cases.gaps.tick();
      expect(looks).not.toHaveBeenCalled();
      const later = await overdue('西陵区加压站停运');
      await city.cases.gaps.tick();
      expect([(await gapOf(raised))?.state, await gapOf(answered)]).toEqual(['open', undefined]);
      expect((await gapOf(later))?.state).toBe('open');
    } finally {
      looks.mockRestore();
    }
  });

  test('that was ruled to be left alone is not raised again', async () => {
    const matter = await overdue('滨河污水处理厂检修');
    await city.cases.gaps.tick();
    const gap = await gapOf(matter);
    const coordinator = await city.actor('office', 'coordinator');
    await city.cases.rule.perform(gap?.id ?? '', { ruling: 'letStand', reason: '依法暂不公开' }, coordinator);
    await city.cases.gaps.tick();
    expect((await gapOf(matter))?.state).toBe('ruled');
  });
});

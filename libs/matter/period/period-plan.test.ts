import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCity, type City } from '../../../test/support/a-city.js';
import { aRelease } from '../../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { periodPlanInputSchema } from './period.api.js';
import { countsOf, stateOf } from './period-plan.js';
import { csvOf } from './period-csv.js';

describe('planned against actual', () => {
  const planned = { month: '2026-11', droppedReason: null };

  test('an item is overdue once its month is over, and not on its last evening (Art.37)', () => {
    const at = (time: string) => stateOf(planned, false, new Date(time));
    expect(at('2026-11-30T23:59:00+08:00')).toBe('planned');
    expect(at('2026-12-01T00:00:00+08:00')).toBe('overdue');
    expect(stateOf(planned, true, new Date('2027-01-01T00:00:00+08:00'))).toBe('done');
  });

  test('what was dropped is neither planned nor overdue, and nothing planned has no share', () => {
    expect(countsOf(['done', 'overdue', 'planned', 'dropped'])).toEqual({
      ...{ planned: 3, done: 1, overdue: 1, dropped: 1, share: 33 },
    });
    expect(countsOf(['dropped']).share).toBeNull();
  });

  test('a topic that looks like a formula stays text in the table', () => {
    const organ = { id: 'water', name: '市水务局', shortName: '水务' };
    const item = {
      ...{ id: 'i', organ, topic: '=1+1"', month: '2026-11', form: 'briefing' as const, keyContent: '' },
      ...{ state: 'planned' as const, droppedReason: null, release: null },
      actions: { link: { reasons: [] }, drop: { reasons: [] } },
    };
    const [, row] = csvOf({ items: [item] }).split('\r\n');
    expect(row).toBe(`"市水务局","'=1+1""","2026-11","吹风会","","计划中","","","",""`);
  });
});

onEachEngine('the period plan', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const item = (topic: string, month: string, organId = 'transport') => ({
    ...{ organId, topic, month, form: 'pressRelease' },
  });
  const input = (items: readonly object[], changes: Readonly<Record<string, unknown>> = {}) =>
    periodPlanInputSchema.parse({
      ...{ title: '2026 年新闻发布计划', fromMonth: '2026-01', toMonth: '2026-12' },
      ...{ keyContent: '围绕城市更新和民生实事组织发布。', items },
      ...changes,
    });
  const coordinator = () => city.actor('office', 'coordinator');
  const view = async (id: string) => city.cases.period.show.one(id, await coordinator());
  const issued = async (...items: readonly object[]) => {
    const id = await city.cases.period.save.perform(input(items), await coordinator());
    await city.cases.period.save.issue(id, await coordinator());
    return id;
  };

  test('counts what was planned, done and late, for each organ (Art.37)', async () => {
    const id = await issued(
      item('冬季养护', '2026-10'),
      item('公交调整', '2026-12'),
      item('水价', '2026-09', 'water'),
    );
    const { release } = await aRelease(city).saying('冬季养护通告', '本市道路冬季养护安排。').released();
    const [first] = (await view(id)).items;
    const address = { planId: id, itemId: first?.id ?? '' };
    await city.cases.period.settle.link(address, release.id, await city.actor('transport', 'drafter'));
    const plan = await view(id);
    expect(plan.counts).toEqual({ planned: 3, done: 1, overdue: 1, dropped: 0, share: 33 });
    expect(plan.byOrgan.map(({ organ, done, overdue }) => [organ.id, done, overdue])).toEqual([
      ['transport', 1, 0],
      ['water', 0, 1],
    ]);
  });

  test('makes an item whose month passed a gap of its organ, until it is released or dropped (Art.15, 37)', async () => {
    const id = await issued(
      item('冬季除雪准备', '2026-10'),
      item('站台改造', '2026-09'),
      item('岁末安全', '2026-12'),
    );
    await city.cases.period.save.perform(input([item('未印发的选题', '2026-09')]), await coordinator());
    const items = (await view(id)).items;
    const gaps = async () => {
      await city.cases.dutyGaps.tick();
      const keys = items.map((each) => `duty:periodItem:periodItem:${each.id}@transport`);
      const found = await city.cases.findings.byKeys(opened.database.queries, keys);
      return items.flatMap(({ topic }, index) => {
        const gap = found.find(({ key }) => key === keys[index]);
        return gap === undefined ? [] : [[topic, gap.kind, gap.state]];
      });
    };
    expect(await gaps()).toEqual([
      ['冬季除雪准备', 'gap', 'open'],
      ['站台改造', 'gap', 'open'],
    ]);
    const told = await city.cases.notifications.page(opened.database.queries, 'office-coordinator', {
      ...{ page: 1, pageSize: 50 },
    });
    expect(told.items.filter(({ link }) => link === `/plans/periods/${id}`)).toHaveLength(2);
    const board = await opened.database.queries
      .selectFrom('finding')
      .select(['explanation', 'due_at'])
      .where('key', '=', `duty:periodItem:periodItem:${items[0]?.id}@transport`)
      .executeTakeFirstOrThrow();
    expect(board.explanation).toContain('第三十七条');
    // The month is over with its last midnight in the city.
    expect(board.due_at).toEqual(new Date('2026-11-01T00:00:00+08:00'));
    const { release } = await aRelease(city).saying('冬季除雪准备通告', '本市已备好除雪设备。').released();
    const [first, second] = items;
    const drafter = await city.actor('transport', 'drafter');
    await city.cases.period.settle.link({ planId: id, itemId: first?.id ?? '' }, release.id, drafter);
    await city.cases.period.settle.drop(
      { planId: id, itemId: second?.id ?? '' },
      '工程推迟',
      await coordinator(),
    );
    expect((await gaps()).map(([, , state]) => state)).toEqual(['closed', 'closed']);
    expect(await city.cases.dutyGaps.tick()).toBe(0);
  });

  test('is the office’s to write, and everyone’s to read once issued (Art.37)', async () => {
    const stranger = await city.actor('water', 'approver');
    await expect(city.cases.period.save.perform(input([]), stranger)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const id = await city.cases.period.save.perform(input([item('公交', '2026-11')]), await coordinator());
    await expect(city.cases.period.show.one(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
    await city.cases.period.save.issue(id, await coordinator());
    expect((await city.cases.period.show.one(id, stranger)).title).toBe('2026 年新闻发布计划');
  });

  test('that was issued loses no item without a reason (Art.37)', async () => {
    const id = await issued(item('公交', '2026-11'), item('桥梁', '2026-12'));
    const before = await view(id);
    const revision = {
      expectedRevision: before.revision,
      plan: input([{ id: before.items[0]?.id, ...item('公交线网', '2026-11') }]),
    };
    const clerk = await coordinator();
    await expect(city.cases.period.save.revise(id, revision, clerk)).rejects.toMatchObject({
      reasons: [{ code: 'itemGone' }],
    });
    await city.cases.period.settle.drop({ planId: id, itemId: before.items[1]?.id ?? '' }, '工程推迟', clerk);
    expect((await view(id)).items[1]).toMatchObject({ state: 'dropped', droppedReason: '工程推迟' });
  });

  test('refuses a month outside the period, and a release of another organ, naming the field', async () => {
    await expect(
      city.cases.period.save.perform(input([item('公交', '2027-01')]), await coordinator()),
    ).rejects.toMatchObject({ reasons: [{ code: 'monthOutside', field: 'items' }] });
    const id = await issued(item('水质', '2026-11', 'water'));
    const { release } = await aRelease(city).drafted();
    const address = { planId: id, itemId: (await view(id)).items[0]?.id ?? '' };
    await expect(
      city.cases.period.settle.link(address, release.id, await coordinator()),
    ).rejects.toMatchObject({ reasons: [{ code: 'releaseElsewhere', field: 'releaseId' }] });
  });
});

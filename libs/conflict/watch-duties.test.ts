import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { anIncident, coordinator, incidentView, withCounties } from '../../test/support/an-incident.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { doneDuties, freshDuties } from './duty-differences.sql.js';

const hour = 3_600_000;

onEachEngine('a duty whose hour passes', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    await withCounties(city);
  });
  afterAll(() => opened.drop());

  const tick = () => city.cases.dutyGaps.tick();
  const gapOf = async (rule: string, subject: string, organ: string) => {
    const key = `duty:${rule}:${subject}@${organ}`;
    return (await city.cases.findings.byKeys(opened.database.queries, [key]))[0];
  };
  const major = (title: string) => anIncident(city).level('major').hoursAgo(6).with({ title });

  test('is one gap on the board, with its article, however many processes look at once (Art.15, 23)', async () => {
    const id = await major('东港区化工园爆燃事故').reported();
    const raised = await Promise.all([tick(), tick()]);
    expect(raised.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await tick()).toBe(0);
    const gap = await gapOf('emergencyFirstRelease', `incident:${id}`, 'office');
    expect(gap).toMatchObject({
      kind: 'gap',
      state: 'open',
      matter: (await incidentView(city, id)).matterId,
    });
    expect(gap?.explanation).toMatch(/滨海市人民政府新闻办公室.*第二十三条.*工作缺位/u);
    const told = await city.cases.notifications.page(opened.database.queries, 'office-coordinator', {
      ...{ page: 1, pageSize: 50 },
    });
    expect(told.items.filter(({ link }) => link === `/incidents/${id}`)).toHaveLength(1);
  });

  test('closes its gap in the transaction of the release that does it (Art.15)', async () => {
    const id = await major('南湾区隧道坍塌事故').reported();
    await tick();
    await city.cases.incident.permission.override(id, '险情紧急', await coordinator(city));
    const { matterId } = await incidentView(city, id);
    await aRelease(city)
      .by('office')
      .saying('南湾区隧道坍塌事故情况通报', '11月23日3时，南湾区隧道坍塌，正在救援。')
      .with({ matter: matterId, kind: 'emergency' })
      .released();
    const gap = await gapOf('emergencyFirstRelease', `incident:${id}`, 'office');
    expect(gap).toMatchObject({ state: 'closed', closedReason: expect.stringContaining('已履行') });
  });

  test('passes to the organ that has to act now, and the former gap closes (Art.22)', async () => {
    const id = await major('石桥镇山洪灾害').with({ kind: 'natural' }).reported();
    await tick();
    const name = '石桥镇山洪现场指挥部';
    await city.cases.incident.setUp.perform(id, { name, basis: '市政府决定' }, await coordinator(city));
    await tick();
    const { responsible } = await incidentView(city, id);
    expect(await gapOf('emergencyFirstRelease', `incident:${id}`, 'office')).toMatchObject({
      state: 'closed',
    });
    expect(await gapOf('emergencyFirstRelease', `incident:${id}`, responsible.id)).toMatchObject({
      state: 'open',
    });
  });

  test('in a backlog is worked off look by look, a hundred at a time, and each is told once (Art.15)', async () => {
    const { start } = city.cases.clocks;
    const { queries } = opened.database;
    const backlog = 130;
    for (let index = 0; index < backlog; index += 1)
      await start.perform(queries, {
        ...{ rule: 'publicOpinionResponse', subject: { kind: 'matter', id: `old-${index}` } },
        ...{ organId: 'water', title: `第${index}号舆情`, link: `/matters/old-${index}` },
        ...{ eventAt: new Date(city.clock.now().getTime() - 60 * hour), actor: 'system:test' },
      });
    const waiting = async () => {
      const told = await queries
        .selectFrom('notification')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('person_id', '=', 'office-coordinator')
        .where('link', 'like', '/matters/old-%')
        .executeTakeFirstOrThrow();
      return Number(told.count);
    };
    expect(await tick()).toBe(100);
    expect(await waiting()).toBe(100);
    expect(await tick()).toBe(backlog - 100);
    expect([await tick(), await waiting()]).toEqual([0, backlog]);
    const sources = [[city.cases.clocks.deadlines.overdue(['publicOpinionResponse'], city.clock.now())]];
    expect(await freshDuties(queries, sources, 25)).toEqual([]);
    const gaps = queries
      .updateTable('finding')
      .where('key', 'like', 'duty:publicOpinionResponse:matter:old-%');
    // Of before the hour was kept: compared once, no more at a time than is worked off, and told no second time.
    await gaps.set({ owner_organ_id: null, due_at: null }).execute();
    expect(await freshDuties(queries, sources, 25)).toHaveLength(25);
    expect([await tick(), (await freshDuties(queries, sources, 500)).length]).toEqual([0, backlog - 100]);
    expect([await tick(), await waiting()]).toEqual([0, backlog]);
    expect(await freshDuties(queries, sources, 25)).toEqual([]);
    // Another hour is another gap.
    await queries
      .updateTable('deadline')
      .set({ due_at: new Date(city.clock.now().getTime() - hour) })
      .where('subject_id', '=', 'old-7')
      .execute();
    expect([await tick(), await waiting()]).toEqual([1, backlog + 1]);
    const ended = queries.updateTable('deadline').where('subject_id', 'like', 'old-%');
    await ended.set({ state: 'met' }).execute();
    expect(await doneDuties(queries, sources, 25)).toHaveLength(25);
    await tick();
    await tick();
    const gap = await gapOf('publicOpinionResponse', `matter:old-${backlog - 1}`, 'water');
    expect(gap).toMatchObject({ state: 'closed' });
  });

  test('is the gap of its owner to see, and of no stranger', async () => {
    const { release } = await aRelease(city)
      .by('water')
      .saying('关于泵站检修的通告', '12月8日检修。')
      .approved();
    city.clock.travel(30 * 24 * hour);
    await tick();
    const gap = await gapOf('routineRelease', `release:${release.id}`, 'water');
    expect(gap?.state).toBe('open');
    const groups = async (organ: string) => {
      const query = { page: 1, pageSize: 100 };
      const actor = await city.actor(organ, 'approver');
      return (await city.cases.showGroups.page(query, actor)).items.map(({ id }) => id);
    };
    expect(await groups('water')).toContain(gap?.groupId);
    expect(await groups('transport')).not.toContain(gap?.groupId);
  });
});

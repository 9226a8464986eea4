import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease, releaseNow, type ReleaseBuilder } from '../../test/support/a-release.js';
import { onEachEngine, onPostgres, type TestDatabase } from '../../test/support/engines.js';

/** Two organs on one accident, each with its own number of dead. */
const first = (city: City): ReleaseBuilder =>
  aRelease(city)
    .by('emergency')
    .with({ kind: 'emergency' })
    .saying(
      '关于城东化工园区爆燃事故的情况通报',
      '11月23日5时40分许，位于东港区的城东化工园区宏远精细化工车间发生爆燃。截至11月23日8时，事故造成2人死亡、6人受伤。受伤人员已送医救治，事故原因正在调查。',
    );
const second = (city: City, deaths: number): ReleaseBuilder =>
  aRelease(city)
    .by('transport')
    .with({ kind: 'emergency' })
    .saying(
      '城东化工园区宏远车间爆燃事故通报',
      `11月23日5时40分许，东港区城东化工园区宏远精细化工车间发生爆燃。截至11月23日8时，事故造成${deaths}人死亡、6人受伤，伤者已送医救治，原因正在调查。`,
    );

const findingOf = async (city: City, releaseId: string) =>
  (await city.cases.findings.ofRelease(city.cases.database.queries, releaseId)).find(
    ({ kind }) => kind === 'inconsistent',
  );

const noticesTo = async (city: City, personId: string) =>
  (await city.cases.notifications.page(city.cases.database.queries, personId, { page: 1, pageSize: 50 }))
    .items;

onEachEngine('the gate', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    await first(city).released();
  });
  afterAll(() => opened.drop());

  test('a contradicting death toll of another organ is held, with both sentences', async () => {
    const { release } = await second(city, 5).approved();
    expect(await releaseNow(city, release.id)).toBe(false);
    const held = await city.cases.releases.find(opened.database.queries, release.id);
    expect(held?.state).toBe('heldByGate');
    expect(held?.holdReason).toContain('死亡');
    const finding = await findingOf(city, release.id);
    const deaths = finding?.facts.find(({ attribute }) => attribute === 'deaths');
    expect([deaths?.a.value, deaths?.b.value]).toEqual([
      expect.stringContaining('2'),
      expect.stringContaining('5'),
    ]);
    expect(deaths?.b.text).toContain('5人死亡');
  });

  test('the coordinators get one report per finding, however often it is found', async () => {
    const { release } = await second(city, 6).approved();
    await releaseNow(city, release.id);
    await releaseNow(city, release.id);
    const finding = await findingOf(city, release.id);
    const reports = (await noticesTo(city, 'office-coordinator')).filter(({ link }) =>
      link.includes(finding?.id ?? '?'),
    );
    expect(reports).toHaveLength(1);
    expect(reports[0]?.text).toContain('6人死亡');
    expect(reports[0]?.text).toContain('2人死亡');
  });

  test('a draft is advised without telling anybody', async () => {
    const before = (await noticesTo(city, 'office-coordinator')).length;
    const { release } = await second(city, 7).drafted();
    expect((await findingOf(city, release.id))?.state).toBe('open');
    expect((await noticesTo(city, 'office-coordinator')).length).toBe(before);
  });

  test('a finding closes itself when the text no longer contradicts', async () => {
    const { release } = await second(city, 8).drafted();
    const finding = await findingOf(city, release.id);
    const draft = second(city, 2).draft();
    const drafter = await city.actor('transport', 'drafter');
    await city.cases.revise.perform(release.id, { expectedRevision: 1, draft }, drafter);
    const closed = await city.cases.findings.find(opened.database.queries, finding?.id ?? '');
    expect([closed?.state, closed?.closedReason, closed?.closedReasonEn]).toEqual([
      'closed',
      '修改后不再冲突。',
      'After a revision they do not conflict any more.',
    ]);
  });

  test('a ruling to let it stand opens the gate and stands until a fact changes', async () => {
    const { release } = await second(city, 9).approved();
    await releaseNow(city, release.id);
    const finding = await findingOf(city, release.id);
    const coordinator = await city.actor('office', 'coordinator');
    await city.cases.rule.perform(
      finding?.id ?? '',
      { ruling: 'letStand', reason: '口径不同，分别说明' },
      coordinator,
    );
    const drafter = await city.actor('transport', 'drafter');
    const held = await city.cases.releases.find(opened.database.queries, release.id);
    const revision = { expectedRevision: held?.revision ?? 0, draft: second(city, 10).draft() };
    await city.cases.revise.perform(release.id, revision, drafter);
    expect((await findingOf(city, release.id))?.state).toBe('open');
  });

  test('a release that was ruled to stand goes out', async () => {
    const { release } = await second(city, 11).approved();
    await releaseNow(city, release.id);
    const finding = await findingOf(city, release.id);
    const coordinator = await city.actor('office', 'coordinator');
    await city.cases.rule.perform(
      finding?.id ?? '',
      { ruling: 'notAConflict', reason: '统计范围不同' },
      coordinator,
    );
    for (const each of await city.cases.findings.ofRelease(opened.database.queries, release.id))
      if (each.severity === 'block' && each.state === 'open')
        await city.cases.rule.perform(each.id, { ruling: 'letStand', reason: '已核实' }, coordinator);
    expect(await releaseNow(city, release.id)).toBe(true);
  });

  test('a ruling for the other text keeps this one in', async () => {
    const { release } = await second(city, 12).approved();
    await releaseNow(city, release.id);
    const finding = await findingOf(city, release.id);
    const coordinator = await city.actor('office', 'coordinator');
    await city.cases.rule.perform(
      finding?.id ?? '',
      { ruling: 'preferA', reason: '以应急管理局为准' },
      coordinator,
    );
    expect(await releaseNow(city, release.id)).toBe(false);
    const held = await city.cases.releases.find(opened.database.queries, release.id);
    expect(held?.holdReason).toContain('以甲稿为准');
  });

  test('a ruling to withdraw takes back what never went out and closes its findings', async () => {
    const { release } = await second(city, 13).submitted();
    const finding = await findingOf(city, release.id);
    const coordinator = await city.actor('office', 'coordinator');
    await city.cases.rule.perform(
      finding?.id ?? '',
      { ruling: 'withdraw', reason: '由应急管理局统一发布' },
      coordinator,
    );
    const withdrawn = await city.cases.releases.find(opened.database.queries, release.id);
    expect(withdrawn?.state).toBe('withdrawn');
    expect(await city.cases.findings.ofRelease(opened.database.queries, release.id)).toEqual([]);
  });

  test('a joint ruling sets the co-organs and asks for their confirmation', async () => {
    const { release } = await second(city, 2).approved();
    const twice = (await city.cases.findings.ofRelease(opened.database.queries, release.id)).find(
      ({ kind, raisedBy }) => kind !== 'inconsistent' && raisedBy === release.id,
    );
    const coordinator = await city.actor('office', 'coordinator');
    const ruling = { ruling: 'joint', leadOrganId: 'transport', reason: '由交通运输局牵头' } as const;
    await city.cases.rule.perform(twice?.id ?? '', ruling, coordinator);
    const joint = await city.cases.releases.find(opened.database.queries, release.id);
    expect([joint?.state, joint?.jointOrganIds]).toEqual(['draft', ['emergency']]);
    const reasons = await city.cases.ready.reasons(opened.database.queries, release.id);
    expect(reasons.map(({ code }) => code)).toContain('confirmationMissing');
  });

  test('only a coordinator rules', async () => {
    const { release } = await second(city, 14).submitted();
    const finding = await findingOf(city, release.id);
    const ruling = { ruling: 'letStand', reason: '我看可以' } as const;
    const approver = await city.actor('transport', 'approver');
    await expect(city.cases.rule.perform(finding?.id ?? '', ruling, approver)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

onPostgres('two organs at the same instant', (open) => {
  test('cannot both release contradicting facts unseen, in whichever process they are', async () => {
    const opened = await open();
    try {
      // Two processes on one database: each has its own index.
      const here = await aCity(opened.database);
      const there = await aCity(opened.database);
      for (let round = 0; round < 5; round++) {
        const a = await first(here)
          .saying(`第${round + 1}号路段塌陷通报`, texts(round, 2))
          .approved();
        const b = await second(there, 5)
          .saying(`第${round + 1}号路段塌陷情况`, texts(round, 5))
          .approved();
        const passed = await Promise.all([releaseNow(here, a.release.id), releaseNow(there, b.release.id)]);
        expect(passed.filter(Boolean)).toHaveLength(1);
      }
    } finally {
      await opened.drop();
    }
  });
});

const places = ['东港区海滨路', '西陵区学府路', '南湾区工业路', '北山区建设路', '新城区迎宾路'];
const texts = (round: number, deaths: number): string =>
  `11月23日6时${10 + round}分许，${places[round]}发生路面塌陷。截至11月23日8时，事故造成${deaths}人死亡、${round + 3}人受伤，现场已封闭，原因正在调查。`;

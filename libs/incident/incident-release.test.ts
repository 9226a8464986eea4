import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Reason } from '@koujing/kernel';
import { aCity, type City } from '../../test/support/a-city.js';
import { anIncident, coordinator, incidentView, withCounties } from '../../test/support/an-incident.js';
import { declared } from '../../test/support/declared.js';
import { aRelease, releaseNow } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const hour = 3_600_000;

onEachEngine('releases on an incident', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    await withCounties(city);
  });
  afterAll(() => opened.drop());

  const now = () => city.clock.now();
  const matterOf = async (id: string) => (await incidentView(city, id)).matterId;
  /** Every text is its own, so that the gate finds no duplicate between tests. */
  const told = async (id: string, place: string, text: string, organ = 'emergency') =>
    aRelease(city)
      .by(organ)
      .saying(`${place}事故情况通报`, `11月23日8时许，${place}发生事故。${text}`)
      .with({ matter: await matterOf(id), kind: 'emergency' });
  const larger = (place: string) =>
    anIncident(city)
      .level('larger')
      .with({ title: `${place}事故`, place });
  const barCodes = async (id: string, release: string) => {
    const pending = (await incidentView(city, id)).pending.find(({ releaseId }) => releaseId === release);
    return pending?.bars.map(({ code }) => code);
  };

  test('the first release of the responsible organ meets the clock; the chain numbers what follows (Art.23)', async () => {
    const id = await anIncident(city).level('major').hoursAgo(2).with({ title: '北仓路事故' }).reported();
    const permission = { organ: '省应急管理厅', document: '电话记录12号', at: now().toISOString() };
    await city.cases.incident.permission.perform(id, permission, await coordinator(city));
    const first = await told(id, '北仓路', '截至9时，死亡11人，失联2人。', 'office');
    const { release } = await first.released();
    city.clock.travel(hour);
    await (await told(id, '北仓路', '截至10时，死亡12人，失联1人。', 'office')).drafted();
    const view = await incidentView(city, id);
    expect(view.chain).toMatchObject([
      { label: '首次发布', counts: true, figures: { deaths: 11, missing: 2 }, responsible: { id: 'office' } },
    ]);
    expect(view.chain[0]?.asOf).toContain('2026-11-23T09:00');
    expect(Date.parse(view.firstReleaseAt ?? '')).toBe(release.releasedAt?.getTime());
    expect(view.clocks.map(({ rule, state }) => [rule, state])).toEqual([
      ['emergencyFirstRelease', 'met'],
      ['emergencyConference', 'running'],
    ]);
  });

  test('a release by another organ takes its place in the chain but meets no clock', async () => {
    const id = await anIncident(city).level('major').hoursAgo(1).with({ title: '西码头事故' }).reported();
    await city.cases.incident.permission.override(id, '来不及请示', await coordinator(city));
    await (await told(id, '西码头', '正在救援。')).released();
    const view = await incidentView(city, id);
    expect(view.chain).toMatchObject([{ counts: false, organ: { id: 'emergency' } }]);
    expect(view.firstReleaseAt).toBeNull();
    expect(view.clocks[0]).toMatchObject({ rule: 'emergencyFirstRelease', state: 'running' });
  });

  test('a raise of the level after the first release meets the clock at the hour it went out (Art.23)', async () => {
    const id = await larger('石桥镇').hoursAgo(1).reported();
    const { release } = await (await told(id, '石桥镇', '正在救援。')).released();
    city.clock.travel(9 * hour);
    const level = { level: 'major', reason: '伤亡增加' } as const;
    await city.cases.incident.level.perform(id, level, await coordinator(city));
    const [first] = (await incidentView(city, id)).clocks;
    expect(first).toMatchObject({ rule: 'emergencyFirstRelease', state: 'met' });
    expect(Date.parse(first?.settledAt ?? '')).toBe(release.releasedAt?.getTime());
  });

  test('an emergency that reads like an open incident is linked to it, or says that it is another (Art.22, 23)', async () => {
    await anIncident(city)
      .level('larger')
      .with({ title: '青石桥隧道坍塌事故', place: '青石桥隧道' })
      .reported();
    const refusals = async (organ: string, title: string, { answer = '', joint = [] as string[] } = {}) => {
      const saying = aRelease(city).by(organ).saying(title, `${title}：现场正在核实，通行受阻。`);
      const declaration = { ...declared('emergency', title), notOnIncident: answer };
      const { release, version } = await saying
        .with({ kind: 'emergency', declaration, jointOrganIds: joint })
        .drafted();
      return city.cases.submit.perform(release.id, version.digest, await city.actor(organ, 'drafter')).then(
        () => [],
        ({ reasons }: { readonly reasons: readonly Reason[] }) => reasons,
      );
    };
    const codes = async (organ: string, title: string, answer = '') =>
      (await refusals(organ, title, { answer })).map(({ code }) => code);
    expect(await codes('emergency', '青石桥隧道坍塌事故情况')).toContain('incidentUnanswered');
    expect(await codes('water', '青石桥隧道坍塌事故现场供水情况')).toContain('incidentUnanswered');
    expect(await codes('emergency', '青石桥隧道交通管制')).toContain('incidentUnanswered');
    const another = '是去年同一隧道的另一次坍塌，现就调查结果作说明。';
    expect(await codes('emergency', '青石桥隧道坍塌事故旧案', another)).not.toContain('incidentUnanswered');
    expect(await codes('emergency', '北塘社区停电抢修情况')).not.toContain('incidentUnanswered');
    expect(await codes('water', '南苑小区自来水管爆裂')).not.toContain('incidentUnanswered');
    const told = async (organ: string, title: string, joint: string[] = []) =>
      (await refusals(organ, title, { joint })).find(({ code }) => code === 'incidentUnanswered');
    expect((await told('emergency', '青石桥隧道坍塌事故救援'))?.message).toContain('“青石桥隧道坍塌事故”');
    for (const joint of [[], ['emergency']]) {
      const stranger = await told('water', `青石桥隧道坍塌事故周边${joint.length + 1}处管线`, joint);
      expect(stranger?.message).toContain('请先与新闻发布主管部门联系');
      expect(JSON.stringify(stranger)).not.toContain('青石桥');
    }
  });

  test('a release of another kind is asked only where place, event and day are an incident’s (Art.22, 23)', async () => {
    const id = await anIncident(city)
      .level('larger')
      .with({ title: '柳林渡口沉船事故', place: '东港区柳林渡口' })
      .reported();
    const submitted = async (
      title: string,
      body: string,
      changes: object = {},
    ): Promise<readonly string[]> => {
      const saying = aRelease(city).by('emergency').saying(title, body);
      const { release, version } = await saying.with({ kind: 'other', ...changes }).drafted();
      const drafter = await city.actor('emergency', 'drafter');
      return city.cases.submit.perform(release.id, version.digest, drafter).then(
        () => [],
        ({ reasons }: { readonly reasons: readonly Reason[] }) => reasons.map(({ code }) => code),
      );
    };
    const [, month, date] = (await incidentView(city, id)).occurredAt.slice(0, 10).split('-').map(Number);
    const tells = `${month}月${date}日，柳林渡口发生沉船，正在搜救。`;
    expect(await submitted('柳林渡口情况', tells)).toContain('incidentUnanswered');
    const another = { declaration: { notOnIncident: '是对渡口安全规定的解读，不通报该事件。' } };
    expect(await submitted('柳林渡口情况解读', tells, another)).not.toContain('incidentUnanswered');
    expect(await submitted('柳林渡口停航通告', `${month}月${date}日起，柳林渡口停航检修。`)).toEqual([]);
  });

  test('where a headquarters stands nobody else submits or releases, and what is out stays attributed (Art.22)', async () => {
    const id = await larger('海塘路').reported();
    await (await told(id, '海塘路', '现场有1人受伤。')).released();
    city.clock.travel(hour);
    const ready = await (await told(id, '海塘路', '现场共有2人受伤。')).approved();
    const name = '海塘路事故现场指挥部';
    await city.cases.incident.setUp.perform(id, { name, basis: '市政府决定' }, await coordinator(city));
    expect(await barCodes(id, ready.release.id)).toContain('headquartersAlone');
    expect(await releaseNow(city, ready.release.id)).toBe(false);
    const draft = await (await told(id, '海塘路', '救援进展。')).drafted();
    const drafter = await city.actor('emergency', 'drafter');
    await expect(
      city.cases.submit.perform(draft.release.id, draft.version.digest, drafter),
    ).rejects.toMatchObject({
      reasons: [{ code: 'headquartersAlone', message: expect.stringContaining(name) }],
    });
    const view = await incidentView(city, id);
    expect(view.chain[0]).toMatchObject({ organ: { id: 'emergency' }, responsible: { id: 'emergency' } });
    await city.cases.incident.dissolve.perform(id, '处置结束', await coordinator(city));
    expect(await releaseNow(city, ready.release.id)).toBe(true);
  });

  test('a major incident goes out only with permission, or overridden with a reason (Art.23)', async () => {
    const id = await anIncident(city).level('major').with({ title: '东湖路事故' }).reported();
    const ready = await (await told(id, '东湖路', '正在救援。', 'office')).approved();
    expect(await barCodes(id, ready.release.id)).toEqual(['higherPermissionMissing']);
    expect(await releaseNow(city, ready.release.id)).toBe(false);
    await city.cases.incident.permission.override(id, '险情紧急，先行发布', await coordinator(city));
    expect(await releaseNow(city, ready.release.id)).toBe(true);
    expect((await incidentView(city, id)).override).toMatchObject({ reason: '险情紧急，先行发布' });
  });

  test('figures never silently go backwards: a lower one is barred until its reason is stated (核减)', async () => {
    const id = await larger('青石村').reported();
    await (await told(id, '青石村', '截至8时30分，死亡3人，失联4人。')).released();
    city.clock.travel(2 * hour);
    const less = await (await told(id, '青石村', '截至10时，死亡2人，失联1人。')).drafted();
    const drafter = await city.actor('emergency', 'drafter');
    const submit = () => city.cases.submit.perform(less.release.id, less.version.digest, drafter);
    await expect(submit()).rejects.toMatchObject({
      reasons: [{ code: 'chainStepsBack' }, { code: 'chainStepsBack' }],
    });
    const reduction = {
      ...{ releaseId: less.release.id, digest: less.version.digest },
      reason: '一名为此前病故，核减；三人已找到',
    };
    await city.cases.incident.reduction.perform(id, reduction, await city.actor('emergency', 'approver'));
    await submit();
    expect((await incidentView(city, id)).pending[0]?.bars).toEqual([]);
  });

  test('a higher figure at a later hour is an update and needs no reason', async () => {
    const id = await larger('长岗镇').reported();
    await (await told(id, '长岗镇', '截至8时30分，死亡3人。')).released();
    city.clock.travel(2 * hour);
    await (await told(id, '长岗镇', '截至10时30分，死亡5人。')).released();
    expect(
      (await incidentView(city, id)).chain.map(({ label, figures }) => [label, figures['deaths']]),
    ).toEqual([
      ['首次发布', 3],
      ['续报1', 5],
    ]);
  });

  test('a text that says otherwise than the fact sheet is barred until one of them is put right (Art.39(3))', async () => {
    const id = await larger('河口区').hoursAgo(2).counting({ deaths: 4 }).reported();
    const draft = await (await told(id, '河口区', '已造成3人死亡。')).drafted();
    expect(await barCodes(id, draft.release.id)).toEqual(['differsFromFactSheet']);
    const right = await (await told(id, '河口区', '已造成4人死亡。')).drafted();
    expect(await barCodes(id, right.release.id)).toEqual([]);
  });

  test('the first release is told what it leaves out: time, place, missing and at risk (Art.23)', async () => {
    const id = await larger('白沙岛').counting({ deaths: 3, missing: 2, trapped: 5 }).reported();
    await aRelease(city)
      .by('emergency')
      .saying('事故情况通报', '事故已造成3人死亡。')
      .with({ matter: await matterOf(id), kind: 'emergency' })
      .drafted();
    const [pending] = (await incidentView(city, id)).pending;
    expect(pending?.missing.map(({ code }) => code)).toEqual([
      'timeNotTold',
      'placeNotTold',
      'figureNotTold',
      'figureNotTold',
    ]);
    expect(pending?.missing.slice(2).map(({ message }) => message)).toEqual([
      expect.stringContaining('失联'),
      expect.stringContaining('涉险'),
    ]);
  });
});

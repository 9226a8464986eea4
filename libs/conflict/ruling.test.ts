import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease, releaseNow, type ReleaseBuilder } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { changeLineSchema, lineInputSchema } from '../matter/matter.api.js';
import type { RulingInput } from './conflict.api.js';
import type { StoredFinding } from './stored-finding.js';

/** An accident at a place of its own, so that no test finds another one's texts. */
const at =
  (place: string, day = 23) =>
  (city: City, organ: string, deaths: number): ReleaseBuilder =>
    aRelease(city)
      .by(organ)
      .with({ kind: 'emergency' })
      .saying(
        `${place}厂房坍塌事故情况通报`,
        `11月${day}日5时40分许，${place}一厂房发生坍塌。截至11月${day}日8时，事故造成${deaths}人死亡、6人受伤，伤者已送医救治，原因正在调查。`,
      );

onEachEngine('rulings', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const findingsOf = (releaseId: string) => city.cases.findings.ofRelease(opened.database.queries, releaseId);
  const disagreement = async (releaseId: string): Promise<StoredFinding> => {
    const found = (await findingsOf(releaseId)).find(({ kind }) => kind === 'inconsistent');
    if (found === undefined) throw new Error(`${releaseId} disagrees with nothing`);
    return found;
  };
  const rule = async (findingId: string, input: RulingInput): Promise<void> =>
    city.cases.rule.perform(findingId, input, await city.actor('office', 'coordinator'));
  const letAllStand = async (releaseId: string): Promise<void> => {
    for (const finding of await findingsOf(releaseId))
      if (finding.state === 'open') await rule(finding.id, { ruling: 'letStand', reason: '分别说明' });
  };

  test('to let both stand are remembered for the same text again, until a fact changes', async () => {
    const accident = at('东港区海滨路');
    await accident(city, 'emergency', 2).released();
    const { release: first } = await accident(city, 'transport', 5).submitted();
    await letAllStand(first.id);
    const drafter = await city.actor('transport', 'drafter');
    await city.cases.withdraw.perform(first.id, '重新起草', drafter);

    const { release: again } = await accident(city, 'transport', 5).drafted();
    const remembered = await disagreement(again.id);
    expect([remembered.state, remembered.ruling?.ruling]).toEqual(['ruled', 'letStand']);
    expect(remembered.ruling?.follows).not.toBeNull();
    expect((await findingsOf(again.id)).filter(({ state }) => state === 'open')).toEqual([]);

    const draft = accident(city, 'transport', 7).draft();
    await city.cases.revise.perform(again.id, { expectedRevision: 1, draft }, drafter);
    expect((await disagreement(again.id)).state).toBe('open');
  });

  test('are not remembered for another accident, however alike the figures are', async () => {
    const accident = at('滨江区港务路', 5);
    await accident(city, 'emergency', 2).released();
    const { release } = await accident(city, 'transport', 5).drafted();
    expect((await disagreement(release.id)).state).toBe('open');
  });

  test('do not cover the same figure said by another organ', async () => {
    const accident = at('西陵区学府路', 20);
    await accident(city, 'emergency', 2).released();
    const { release: ruled } = await accident(city, 'transport', 5).submitted();
    await letAllStand(ruled.id);
    const { release: other } = await accident(city, 'water', 5).drafted();
    expect((await disagreement(other.id)).state).toBe('open');
  });

  test('against a text that is out put a duty on its organ, which ends when its cause is gone', async () => {
    const accident = at('南湾区工业路', 17);
    const { release: out } = await accident(city, 'emergency', 2).released();
    const { release: coming } = await accident(city, 'transport', 5).submitted();
    const finding = await disagreement(coming.id);
    const winner = finding.releases[0] === coming.id ? 'preferA' : 'preferB';
    await rule(finding.id, { ruling: winner, reason: '以现场核实为准' });

    const [duty] = await city.cases.duties.ofReleases(opened.database.queries, [out.id]);
    expect(duty).toMatchObject({ organId: 'emergency', kind: 'correct', endedAt: null });
    expect(duty?.demand).toContain('死亡人数现为2人');
    expect(duty?.demand).toContain('应为5人');
    for (const person of ['emergency-drafter', 'emergency-approver'])
      expect(await noticesTo(person)).toContain('【须更正】南湾区工业路厂房坍塌事故情况通报');
    const { duties } = await city.cases.board.full(opened.database.queries, finding);
    expect(duties.map(({ releaseId }) => releaseId)).toEqual([out.id]);

    const drafter = await city.actor('transport', 'drafter');
    await city.cases.withdraw.perform(coming.id, '不再发布', drafter);
    const [ended] = await city.cases.duties.ofReleases(opened.database.queries, [out.id]);
    expect(ended).toMatchObject({
      endedAt: expect.any(Date),
      outcome: '其中一篇已撤下，问题随之消除。',
      outcomeEn: 'One of the two has been withdrawn, and the problem with it.',
    });
  });

  test('replace what an earlier ruling on the same finding had asked', async () => {
    const accident = at('北山区建设路', 14);
    const { release: out } = await accident(city, 'emergency', 2).released();
    const { release: coming } = await accident(city, 'transport', 5).submitted();
    const finding = await disagreement(coming.id);
    await rule(finding.id, { ruling: 'withdraw', releaseId: out.id, reason: '数字有误' });
    await rule(finding.id, { ruling: 'letStand', reason: '再核实后认为口径不同' });
    const duties = await city.cases.duties.ofReleases(opened.database.queries, [out.id]);
    expect(duties.map(({ kind, outcome, outcomeEn }) => [kind, outcome, outcomeEn])).toEqual([
      ['withdraw', '已另行裁定。', 'It was ruled on anew.'],
    ]);
  });

  test('for a joint release make the lead organ the lead of the matter', async () => {
    const matter = await aMatter(city).ownedBy('emergency').concerning('transport').opened();
    const accident = at('新城区迎宾路', 11);
    await accident(city, 'emergency', 2).with({ matter }).released();
    const { release } = await accident(city, 'transport', 5).with({ matter }).submitted();
    const finding = await disagreement(release.id);
    await rule(finding.id, { ruling: 'joint', leadOrganId: 'transport', reason: '由交通运输局牵头' });
    const stored = await city.cases.matters.find(opened.database.queries, matter);
    expect(stored?.leadOrganId).toBe('transport');
  });

  test('gather all findings on one accident in one group, however many organs speak', async () => {
    const accident = at('东港区团结路', 8);
    const first = await accident(city, 'emergency', 2).released();
    const second = await accident(city, 'transport', 5).approved();
    await letAllStand(second.release.id);
    await releaseNow(city, second.release.id);
    const { release } = await accident(city, 'water', 9).drafted();
    const groups = new Set((await findingsOf(release.id)).map(({ groupId }) => groupId));
    expect(groups.size).toBe(1);
    const [groupId = ''] = groups;
    const findings = await city.cases.findings.ofGroups(opened.database.queries, [groupId]);
    const three = new Set([first.release.id, second.release.id, release.id]);
    const among = findings.filter(
      ({ kind, releases }) => kind === 'inconsistent' && releases.every((id) => three.has(id)),
    );
    expect(among).toHaveLength(3);
  });

  const noticesTo = async (personId: string): Promise<readonly string[]> => {
    const query = { page: 1, pageSize: 100 };
    const { items } = await city.cases.notifications.page(opened.database.queries, personId, query);
    return items.map(({ subject }) => subject);
  };
});

onEachEngine('an agreed line', (open) => {
  let opened: TestDatabase;
  let city: City;
  let matter: string;
  const accident = at('东港区海滨路');

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    matter = await aMatter(city)
      .titled('东港区海滨路厂房坍塌')
      .ownedBy('emergency')
      .concerning('transport')
      .opened();
    const line = lineInputSchema.parse({ attribute: 'deaths', value: '2', unit: '人' });
    await city.cases.matter.state.perform(matter, line, await city.actor('emergency', 'approver'));
  });
  afterAll(() => opened.drop());

  const departureOf = async (releaseId: string): Promise<StoredFinding | undefined> =>
    (await city.cases.findings.ofRelease(opened.database.queries, releaseId)).find(
      (f) => f.matter === matter,
    );

  test('holds a text on the matter that departs from it, before anything is published', async () => {
    const { release } = await accident(city, 'transport', 5).with({ matter }).approved();
    expect(await departureOf(release.id)).toMatchObject({
      kind: 'inconsistent',
      severity: 'block',
      state: 'open',
    });
    expect(await releaseNow(city, release.id)).toBe(false);
    const held = await city.cases.releases.find(opened.database.queries, release.id);
    expect(held?.holdReason).toContain('口径（滨海市应急管理局）：死亡2人');
  });

  test('flags a draft when it is linked, though its text stays as it was', async () => {
    const builder = accident(city, 'transport', 6);
    const { release } = await builder.drafted();
    expect(await departureOf(release.id)).toBeUndefined();
    const draft = { ...builder.draft(), matter };
    await city.cases.revise.perform(
      release.id,
      { expectedRevision: 1, draft },
      await city.actor('transport', 'drafter'),
    );
    expect((await departureOf(release.id))?.state).toBe('open');
  });

  test('cannot be got past by unlinking a text that was submitted', async () => {
    const builder = accident(city, 'transport', 8).with({ matter });
    const { release } = await builder.submitted();
    const draft = { ...builder.draft(), matter: null };
    const edit = city.cases.revise.perform(
      release.id,
      { expectedRevision: release.revision, draft },
      await city.actor('transport', 'drafter'),
    );
    await expect(edit).rejects.toMatchObject({ reasons: [{ code: 'matterBound' }] });
  });

  test('changed by its organ settles who kept to the new figure, and tells who keeps to the old one', async () => {
    const { release: ahead } = await accident(city, 'transport', 3).with({ matter }).drafted();
    const { release: behind } = await accident(city, 'emergency', 2).with({ matter }).drafted();
    expect([(await departureOf(ahead.id))?.state, (await departureOf(behind.id))?.state]).toEqual([
      'open',
      undefined,
    ]);
    const coordinator = await city.actor('office', 'coordinator');
    const [line] = (await city.cases.matter.show.one(matter, coordinator)).lines;
    const change = changeLineSchema.parse({
      expectedVersion: 1,
      value: '3',
      unit: '人',
      reason: '一人抢救无效',
    });
    await city.cases.matter.change.perform(
      { matterId: matter, lineId: line?.lineId ?? '' },
      change,
      await city.actor('emergency', 'approver'),
    );
    expect([(await departureOf(ahead.id))?.state, (await departureOf(behind.id))?.state]).toEqual([
      undefined,
      'open',
    ]);
    const query = { page: 1, pageSize: 100 };
    const told = await city.cases.notifications.page(opened.database.queries, 'emergency-drafter', query);
    expect(told.items.map(({ subject }) => subject)).toContain('【口径更新】东港区海滨路厂房坍塌');
  });
});

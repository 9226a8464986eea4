import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spanOf } from '@koujing/calendar';
import { loadCityRules, violationCasesOf, type ViolationCases } from '../../test/support/violations.js';
import { aCity, organ, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { directiveInputSchema } from '../matter/directive/directive.api.js';
import { FigureStore } from './figures/figure-store.sql.js';
import { ledgers } from './figures/measure.sql.js';
import { ViolationStore } from './violation-store.sql.js';
import { WatchViolations } from './watch-violations.js';

onEachEngine('a violation', (open) => {
  const rules = loadCityRules('measures');
  let opened: TestDatabase;
  let city: City;
  let violation: ViolationCases;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    violation = violationCasesOf(city.cases, rules);
    await city.cases.organs.save(
      opened.database.queries,
      organ('court', '滨海市中级人民法院', { kind: 'judicial' }),
    );
  });
  beforeEach(async () => {
    await violation.watch.tick();
  });
  afterAll(() => opened.drop());

  const in_ = (hours: number): string =>
    new Date(city.clock.now().getTime() + hours * 3_600_000).toISOString();
  const coordinator = () => city.actor('office', 'coordinator');
  const ordered = async (changes: Readonly<Record<string, unknown>> = {}) =>
    city.cases.directive.issue.perform(
      directiveInputSchema.parse({
        ...{ fromOrganId: 'office', toOrganId: 'transport', title: '请就隧道养护发布', text: '请发布。' },
        ...{ acknowledgeBy: in_(1), dueAt: in_(30) },
        ...changes,
      }),
      await coordinator(),
    );
  const listed = async () =>
    (await violation.show.page({ page: 1, pageSize: 200 }, await coordinator())).items;
  const titled = async (title: string) => (await listed()).filter((each) => each.title === title);
  const one = async (title: string) => {
    const [found] = await titled(title);
    return violation.show.one(found?.id ?? '', await coordinator());
  };
  const overdueOrder = async (title: string, changes: Readonly<Record<string, unknown>> = {}) => {
    const id = await ordered({ title, ...changes });
    city.clock.travel(2 * 3_600_000);
    expect(await violation.watch.tick()).toBeGreaterThan(0);
    return id;
  };

  test('opens once for an order that nobody acknowledged, however often the tick runs (Art.39(5))', async () => {
    await overdueOrder('请就渡口停航发布');
    await Promise.all([violation.watch.tick(), violation.watch.tick()]);
    expect(await titled('请就渡口停航发布')).toEqual([
      expect.objectContaining({ kind: 'directiveDisobeyed', state: 'established', consequence: null }),
    ]);
    const { article, act } = await one('请就渡口停航发布');
    expect([article, act]).toEqual(['第三十九条第五项', expect.stringContaining('签收上级发布指令')]);
  });

  test('keeps its evidence as it was, and shows if somebody touched it (Art.39, 41)', async () => {
    const id = await overdueOrder('请就桥梁检修发布');
    const before = await one('请就桥梁检修发布');
    expect(before.evidence.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['deadline', 'audit']));
    await city.cases.directive.acknowledge.perform(id, await city.actor('transport', 'drafter'));
    await violation.watch.tick();
    const after = await one('请就桥梁检修发布');
    expect([after.evidence, after.evidenceIntact]).toEqual([before.evidence, true]);
    await opened.database.queries
      .updateTable('violation')
      .set({ evidence: JSON.stringify([]) })
      .where('id', '=', after.id)
      .execute();
    expect((await one('请就桥梁检修发布')).evidenceIntact).toBe(false);
  });

  test('is a gap of a matter once its clock has passed, under one case (Art.39(1))', async () => {
    await aMatter(city).titled('水源地水质情况').ownedBy('water').due(in_(1)).opened();
    city.clock.travel(2 * 3_600_000);
    await city.cases.gaps.tick();
    await violation.watch.tick();
    await violation.watch.tick();
    expect(await titled('水源地水质情况')).toEqual([
      expect.objectContaining({ kind: 'notReleased', organ: expect.objectContaining({ id: 'water' }) }),
    ]);
  });

  test('for an order without an hour of acknowledgement is one, of not carrying it out, and not also its matter’s (Art.39(5))', async () => {
    await ordered({ title: '请就公交停运发布', acknowledgeBy: null, dueAt: in_(1) });
    city.clock.travel(2 * 3_600_000);
    await city.cases.gaps.tick();
    await violation.watch.tick();
    const [found, ...others] = await titled('请就公交停运发布');
    expect([found?.kind, others]).toEqual(['directiveDisobeyed', []]);
    expect((await one('请就公交停运发布')).act).toContain('办理上级发布指令');
  });

  test('is found in what went out without a review, once for a version; what was signed is none (Art.39(6))', async () => {
    const { release: clean } = await aRelease(city).saying('路灯检修通告', '路灯检修两天。').released();
    const { release } = await aRelease(city).saying('护栏更换通告', '护栏更换三天。').released();
    await opened.database.queries
      .deleteFrom('signature')
      .where('release_id', '=', release.id)
      .where('step', '=', 'confidentialityReview')
      .execute();
    expect(await violation.watch.tick()).toBe(1);
    expect(await violation.watch.tick()).toBe(0);
    expect(await titled('护栏更换通告')).toEqual([expect.objectContaining({ kind: 'reviewMissing' })]);
    expect(await titled(clean.title)).toEqual([]);
    expect((await one('护栏更换通告')).evidence.map(({ kind }) => kind)).toContain('signature');
  });

  test('is found where an approval was written past the record of its signing (Art.39(4))', async () => {
    const { release: clean } = await aRelease(city).saying('路面铣刨通告', '路面铣刨两天。').released();
    const { release } = await aRelease(city).saying('隔音屏更换通告', '隔音屏更换三天。').released();
    await opened.database.queries
      .updateTable('signature')
      .set({ person_id: 'water-approver' })
      .where('release_id', '=', release.id)
      .where('step', '=', 'contentApproval')
      .execute();
    await violation.watch.tick();
    expect(await titled('隔音屏更换通告')).toEqual([expect.objectContaining({ kind: 'unauthorised' })]);
    expect((await one('隔音屏更换通告')).act).toContain('办理记录中没有这次签署');
    expect(await titled(clean.title)).toEqual([]);
  });

  test('is found where the authorisation that an approval names is not in the ledger (Art.5(6), 39(4))', async () => {
    const { queries } = opened.database;
    const { release } = await aRelease(city).saying('伸缩缝更换通告', '伸缩缝更换五天。').released();
    // A ledger that was restored in part, or touched past the system.
    await queries.schema.alterTable('signature').dropConstraint('signature_authorisation_id_fkey').execute();
    await queries
      .updateTable('signature')
      .set({ authorisation_id: 'lost' })
      .where('release_id', '=', release.id)
      .where('step', '=', 'contentApproval')
      .execute();
    await violation.watch.tick();
    expect(await titled('伸缩缝更换通告')).toEqual([expect.objectContaining({ kind: 'unauthorised' })]);
    const { act, evidence } = await one('伸缩缝更换通告');
    expect(act).toContain('所依据的授权在台账中查不到');
    expect(evidence.map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({
        step: 'contentApproval',
        authority: 'missing',
        authorisationId: 'lost',
      }),
    );
  });

  test('opens nothing where the tick did not commit', async () => {
    await ordered({ title: '请就停车场改造发布' });
    city.clock.travel(2 * 3_600_000);
    const broken = {
      acts: () => Promise.reject(new Error('the board cannot be read')),
    };
    const { queries } = opened.database;
    const watch = new WatchViolations({
      ...city.cases,
      violations: new ViolationStore(),
      sources: [...violation.sources, broken],
      rules: rules.violations,
      kinds: rules.organs,
    });
    await expect(watch.tick()).rejects.toThrow('the board cannot be read');
    expect(await titled('请就停车场改造发布')).toEqual([]);
    const entries = await queries
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'violation.establish')
      .execute();
    expect(entries).toHaveLength((await listed()).length);
  });

  test('gets its consequence from a person of the office, and only then closes (Art.39)', async () => {
    await overdueOrder('请就施工围挡发布');
    const { id } = await one('请就施工围挡发布');
    const late = await city.actor('transport', 'approver');
    expect((await violation.show.one(id, late)).actions.recordConsequence.reasons[0]?.code).toBe('lacksRole');
    const clerk = await coordinator();
    await expect(violation.judge.close(id, '已提醒', clerk)).rejects.toMatchObject({
      reasons: [{ code: 'consequenceMissing' }],
    });
    const consequence = { consequence: 'none', text: '未引起关注，已口头提醒' } as const;
    await expect(violation.judge.recordConsequence(id, consequence, late)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await violation.judge.recordConsequence(id, consequence, clerk);
    await violation.judge.close(id, '已提醒', clerk);
    expect(await one('请就施工围挡发布')).toMatchObject({
      ...{ state: 'closed', consequence: 'none', consequenceBy: { id: 'office-coordinator' } },
    });
    await expect(violation.judge.dismiss(id, '误报', clerk)).rejects.toMatchObject({
      reasons: [{ code: 'violationEnded' }],
    });
  });

  test('that was dismissed does not come back by itself', async () => {
    await overdueOrder('请就地铁施工发布');
    const { id } = await one('请就地铁施工发布');
    await violation.judge.dismiss(id, '指令系误发', await coordinator());
    await violation.watch.tick();
    expect((await titled('请就地铁施工发布')).map(({ state }) => state)).toEqual(['dismissed']);
  });

  test('of a court is shown and marked, and no consequence is recorded for it (Art.45)', async () => {
    await overdueOrder('请就庭审直播安排发布', { toOrganId: 'court' });
    const { id, byReference, actions } = await one('请就庭审直播安排发布');
    expect([byReference, actions.recordConsequence.reasons[0]?.code]).toEqual([true, 'byReferenceOnly']);
    await violation.judge.close(id, '已函告', await coordinator());
    expect((await one('请就庭审直播安排发布')).state).toBe('closed');
  });

  test('is seen by the office and the organ concerned, and by nobody else', async () => {
    await overdueOrder('请就限行措施发布');
    const { id } = await one('请就限行措施发布');
    const concerned = await city.actor('transport', 'drafter');
    expect((await violation.show.one(id, concerned)).id).toBe(id);
    const stranger = await city.actor('water', 'approver');
    await expect(violation.show.one(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
    const page = await violation.show.page({ page: 1, pageSize: 200 }, stranger);
    expect(page.items.every((each) => each.organ.id === 'water')).toBe(true);
  });

  test('counts for its organ in the span of its act, unless it was dismissed (Art.42)', async () => {
    const counted = async (from: string, to: string): Promise<number> => {
      const asked = { span: spanOf({ from, to }), now: city.clock.now(), seen: { all: true } } as const;
      const of = { rows: ledgers.violation(asked), filter: {} };
      const counts = await new FigureStore().count(opened.database.queries, 'violation', of);
      return counts.reduce((sum, { count }) => sum + count, 0);
    };
    const standing = (await listed()).filter(({ state }) => state !== 'dismissed');
    expect(await counted('2026-01-01', '2026-12-31')).toBe(standing.length);
    expect(await counted('2027-01-01', '2027-12-31')).toBe(0);
  });
});

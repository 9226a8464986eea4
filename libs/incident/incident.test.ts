import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { anIncident, coordinator, incidentView, withCounties } from '../../test/support/an-incident.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { incidentInputSchema, reviseIncidentSchema } from './incident.api.js';

onEachEngine('an incident', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    await withCounties(city);
  });
  afterAll(() => opened.drop());

  const view = (id: string) => incidentView(city, id);
  const actor = () => coordinator(city);
  const confirm = async (id: string, level: 'ordinary' | 'larger' | 'major' | 'extraordinary') =>
    city.cases.incident.level.perform(id, { level, reason: '会商认定' }, await actor());
  const setUp = async (id: string, name: string) =>
    city.cases.incident.setUp.perform(id, { name, basis: '滨应急指〔2026〕3号' }, await actor());

  test('opens a matter of its responsible organ, with the others concerned', async () => {
    const id = await anIncident(city).level('ordinary').reported();
    const incident = await view(id);
    expect(incident.responsibility).toMatchObject({ organ: { id: 'east' }, article: '第二十二条' });
    const matter = await city.cases.matter.show.one(incident.matterId, await actor());
    expect(matter).toMatchObject({ owner: { id: 'east' }, kind: 'emergency', state: 'open' });
    expect(matter.concerned.map(({ id: organ }) => organ)).toEqual(['emergency']);
  });

  test('a level is suggested from the figures and counts until a person confirms one', async () => {
    const id = await anIncident(city).counting({ deaths: 10 }).reported();
    expect(await view(id)).toMatchObject({
      level: 'major',
      levelConfirmed: false,
      suggestion: { level: 'major' },
    });
    expect((await view(id)).suggestion.why[0]?.message).toContain('第三条');
    await confirm(id, 'larger');
    expect(await view(id)).toMatchObject({ level: 'larger', levelConfirmed: true, levelReason: '会商认定' });
    const audit = await city.cases.audit.of(opened.database.queries, 'incident', id);
    expect(audit.at(-1)).toMatchObject({
      action: 'incident.confirmLevel',
      detail: { to: 'larger', suggested: 'major', responsible: { from: 'office', to: 'emergency' } },
    });
  });

  test('a kind without thresholds is refused without a level, and changes nothing', async () => {
    const before = (await city.cases.incident.show.page({ page: 1, pageSize: 1 }, await actor())).total;
    await expect(anIncident(city).with({ kind: 'publicHealth' }).reported()).rejects.toMatchObject({
      reasons: [{ code: 'levelNeeded', field: 'level' }],
    });
    const after = (await city.cases.incident.show.page({ page: 1, pageSize: 1 }, await actor())).total;
    expect(after).toBe(before);
  });

  test('wrong organs and times are refused with field and what is allowed', async () => {
    const wrong = anIncident(city).level('ordinary');
    await expect(wrong.with({ countyOrganIds: ['water'] }).reported()).rejects.toMatchObject({
      reasons: [{ code: 'notACounty', field: 'countyOrganIds' }],
    });
    await expect(wrong.hoursAgo(1, 2).reported()).rejects.toMatchObject({
      reasons: [{ code: 'learnedBeforeOccurred', field: 'learnedAt' }],
    });
    await expect(wrong.hoursAgo(-1).reported()).rejects.toMatchObject({
      reasons: [{ code: 'inFuture' }, { code: 'inFuture' }],
    });
  });

  test('the organ is computed anew when level, headquarters or necessity change (Art.22)', async () => {
    const id = await anIncident(city).level('ordinary').reported();
    const responsible = async () => (await view(id)).responsible.id;
    expect(await responsible()).toBe('east');
    await confirm(id, 'larger');
    expect(await responsible()).toBe('emergency');
    await city.cases.incident.necessity.perform(id, { needed: true, reason: '涉及多个部门' }, await actor());
    expect(await responsible()).toBe('office');
    await setUp(id, '滨海市“临港路”现场指挥部');
    const headquarters = await responsible();
    expect((await view(id)).headquarters).toMatchObject([{ organ: { id: headquarters }, dissolvedAt: null }]);
    const organ = await city.cases.organs.find(opened.database.queries, headquarters);
    expect(organ).toMatchObject({ kind: 'fieldHeadquarters', name: '滨海市“临港路”现场指挥部' });
    const matter = await city.cases.matter.show.one((await view(id)).matterId, await actor());
    expect(matter.owner.id).toBe(headquarters);
    await city.cases.incident.dissolve.perform(id, '处置结束', await actor());
    expect(await responsible()).toBe('office');
    expect((await view(id)).headquarters[0]?.dissolvedReason).toBe('处置结束');
  });

  test('the people of the handling department work for the headquarters while it stands', async () => {
    const id = await anIncident(city).level('larger').reported();
    await setUp(id, '临港路事故现场指挥部');
    const { responsible } = await view(id);
    const holds = async () =>
      (await city.actor('emergency', 'approver')).grants.some(({ organId }) => organId === responsible.id);
    expect(await holds()).toBe(true);
    await city.cases.incident.dissolve.perform(id, '处置结束', await actor());
    expect(await holds()).toBe(false);
  });

  test('a headquarters that was dissolved too early is set up again under its name, and that of another incident is not taken', async () => {
    const id = await anIncident(city).level('larger').reported();
    await setUp(id, '滨江路事故现场指挥部');
    const { responsible } = await view(id);
    await city.cases.incident.dissolve.perform(id, '误操作', await actor());
    await setUp(id, '滨江路事故现场指挥部');
    const again = await view(id);
    expect(again.responsible.id).toBe(responsible.id);
    expect(again.headquarters.map(({ dissolvedAt }) => dissolvedAt === null)).toEqual([false, true]);
    const drafter = await city.actor('emergency', 'drafter');
    expect(drafter.grants.some(({ organId }) => organId === responsible.id)).toBe(true);
    const other = await anIncident(city).level('larger').reported();
    await expect(setUp(other, '滨江路事故现场指挥部')).rejects.toMatchObject({
      reasons: [{ code: 'nameTaken' }],
    });
  });

  test('necessity is only of a larger incident without a headquarters (Art.22)', async () => {
    const id = await anIncident(city).level('ordinary').reported();
    const declared = city.cases.incident.necessity.perform(
      id,
      { needed: true, reason: '重要' },
      await actor(),
    );
    await expect(declared).rejects.toMatchObject({ reasons: [{ code: 'notLarger' }] });
  });

  test('a drafter reports but does not decide its level; a stranger does not see it', async () => {
    const drafter = await city.actor('emergency', 'drafter');
    const input = incidentInputSchema.parse({
      ...{ title: '南湾区山洪', kind: 'natural', level: 'larger', place: '南湾区清溪镇' },
      occurredAt: city.clock.now().toISOString(),
      learnedAt: city.clock.now().toISOString(),
      ...{ countyOrganIds: ['south'], handlingOrganId: 'emergency' },
    });
    const id = await city.cases.incident.report.perform(input, drafter);
    const deed = city.cases.incident.level.perform(id, { level: 'major', reason: '扩大' }, drafter);
    await expect(deed).rejects.toMatchObject({ code: 'forbidden' });
    const shown = await city.cases.incident.show.one(id, drafter);
    expect(shown.actions.confirmLevel.reasons.map(({ code }) => code)).toEqual(['lacksRole']);
    const stranger = await city.actor('transport', 'approver');
    await expect(city.cases.incident.show.one(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
    const page = await city.cases.incident.show.page({ page: 1, pageSize: 200 }, stranger);
    expect(page.items.map((each) => each.id)).not.toContain(id);
  });

  test('a change that read an older state is stale', async () => {
    const id = await anIncident(city).level('ordinary').reported();
    const now = city.clock.now().toISOString();
    const revision = reviseIncidentSchema.parse({
      expectedRevision: 99,
      reason: '核实',
      incident: {
        ...{ title: '东港区仓库火灾', kind: 'accident', accident: 'fire', place: '东港区' },
        ...{ occurredAt: now, learnedAt: now, countyOrganIds: ['east'], handlingOrganId: 'emergency' },
      },
    });
    const deed = city.cases.incident.revise.perform(id, revision, await actor());
    await expect(deed).rejects.toMatchObject({ code: 'stale' });
  });

  test('a lower figure in the fact sheet needs its reason (核减), an older one that comes late does not', async () => {
    const id = await anIncident(city).counting({ deaths: 3, missing: 2 }).reported();
    const now = city.clock.now();
    const record = async (deaths: number, minutes: number, reason = '') => {
      city.clock.travel(60_000);
      const asOf = new Date(now.getTime() + minutes * 60_000).toISOString();
      const input = { asOf, source: '市卫健委', figures: { deaths }, reason };
      await city.cases.incident.figures.perform(id, input, await city.actor('emergency', 'drafter'));
    };
    await expect(record(2, 1)).rejects.toMatchObject({
      reasons: [{ code: 'figureReduced', field: 'reason' }],
    });
    await record(1, -30);
    expect((await view(id)).suggestion.level).toBe('larger');
    await record(2, 1, '一名为此前病故，核减');
    expect((await view(id)).figures.map(({ figures }) => figures['deaths'])).toEqual([1, 3, 2]);
    expect((await view(id)).suggestion.level).toBe('ordinary');
  });

  test('it is closed with its matter; within the watch window only knowingly (traffic and fire 7 days, else 30)', async () => {
    const id = await anIncident(city).level('ordinary').with({ accident: 'traffic' }).reported();
    const close = async (withinWatchWindow: boolean) =>
      city.cases.incident.close.perform(id, { reason: '处置完毕', withinWatchWindow }, await actor());
    await expect(close(false)).rejects.toMatchObject({ reasons: [{ code: 'watchWindow' }] });
    const { occurredAt, watchUntil, matterId } = await view(id);
    expect(Date.parse(watchUntil) - Date.parse(occurredAt)).toBe(7 * 24 * 3_600_000);
    await close(true);
    expect((await view(id)).actions.confirmLevel.reasons).toMatchObject([{ code: 'incidentClosed' }]);
    expect((await city.cases.matter.show.one(matterId, await actor())).state).toBe('closed');
  });

  test('that the main leader spoke first is kept by post and occasion (Art.21)', async () => {
    const id = await anIncident(city).level('larger').reported();
    const spoke = { post: '市应急管理局局长', occasion: '现场接受采访', at: city.clock.now().toISOString() };
    await city.cases.incident.leader.perform(id, spoke, await city.actor('emergency', 'drafter'));
    expect((await view(id)).leaderSpoke).toEqual(spoke);
  });
});

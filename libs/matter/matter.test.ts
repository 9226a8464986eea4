import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { changeLineSchema, lineInputSchema, matterInputSchema } from './matter.api.js';

const deaths = (value: string) => lineInputSchema.parse({ attribute: 'deaths', value, unit: '人' });

onEachEngine('a matter', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const view = async (id: string) =>
    city.cases.matter.show.one(id, await city.actor('office', 'coordinator'));

  test('keeps every version of an agreed fact, with who changed it, when and why', async () => {
    const matter = await aMatter(city).ownedBy('emergency').opened();
    const owner = await city.actor('emergency', 'approver');
    await city.cases.matter.state.perform(matter, deaths('2'), owner);
    const [line] = (await view(matter)).lines;
    city.clock.travel(60_000);
    const change = changeLineSchema.parse({
      ...{ expectedVersion: 1, value: '3', unit: '人', reason: '一名伤者抢救无效' },
    });
    await city.cases.matter.change.perform({ matterId: matter, lineId: line?.lineId ?? '' }, change, owner);
    const [changed] = (await view(matter)).lines;
    expect(changed).toMatchObject({ version: 2, value: '3' });
    expect(changed?.history.map(({ version, value, reason }) => [version, value, reason])).toEqual([
      [2, '3', '一名伤者抢救无效'],
      [1, '2', ''],
    ]);
    expect(changed?.history.map(({ changedBy }) => changedBy.id)).toEqual([owner.personId, owner.personId]);
  });

  test('lets nobody but the organ that answers for a figure, or a coordinator, change it', async () => {
    const matter = await aMatter(city).ownedBy('emergency').concerning('transport').opened();
    const owner = await city.actor('emergency', 'approver');
    await city.cases.matter.state.perform(matter, deaths('2'), owner);
    const [line] = (await view(matter)).lines;
    const change = changeLineSchema.parse({
      expectedVersion: 1,
      value: '5',
      unit: '人',
      reason: '我们另有数据',
    });
    const address = { matterId: matter, lineId: line?.lineId ?? '' };
    const strangers = [await city.actor('transport', 'approver'), await city.actor('emergency', 'drafter')];
    for (const stranger of strangers)
      await expect(city.cases.matter.change.perform(address, change, stranger)).rejects.toMatchObject({
        code: 'forbidden',
      });
    const coordinator = await city.actor('office', 'coordinator');
    await city.cases.matter.change.perform(address, change, coordinator);
    expect((await view(matter)).lines[0]?.value).toBe('5');
  });

  test('refuses a change that read an older version', async () => {
    const matter = await aMatter(city).ownedBy('emergency').opened();
    const owner = await city.actor('emergency', 'approver');
    await city.cases.matter.state.perform(matter, deaths('2'), owner);
    const address = { matterId: matter, lineId: (await view(matter)).lines[0]?.lineId ?? '' };
    const to = (value: string) =>
      city.cases.matter.change.perform(
        address,
        changeLineSchema.parse({ expectedVersion: 1, value, unit: '人', reason: '更新' }),
        owner,
      );
    const outcomes = await Promise.allSettled([to('3'), to('4')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await view(matter)).lines[0]?.version).toBe(2);
  });

  test('keeps a retired line readable, and binds nobody with it', async () => {
    const matter = await aMatter(city).ownedBy('emergency').opened();
    const owner = await city.actor('emergency', 'approver');
    await city.cases.matter.state.perform(matter, deaths('2'), owner);
    const address = { matterId: matter, lineId: (await view(matter)).lines[0]?.lineId ?? '' };
    await city.cases.matter.change.retire(address, { expectedVersion: 1, reason: '改由省里发布' }, owner);
    const after = await view(matter);
    expect(after.lines).toEqual([]);
    expect(after.retiredLines[0]).toMatchObject({ value: '2', retired: true, reason: '改由省里发布' });
  });

  test('refuses a line that could not be held against any text', async () => {
    const matter = await aMatter(city).ownedBy('emergency').opened();
    const owner = await city.actor('emergency', 'approver');
    await expect(city.cases.matter.state.perform(matter, deaths('若干'), owner)).rejects.toMatchObject({
      reasons: [{ code: 'lineUnreadable', field: 'value' }],
    });
    const nameless = lineInputSchema.parse({ attribute: 'amount', value: '12', unit: '亿元' });
    await expect(city.cases.matter.state.perform(matter, nameless, owner)).rejects.toMatchObject({
      reasons: [{ code: 'aboutNeeded' }],
    });
  });

  test('is not there for organs that it does not concern', async () => {
    const matter = await aMatter(city).ownedBy('emergency').concerning('transport').opened();
    const stranger = await city.actor('water', 'approver');
    await expect(city.cases.matter.show.one(matter, stranger)).rejects.toMatchObject({ code: 'notFound' });
    const query = { page: 1, pageSize: 200 };
    const listed = await city.cases.matter.show.page(query, stranger);
    expect(listed.items.map(({ id }) => id)).not.toContain(matter);
    const concerned = await city.actor('transport', 'drafter');
    expect((await city.cases.matter.show.one(matter, concerned)).id).toBe(matter);
  });

  test('has a clock that only a coordinator moves, and that nobody closes unanswered', async () => {
    const matter = await aMatter(city).ownedBy('emergency').due('2026-11-24T09:00:00+08:00').opened();
    const owner = await city.actor('emergency', 'approver');
    const wanted = matterInputSchema.omit({ openedAt: true }).parse({
      ...{ title: '滨河路夜间养护', kind: 'routine', ownerOrganId: 'emergency' },
      dueAt: '2026-12-24T09:00:00+08:00',
    });
    const later = { expectedRevision: 1, matter: wanted };
    await expect(city.cases.matter.revise.perform(matter, later, owner)).rejects.toMatchObject({
      reasons: [{ code: 'dueIsCoordinators' }],
    });
    await expect(city.cases.matter.close.perform(matter, '不再发布', owner)).rejects.toMatchObject({
      reasons: [{ code: 'matterUnanswered' }],
    });
    await city.cases.matter.revise.perform(matter, later, await city.actor('office', 'coordinator'));
    expect((await view(matter)).dueAt).toContain('2026-12-24T09:00');
  });
});

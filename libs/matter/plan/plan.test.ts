import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, organ, type City } from '../../../test/support/a-city.js';
import { aRelease } from '../../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { approvePlanSchema, planInputSchema } from './plan.api.js';

onEachEngine('a release plan', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const { queries } = opened.database;
    await city.cases.organs.save(queries, organ('government', '滨海市人民政府办公室'));
    const mayor = {
      id: 'government-approver',
      username: 'mayor',
      name: '市领导',
      email: 'mayor@binhai.example',
    };
    await city.cases.people.save(queries, { ...mayor, passwordHash: '', disabled: false });
    await city.cases.people.grant(queries, { personId: mayor.id, organId: 'government', role: 'approver' });
  });
  afterAll(() => opened.drop());

  const dueAt = '2026-12-10T18:00:00+08:00';
  const input = (changes: Readonly<Record<string, unknown>> = {}) =>
    planInputSchema.parse({
      ...{ meetingOrganId: 'government', meeting: '市政府常务会议', metOn: '2026-11-20' },
      ...{ item: '滨河路改造方案', leadOrganId: 'transport', outline: '先发通稿，再开吹风会。' },
      ...{ level: 'department', form: 'pressRelease', dueAt },
      parts: [
        { kind: 'release', organId: 'transport', title: '滨河路改造通告' },
        { kind: 'conference', organId: 'transport', title: '滨河路改造吹风会' },
      ],
      ...changes,
    });
  const coordinator = () => city.actor('office', 'coordinator');
  const lead = () => city.actor('transport', 'approver');
  const mayor = () => city.actor('government', 'approver');
  const view = async (id: string) => city.cases.plan.show.one(id, await coordinator());
  const drafted = async (changes: Readonly<Record<string, unknown>> = {}) =>
    city.cases.plan.draft.perform(input(changes), await city.actor('transport', 'drafter'));
  const proposed = async (changes: Readonly<Record<string, unknown>> = {}) => {
    const id = await drafted(changes);
    await city.cases.plan.propose.perform(id, await lead());
    return id;
  };
  const decision = async (id: string, changes: Readonly<Record<string, unknown>> = {}) =>
    approvePlanSchema.parse({
      ...{ expectedRevision: (await view(id)).revision, level: 'city', form: 'briefing' },
      ...changes,
    });
  const approved = async (changes: Readonly<Record<string, unknown>> = {}) => {
    const id = await proposed(changes);
    await city.cases.plan.decide.approve(id, await decision(id), await mayor());
    return id;
  };

  test('gets level and form from the city’s leaders, who may set others than were proposed (Art.18)', async () => {
    const plan = await view(await approved());
    expect(plan.proposed).toEqual({ level: 'department', form: 'pressRelease' });
    expect(plan.decided).toMatchObject({ level: 'city', form: 'briefing', leader: '' });
  });

  test('is decided by no one of the lead organ, and a decision on paper names its leader (Art.18)', async () => {
    const id = await proposed();
    await expect(city.cases.plan.decide.approve(id, await decision(id), await lead())).rejects.toMatchObject({
      code: 'forbidden',
    });
    const clerk = await coordinator();
    await expect(city.cases.plan.decide.approve(id, await decision(id), clerk)).rejects.toMatchObject({
      reasons: [{ code: 'leaderNeeded', field: 'leader' }],
    });
    await city.cases.plan.decide.approve(id, await decision(id, { leader: '分管副市长' }), clerk);
    expect((await view(id)).decided).toMatchObject({
      leader: '分管副市长',
      by: { id: 'office-coordinator' },
    });
  });

  test('that was approved opens its matter and runs its clock to its own hour (Art.18, 12(5))', async () => {
    const plan = await view(await approved());
    const matter = await city.cases.matter.show.one(plan.matter?.id ?? '', await coordinator());
    expect(matter).toMatchObject({ owner: { id: 'transport' }, trigger: 'otherLegal', dueAt: plan.dueAt });
    const subject = { kind: 'plan', id: plan.id };
    const [clock] = await city.cases.clocks.showAll.list(opened.database.queries, { limit: 5, subject });
    expect(clock).toMatchObject({ rule: 'planExecution', dueAt: plan.dueAt });
    expect(clock?.article).toContain('第十八条');
  });

  test('that came back is written anew and proposed again (Art.18)', async () => {
    const id = await proposed();
    await city.cases.plan.decide.return(id, '请补充发布会安排', await mayor());
    expect(await view(id)).toMatchObject({ state: 'returned', note: '请补充发布会安排' });
    const drafter = await city.actor('transport', 'drafter');
    const revised = { expectedRevision: (await view(id)).revision, plan: input({ form: 'pressConference' }) };
    await city.cases.plan.draft.revise(id, revised, drafter);
    await expect(city.cases.plan.draft.revise(id, revised, drafter)).rejects.toMatchObject({ code: 'stale' });
    await city.cases.plan.propose.perform(id, await lead());
    expect(await view(id)).toMatchObject({ state: 'proposed', proposed: { form: 'pressConference' } });
    await expect(city.cases.plan.draft.revise(id, revised, drafter)).rejects.toMatchObject({
      reasons: [{ code: 'planWrongState' }],
    });
  });

  test('is executed only when every planned release is out and every conference has its number (Art.18)', async () => {
    const id = await approved();
    await expect(city.cases.plan.end.execute(id, await lead())).rejects.toMatchObject({
      reasons: [{ code: 'partsOpen' }],
    });
    const [release, conference] = (await view(id)).parts;
    const { release: out } = await aRelease(city).saying('滨河路改造通告', '滨河路下月改造。').released();
    const drafter = await city.actor('transport', 'drafter');
    const address = { planId: id, partId: release?.id ?? '' };
    await expect(
      city.cases.plan.link.perform(address, { conferenceNumber: '1' }, drafter),
    ).rejects.toMatchObject({ reasons: [{ code: 'notAConference' }] });
    await city.cases.plan.link.perform(address, { releaseId: out.id }, drafter);
    const held = { planId: id, partId: conference?.id ?? '' };
    await city.cases.plan.link.perform(held, { conferenceNumber: '滨新会〔2026〕3号' }, drafter);
    await city.cases.plan.end.execute(id, await lead());
    expect(await view(id)).toMatchObject({ state: 'executed', parts: [{ done: true }, { done: true }] });
    const subject = { kind: 'plan', id };
    expect(await city.cases.clocks.showAll.list(opened.database.queries, { limit: 5, subject })).toEqual([]);
  });

  test('does not lapse by the hand of whoever is late (Art.18)', async () => {
    const id = await approved({ dueAt: '2026-11-24T09:00:00+08:00' });
    city.clock.travel(2 * 86_400_000);
    expect(await view(id)).toMatchObject({ overdue: true });
    const overdue = await city.cases.plan.store.overdue(opened.database.queries, city.clock.now());
    expect(overdue.map((plan) => plan.id)).toContain(id);
    await expect(city.cases.plan.end.lapse(id, '不再发布', await lead())).rejects.toMatchObject({
      code: 'forbidden',
    });
    await city.cases.plan.end.lapse(id, '会议改变了决定', await mayor());
    expect(await view(id)).toMatchObject({ state: 'lapsed', overdue: false, endNote: '会议改变了决定' });
  });

  test('is its lead organ’s while a draft, and no stranger’s ever', async () => {
    const id = await drafted();
    await expect(city.cases.plan.show.one(id, await mayor())).rejects.toMatchObject({ code: 'notFound' });
    const stranger = await city.actor('water', 'approver');
    await city.cases.plan.propose.perform(id, await lead());
    expect((await city.cases.plan.show.one(id, await mayor())).id).toBe(id);
    await expect(city.cases.plan.show.one(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
    const listed = await city.cases.plan.show.page({ page: 1, pageSize: 200 }, stranger);
    expect(listed.total).toBe(0);
  });

  test('with an unknown organ or an hour that has passed names the field and leaves nothing behind', async () => {
    const before = (await city.cases.plan.show.page({ page: 1, pageSize: 1 }, await coordinator())).total;
    await expect(drafted({ meetingOrganId: 'nobody' })).rejects.toMatchObject({
      reasons: [{ code: 'unknownOrgan', field: 'meetingOrganId' }],
    });
    await expect(drafted({ dueAt: '2026-11-01T09:00:00+08:00' })).rejects.toMatchObject({
      reasons: [{ code: 'dueInThePast', field: 'dueAt' }],
    });
    const after = (await city.cases.plan.show.page({ page: 1, pageSize: 1 }, await coordinator())).total;
    expect(after).toBe(before);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aConference, conferencesIn, type ConferenceCases } from '../../test/support/a-conference.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

onEachEngine('routine release', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: ConferenceCases;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = await conferencesIn(city);
    const coordinator = await city.actor('office', 'coordinator');
    await cases.setRoutineDuty.perform('transport', true, coordinator);
  });
  afterAll(() => opened.drop());

  const clocks = async (states: readonly string[] = ['running']) =>
    (
      await opened.database.queries
        .selectFrom('deadline')
        .select(['rule', 'subject_id'])
        .where('subject_kind', '=', 'routineDuty')
        .where('state', 'in', [...states])
        .orderBy('rule')
        .execute()
    ).map(({ rule, subject_id }) => `${rule} ${subject_id}`);

  const counts = async (day?: string) => {
    const [row] = await cases.showRoutineDuties.rows(day);
    return row?.duties.map(({ rule, done, met }) => [rule, done, met]);
  };

  /** Held at once, as an emergency one may be. */
  const held = async (changes: object): Promise<void> => {
    const startsAt = new Date(city.clock.now().getTime() + minuteMs).toISOString();
    const builder = aConference(city, cases).with({ emergency: true, startsAt, ...changes });
    const { id } = await builder.filed();
    city.clock.travel(5 * minuteMs);
    const holding = { heldAt: startsAt, minutes: 3, journalists: 5, questions: 2 };
    await cases.hold.perform(id, holding, await city.actor('transport', 'drafter'));
  };
  const speakerOf = (capacity: string) => [
    { name: '发言人甲', post: '负责同志', organId: 'transport', capacity },
  ];

  test('has a clock per period, however often the tick runs (Art.29)', async () => {
    await cases.routine.tick();
    const first = await clocks();
    await Promise.all([cases.routine.tick(), cases.routine.tick()]);
    expect(await clocks()).toEqual(first);
    expect(first).toEqual([
      'leaderAtConference transport:2026',
      'officialAtConference transport:2026-H2',
      'ownConference transport:2026-Q4',
    ]);
  });

  test('is done for the quarter by a conference of the organ’s own (Art.29)', async () => {
    await held({ kind: 'own', place: '会议室' });
    expect(await clocks(['met'])).toEqual(['ownConference transport:2026-Q4']);
    expect(await counts()).toEqual([
      ['ownConference', 1, true],
      ['officialAtConference', 0, false],
      ['leaderAtConference', 0, false],
    ]);
  });

  test('is done by the responsible official, and for the year only by the main leader (Art.29)', async () => {
    await held({ speakers: speakerOf('spokesperson') });
    expect((await counts())?.[1]).toEqual(['officialAtConference', 0, false]);
    await held({ speakers: speakerOf('official') });
    expect((await counts())?.slice(1)).toEqual([
      ['officialAtConference', 1, true],
      ['leaderAtConference', 0, false],
    ]);
    await held({ speakers: speakerOf('principalLeader') });
    expect((await counts())?.slice(1)).toEqual([
      ['officialAtConference', 2, true],
      ['leaderAtConference', 1, true],
    ]);
    expect(await clocks()).toEqual([]);
  });

  test('begins anew with the next period, and what was missed stays a row of the report (Art.29, 42)', async () => {
    city.clock.travel(Date.parse('2027-01-02T09:00:00+08:00') - city.clock.now().getTime());
    await cases.routine.tick();
    expect(await clocks()).toContain('ownConference transport:2027-Q1');
    city.clock.travel(92 * dayMs);
    await cases.routine.tick();
    const open = await clocks();
    expect(open).toContain('ownConference transport:2027-Q2');
    expect(open).not.toContain('ownConference transport:2027-Q1');
    expect((await counts('2027-03-31'))?.[0]).toEqual(['ownConference', 0, false]);
    expect((await counts('2026-12-31'))?.[0]).toEqual(['ownConference', 1, true]);
  });

  test('is asked only of those whom the office named, and lifted with its clocks', async () => {
    const drafter = await city.actor('transport', 'drafter');
    await expect(cases.setRoutineDuty.perform('water', true, drafter)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { grants, ...water } = await city.actor('water', 'drafter');
    const administrator = {
      ...water,
      grants: grants.map((grant) => ({ ...grant, role: 'administrator' as const })),
    };
    await expect(cases.setRoutineDuty.perform('water', false, administrator)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const shown = async (actor: Parameters<typeof cases.showRoutineDuties.page>[1]) =>
      (await cases.showRoutineDuties.page({ page: 1, pageSize: 50 }, actor)).actions.set.reasons.length;
    const coordinator = await city.actor('office', 'coordinator');
    expect([await shown(drafter), await shown(administrator), await shown(coordinator)]).toEqual([1, 1, 0]);
    await cases.setRoutineDuty.perform('transport', false, coordinator);
    expect(await clocks()).toEqual([]);
    await cases.routine.tick();
    expect(await clocks()).toEqual([]);
  });
});

onEachEngine('routine release under the rules of Lianyungang', (open) => {
  test('counts an own conference by the half-year (RULES.md 2b)', async () => {
    const opened = await open();
    const cases = await conferencesIn(await aCity(opened.database), { rules: 'lianyungang' });
    const people = cases.showRoutineDuties;
    const coordinator = { personId: 'office-coordinator', name: '', grants: [] };
    await expect(cases.setRoutineDuty.perform('transport', true, coordinator)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const office = { role: 'coordinator' as const, organId: 'office', office: true };
    await cases.setRoutineDuty.perform('transport', true, { ...coordinator, grants: [office] });
    const [row] = await people.rows();
    expect(row?.duties[0]).toMatchObject({ rule: 'ownConference', period: '2026-H2', required: 1 });
    await opened.drop();
  });
});

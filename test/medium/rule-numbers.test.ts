import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { civilTime, Problem } from '@koujing/kernel';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { ruleCasesOf, type RuleCases } from '../../apps/dispatcher/rule-cases.js';
import type { NumberValue } from '@koujing/settings';
import { suggestLevel } from '../../libs/incident/level.js';
import { aCity, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const routine = 'deadlines.routineRelease.limit';
const basis = '滨新办〔2026〕12号';

onEachEngine('numbers of the rules that are set in the console', (open) => {
  let opened: TestDatabase;
  let city: City;
  let admin: Actor;
  /** Another process on the same database, with files of its own. */
  let other: RuleCases;
  let otherRules: ReturnType<typeof loadCityRules>;

  const process = (file: string) => {
    const rules = loadCityRules(file);
    return { rules, cases: ruleCasesOf({ ...city.cases, clock: city.clock, rules }, []) };
  };
  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const { people } = city.cases;
    const id = 'office-administrator';
    const { queries } = opened.database;
    await people.save(queries, {
      id,
      username: id,
      name: '管理员甲',
      email: '',
      passwordHash: '',
      disabled: false,
    });
    await people.grant(queries, { personId: id, organId: 'office', role: 'administrator' });
    const found = await people.actor(queries, id);
    if (found === null) throw new Error('no administrator');
    admin = found;
    ({ cases: other, rules: otherRules } = process('measures'));
  });
  afterAll(() => opened.drop());

  const set = (key: string, value: NumberValue, seen: NumberValue | null, by = admin) =>
    city.cases.ruleNumbers.set.perform({ key, value, basis, seen }, by);
  const refused = async (change: Promise<unknown>): Promise<readonly string[]> => {
    const problem = await change.then(
      () => null,
      (error: unknown) => (error instanceof Problem ? error : null),
    );
    return problem?.reasons.map(({ message }) => message) ?? [];
  };
  const start = async (id: string) => {
    const { start, parts } = city.cases.clocks;
    const deadline = await opened.database.transaction((queries) =>
      start.perform(queries, {
        ...{ rule: 'routineRelease', subject: { kind: 'release', id }, organId: 'water', title: id },
        ...{ link: `/releases/${id}`, eventAt: parts.clock.now(), actor: 'water-drafter' },
      }),
    );
    if (deadline === null) throw new Error('no deadline was started');
    return deadline;
  };
  const item = async (cases: RuleCases, key = routine) =>
    (await cases.show.show(admin)).items.find((each) => each.key === key);

  test('limits that start afterwards have it, one that runs keeps its own, and every process follows', async () => {
    const earlier = await start('a');
    expect(await set(routine, 7, 10)).toEqual({ key: routine, value: 7 });
    const later = await start('b');
    expect([earlier.terms.limit, later.terms.limit]).toEqual([10, 7]);
    expect(civilTime(earlier.dueAt) > civilTime(later.dueAt)).toBe(true);
    expect(otherRules.deadlines['routineRelease']?.limit).toBe(10);
    await other.look();
    expect(otherRules.deadlines['routineRelease']?.limit).toBe(7);
    // A start after that reads the file anew, and then what is set.
    const restarted = process('measures');
    await restarted.cases.look();
    expect(restarted.rules.deadlines['routineRelease']?.limit).toBe(7);
  });

  test('the settings show who set it and on what, beside the number of the file and what is allowed', async () => {
    expect(await item(other)).toMatchObject({
      ...{ value: 7, origin: 'console', article: '第十九条第一项' },
      number: {
        ...{ unit: 'workday', inFile: 10, since: 'nextStart' },
        allowed: { zh: '1 至 10 的整数（只能比条文更严）' },
        set: { value: 7, basis, by: '管理员甲', holds: true },
      },
    });
    expect(await item(other, 'roster.posts.organ.article')).toMatchObject({ number: null });
  });

  test.each([
    [routine, 11, 7, `常规政务信息发布（${routine}）填的是 11，应为：1 至 10 的整数（只能比条文更严）。`],
    [routine, 5, 10, '在您查看之后，管理员甲把它改成了 7，请关闭后重新打开。'],
    [routine, 7, 7, '现在就是 7，没有改动。'],
    ['deadlines.conferenceApplication.limit', 6, 7, '只能比条文更严'],
    ['reports.consistency.dailyAt', '25:00', '08:30', '应为：钟点，如 08:30'],
    ['roster.posts.organ.article', '随意', '第八条', '没有可以在这里设置的'],
    // Once in a half-year at least, says the provision; a city may ask for more, not for none (Art.42).
    ['deadlines.halfYearBulletin.limit', 0, 1, '只能比条文更严'],
    ['deadlines.rosterPublication.limit', 0, 1, '只能比条文更严'],
    ['incidents.levels.accident.major.deaths', 11, 10, '只能比条文更严'],
    // No higher level from fewer deaths than the one below it.
    ['incidents.levels.accident.major.deaths', 3, 10, '1 至 10 的整数'],
    ['roster.posts.organ.spokesperson.count', 0, 1, '1 至 20 的整数'],
    ['deadlines.routineRelease.reminders.0.at', 80, 50, '1 至 1000 的整数'],
  ])('%s set to %p by who saw %p is refused', async (key, value, seen, words) => {
    expect(await refused(set(key, value, seen))).toEqual([expect.stringContaining(words)]);
  });

  test('a coordinator may not', async () => {
    const coordinator = await city.actor('office', 'coordinator');
    expect(await refused(set(routine, 6, 7, coordinator))).toEqual([expect.stringContaining('管理员')]);
  });

  test('of two administrators who saw the same number one is told of the other', async () => {
    const key = 'interviews.ageAlarm.hours';
    const both = await Promise.all([refused(set(key, 12, 24)), refused(set(key, 8, 24))]);
    const { hours } = city.cases.rules.interviews.ageAlarm;
    expect([8, 12]).toContain(hours);
    expect(both.flat()).toEqual([`在您查看之后，管理员甲把它改成了 ${hours}，请关闭后重新打开。`]);
  });

  test('a start with a stricter file holds to the file, and says that what was set does not hold', async () => {
    const stricter = process('guizhou');
    await stricter.cases.look();
    expect(stricter.rules.deadlines['routineRelease']?.limit).toBe(5);
    expect(await item(stricter.cases)).toMatchObject({
      ...{ value: 5, origin: 'city' },
      number: { inFile: 5, set: { value: 7, holds: false } },
    });
  });

  test('the longest term of an authorisation and the hour of the daily report count at once', async () => {
    await set('signOff.authorisationDays.value', 30, 366);
    await set('reports.consistency.dailyAt', '09:15', '08:30');
    const desk = await city.authorisation.desk.perform('water', await city.actor('water', 'approver'));
    expect(desk.longest.authorisationDays).toBe(30);
    expect(city.cases.rules.reports.consistency.dailyAt).toBe('09:15');
  });

  test('reminders, levels of incidents, how many spokespersons and how often a conference are set, and hold everywhere', async () => {
    const reminded = 'deadlines.routineRelease.reminders.0.at';
    const before = await start('c');
    await set(reminded, 30, 50);
    const after = await start('d');
    const percents = ({ terms }: typeof before) => terms.reminders.map(({ at }) => at);
    expect([percents(before), percents(after)]).toEqual([
      [50, 80, 100],
      [30, 80, 100],
    ]);
    await set('incidents.levels.accident.major.deaths', 6, 10);
    await set('roster.posts.organ.spokesperson.count', 2, 1);
    await set('deadlines.ownConference.limit', 2, 1);
    await other.look();
    for (const { incidents, roster, deadlines } of [city.cases.rules, otherRules]) {
      expect(suggestLevel(incidents.levels.accident, { deaths: 6 })?.level).toBe('major');
      expect(roster.posts['organ']?.spokesperson.count).toBe(2);
      expect(deadlines['ownConference']?.limit).toBe(2);
    }
    expect(await item(other, reminded)).toMatchObject({
      ...{ value: 30, origin: 'console', article: '第十九条第一项' },
      number: { unit: 'percent', inFile: 50, since: 'nextStart', set: { value: 30, holds: true } },
    });
    expect(await item(other, 'deadlines.ownConference.limit')).toMatchObject({
      ...{ value: 2, number: { unit: 'perQuarter', since: 'atOnce' } },
    });
  });

  test('taken back, the file’s number holds again, and the audit has both changes with old and new', async () => {
    const { queries } = opened.database;
    await city.cases.ruleNumbers.set.remove({ key: routine, seen: 7 }, admin);
    expect(city.cases.rules.deadlines['routineRelease']?.limit).toBe(10);
    expect(await refused(city.cases.ruleNumbers.set.remove({ key: routine, seen: 10 }, admin))).toEqual([
      expect.stringContaining('没有在控制台设置过'),
    ]);
    const entries = await city.cases.audit.of(queries, 'rule', routine);
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['rule.setNumber', { from: 10, to: 7, basis }],
      ['rule.clearNumber', { from: 7, to: 10 }],
    ]);
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarChange, CalendarPreview, CalendarView } from '../../libs/deadline/calendar.api.js';
import type { DeadlineDetail, DeadlineList } from '../../libs/deadline/deadline.api.js';
import type { RulesView } from '../../libs/rule/rule.api.js';
import { TravellingClock } from '@koujing/kernel';
import { startCity, type City } from '../support/city.js';
import { Person, type Refusal } from '../support/person.js';
import { aDraft, approved } from '../support/release-way.js';

const ownRules = join(mkdtempSync(join(tmpdir(), 'koujing-clocks-')), 'city.yaml');
writeFileSync(ownRules, 'deadlines:\n  routineRelease: { limit: 5, article: 本市办法第八条 }\n');

/** A city’s own file, and that of Guizhou: five working days for routine information instead of ten. */
describe.each(['a city’s own file', 'guizhou'] as const)('clocks under %s', (file) => {
  const article = file === 'guizhou' ? '贵州省办法（常规发布五个工作日）' : '本市办法第八条';
  const rules = file === 'guizhou' ? file : ownRules;
  let city: City;
  const clock = new TravellingClock('2026-12-28T09:00:00+08:00');

  beforeAll(async () => {
    city = await startCity({ clock, rules });
  });

  afterAll(() => city.close());

  /** Made up for this journey: the real notice of 2027 is not known yet. */
  const newYear = {
    year: 2027,
    papers: ['https://www.gov.example/2027'],
    days: [
      { name: '元旦', off: ['2027-01-01..2027-01-04'], work: ['2027-01-09'] },
      { name: '春节', off: ['2027-02-05..2027-02-11'] },
      { name: '清明节', off: ['2027-04-05'] },
      { name: '劳动节', off: ['2027-05-01..2027-05-03'] },
      { name: '端午节', off: ['2027-06-09'] },
      { name: '中秋节', off: ['2027-09-15'] },
      { name: '国庆节', off: ['2027-10-01..2027-10-03'] },
    ],
  };

  const signedInAgain = (username: string): Promise<Person> =>
    Person.signIn(city.address, username, 'koujing-demo');

  const detailOf = async (person: Person, releaseId: string): Promise<DeadlineDetail> => {
    const { body } = await person.get<DeadlineList>(
      `/deadlines?subjectKind=release&subjectId=${releaseId}&limit=1`,
    );
    return (await person.get<DeadlineDetail>(`/deadlines/${body.items[0]?.id ?? 'none'}`)).body;
  };

  test('a limit into a year without its notice is provisional until the office imports the table, and then ends by it', async () => {
    const desk = await city.desk('water');
    const { id } = await approved(desk, aDraft({ organId: 'water', title: '关于供水管网检修的通告' }));
    const before = await detailOf(desk.drafter, id);
    expect(before).toMatchObject({ dueAt: '2027-01-05T23:59:59.999+08:00', provisional: true, limit: 5 });
    expect(before.counting.skipped.map(({ date, basis }) => [date, basis])).toEqual([
      ['2027-01-01', 'statutoryHoliday'],
      ['2027-01-02', 'weekend'],
      ['2027-01-03', 'weekend'],
    ]);
    expect(before.counting.unknownYears).toEqual([2027]);
    expect(before.reminders.map(({ at, sent }) => [at, sent])).toEqual([
      [50, false],
      [80, false],
      [100, false],
    ]);

    const refused = await desk.drafter.post<Refusal>('/calendar/years', { text: JSON.stringify(newYear) });
    expect([refused.status, refused.body.reasons[0]?.code]).toEqual([422, 'onlyOffice']);
    const office = await city.as('administrator');
    const slip = await office.post<Refusal>('/calendar/years', {
      text: 'year: 2027\npapers: []\ndays:\n  - { name: 元旦, off: [2027-02-30] }\n',
    });
    expect(slip.status).toBe(400);
    expect(slip.body.reasons[0]).toMatchObject({ field: 'days.0.off.0' });
    expect(slip.body.reasons[0]?.message).toContain('第 4 行');
    const empty = await office.post<Refusal>('/calendar/years', {
      text: JSON.stringify({ ...newYear, days: [] }),
    });
    expect(empty.body.reasons[0]?.code).toBe('calendarYearEmpty');
    const half = await office.post<Refusal>('/calendar/years', {
      text: JSON.stringify({ ...newYear, days: newYear.days.slice(0, 6) }),
    });
    expect(half.body.reasons[0]).toMatchObject({ code: 'calendarYearIncomplete' });
    expect(half.body.reasons[0]?.message).toContain('国庆节');
    expect(await detailOf(desk.drafter, id)).toEqual(before);

    const text = JSON.stringify(newYear);
    const looked = await office.post<CalendarPreview>('/calendar/years/preview', { text });
    expect((await office.get<CalendarView>('/calendar')).body.unknownYears).toContain(newYear.year);
    const moved = await office.post<CalendarChange>('/calendar/years', { text });
    expect({ days: looked.body.days, movedDeadlines: looked.body.movedDeadlines }).toEqual(moved.body);
    expect(looked.body.moved).toHaveLength(moved.body.movedDeadlines);
    expect(moved.body.movedDeadlines).toBe(1);
    expect(moved.body.days.slice(0, 2)).toEqual([
      { date: '2027-01-04', name: '元旦', workday: false },
      { date: '2027-01-09', name: '元旦', workday: true },
    ]);
    const after = await detailOf(desk.drafter, id);
    expect(after).toMatchObject({ dueAt: '2027-01-06T23:59:59.999+08:00', provisional: false });
    expect(after.history.map(({ event }) => event)).toEqual(['started', 'recomputed']);
    expect(after.counting.skipped.map(({ date }) => date)).toContain('2027-01-04');
    expect(after.counting.papers).toContain('https://www.gov.example/2027');
    const { body } = await office.get<CalendarView>('/calendar');
    expect(body.years[0]).toMatchObject({ year: 2027, imported: { by: '管理员·吴工' } });
  });

  test('a local day of rest moves the ends that count it, and back when it is taken back', async () => {
    const office = await city.as('administrator');
    const rest = await office.post<CalendarChange>('/calendar/rest-days', {
      ...{ date: '2026-12-30', name: '建城节' },
    });
    expect(rest.body).toMatchObject({ movedDeadlines: 1, days: [{ date: '2026-12-30', workday: false }] });
    const again = await office.post<Refusal>('/calendar/rest-days', { date: '2026-12-30', name: '建城节' });
    expect(again.body.reasons[0]?.code).toBe('restDayKnown');
    const back = await office.post<CalendarChange>('/calendar/rest-days/removals', { date: '2026-12-30' });
    expect(back.body.movedDeadlines).toBe(1);
  });

  test('only a coordinator pauses a clock, for a reason that its history keeps', async () => {
    const desk = await city.desk('education');
    const { id } = await approved(desk, aDraft({ organId: 'education', title: '关于寒假时间的通知' }));
    const deadline = await detailOf(desk.drafter, id);
    expect(deadline.actions.pause.map(({ code }) => code)).toEqual(['onlyOffice']);
    const refused = await desk.drafter.post<Refusal>(`/deadlines/${deadline.id}/pause`, {
      reason: '补充材料',
    });
    expect(refused.body.reasons).toEqual(deadline.actions.pause);
    const coordinator = await city.as('coordinator');
    const wordless = await coordinator.post<Refusal>(`/deadlines/${deadline.id}/pause`, { reason: ' ' });
    expect([wordless.status, wordless.body.reasons[0]?.field]).toEqual([400, 'reason']);
    await coordinator.post(`/deadlines/${deadline.id}/pause`, { reason: '补充材料' });
    const paused = await detailOf(desk.drafter, id);
    expect(paused).toMatchObject({
      state: 'paused',
      reminders: [{ dueAt: null }, { dueAt: null }, { dueAt: null }],
    });
    clock.travel(7 * 86_400_000);
    // Their sessions have ended meanwhile.
    const back = await signedInAgain('coordinator');
    await back.post(`/deadlines/${deadline.id}/resume`, { reason: '材料已补齐' });
    const { history, dueAt } = await detailOf(await signedInAgain('drafter'), id);
    expect(history.map(({ event, actor }) => [event, actor])).toEqual([
      ['started', '审批领导·沈岳'],
      ['paused', '统筹员·王科长'],
      ['resumed', '统筹员·王科长'],
    ]);
    // Five working days were left; from 4 January, itself not counted and a day off here, they end on Saturday the 9th.
    expect(dueAt.slice(0, 10)).toBe('2027-01-09');
  });

  test('people of another organ do not see a clock', async () => {
    const water = await signedInAgain('water');
    const { body } = await water.get<DeadlineList>('/deadlines');
    const stranger = await signedInAgain('traffic');
    const { status } = await stranger.get(`/deadlines/${body.items[0]?.id ?? ''}`);
    expect(status).toBe(404);
  });

  test('every number in force names its article and whether the city set it or inherits it', async () => {
    const { body } = await (await signedInAgain('water')).get<RulesView>('/rules');
    const rule = (key: string) => body.items.find((item) => item.key === key);
    expect(rule('deadlines.routineRelease.limit')).toMatchObject({ value: 5, origin: 'city', article });
    expect(rule('deadlines.conferenceApplication.limit')).toMatchObject({ value: 7, origin: 'measures' });
    expect(body.items.filter(({ key, article }) => key.endsWith('.limit') && article === '')).toEqual([]);
  });
});

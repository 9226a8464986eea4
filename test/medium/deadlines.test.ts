import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadCalendar, WorkingCalendar } from '@koujing/calendar';
import {
  deadlinesSection,
  DeadlineStore,
  EndDeadline,
  PauseDeadline,
  RecomputeDeadlines,
  RemindOfDeadlines,
  ResumeDeadline,
  StartDeadline,
  type DeadlineParts,
  type Reminder,
} from '@koujing/deadline';
import { civilTime, TravellingClock } from '@koujing/kernel';
import { OrganStore } from '@koujing/organ';
import { loadSettings } from '@koujing/settings';
import { organ } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const root = join(import.meta.dirname, '../..');
const known = loadCalendar(join(root, 'config/calendars'));
const rulesOf = (...files: readonly string[]) =>
  loadSettings([deadlinesSection], {
    paths: files.map((file) => join(root, 'config/rules', file)),
    environment: {},
    partly: true,
  }).deadlines;
const rules = rulesOf('measures.yaml');
const guizhou = rulesOf('measures.yaml', 'guizhou.yaml');
const files = [
  ['measures', rules],
  ['guizhou', guizhou],
] as const;
const day = 86_400_000;

onEachEngine('deadlines', (open) => {
  let opened: TestDatabase;
  let clock: TravellingClock;
  let calendar: WorkingCalendar;
  let parts: DeadlineParts;
  let told: Reminder[];
  const deadlines = new DeadlineStore();

  beforeAll(async () => {
    opened = await open();
    await new OrganStore().save(opened.database.queries, organ('water', '滨海市水务局'));
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    const { queries } = opened.database;
    await queries.deleteFrom('deadline_event').execute();
    await queries.deleteFrom('deadline').execute();
    clock = new TravellingClock('2026-11-23T09:00:00+08:00');
    calendar = known;
    told = [];
    parts = { deadlines, rules, calendar: () => calendar, clock };
  });

  const start = (id: string, rule = 'routineRelease', emergency = false) =>
    opened.database.transaction((queries) =>
      new StartDeadline(parts).perform(queries, {
        rule,
        subject: { kind: 'release', id },
        organId: 'water',
        title: '关于供水检修的通告',
        link: `/releases/${id}`,
        eventAt: clock.now(),
        emergency,
        actor: 'water-drafter',
      }),
    );
  const end = (id: string) =>
    opened.database.transaction((queries) =>
      new EndDeadline(parts).perform(queries, {
        rule: 'routineRelease',
        subject: { kind: 'release', id },
        as: 'met',
        actor: 'water-approver',
      }),
    );
  const ticking = () =>
    new RemindOfDeadlines(opened.database, parts, {
      remind: async (_, reminders) => {
        told.push(...reminders);
      },
    });

  test('started twice it runs once, and ends once', async () => {
    expect(await start('a')).toMatchObject({ state: 'running', provisional: false });
    expect(await start('a')).toBeNull();
    expect(await end('a')).toMatchObject({ state: 'met' });
    expect(await end('a')).toBeNull();
  });

  test('those that somebody acts on are counted and come first by their ends, however many others there are', async () => {
    const { queries } = opened.database;
    const interview = (id: string, organId: string, at: number) =>
      opened.database.transaction(async (within) => {
        clock.travel(at);
        return new StartDeadline(parts).perform(within, {
          ...{ rule: 'routineRelease', subject: { kind: 'interview', id }, organId, title: id },
          ...{ link: `/interviews/${id}`, eventAt: clock.now(), emergency: false, actor: 'water-drafter' },
        });
      });
    for (let count = 0; count < 60; count += 1) await start(`release ${count}`);
    await interview('late', 'water', day);
    await interview('later', 'water', day);
    const asked = (others: boolean, limit: number) =>
      deadlines.listOpen(queries, { limit, actedFor: { organIds: ['water'], others } });
    const mine = await asked(false, 1);
    expect([mine.total, mine.items.map(({ title }) => title)]).toEqual([2, ['late']]);
    expect((await asked(true, 5)).total).toBe(60);
    expect(
      await deadlines.listOpen(queries, { limit: 5, actedFor: { organIds: [], others: false } }),
    ).toEqual({
      ...{ items: [], total: 0 },
    });
  });

  test('done after its end it is met late, and the record says when', async () => {
    const started = await start('a');
    clock.travel(40 * day);
    expect(await end('a')).toMatchObject({ state: 'metLate' });
    const history = await deadlines.history(opened.database.queries, started?.id ?? '');
    expect(history.map(({ event }) => event)).toEqual(['started', 'metLate']);
  });

  test.each(files)(
    'done while it stands still it is met in time, unless it was late before it was stopped, %s file',
    async (_, of) => {
      parts = { ...parts, rules: of };
      const turn = (id: string) => ({
        ...{ rule: 'routineRelease', subject: { kind: 'release', id } },
        ...{ actor: 'office-coordinator', reason: '材料退回补正' },
      });
      const pause = (id: string) =>
        opened.database.transaction((queries) => new PauseDeadline(parts).perform(queries, turn(id)));
      await start('a');
      await start('b');
      await pause('a');
      clock.travel(40 * day);
      expect(await end('a')).toMatchObject({ state: 'met' });
      await pause('b');
      clock.travel(day);
      expect(await end('b')).toMatchObject({ state: 'metLate' });
    },
  );

  test('an exempt duty is kept with the basis of its exemption and reminds nobody', async () => {
    expect(await start('a', 'governmentMaterials', true)).toMatchObject({ state: 'exempt' });
    expect(await start('b', 'partyMaterials', true)).toMatchObject({ state: 'running' });
    clock.travel(1);
    expect((await deadlines.listOpen(opened.database.queries, { limit: 10 })).items).toHaveLength(1);
  });

  test('a rule without a number starts nothing until the city sets one', async () => {
    expect(await start('a', 'conferenceBrief')).toBeNull();
  });

  test.each(files)(
    'each stage is told once, to more persons as the end comes near, %s file',
    async (_, of) => {
      parts = { ...parts, rules: of };
      await start('a');
      const tick = ticking();
      for (let hour = 0; hour < 24 * 20; hour += 1) {
        await tick.tick();
        clock.travel(day / 24);
      }
      expect(told.map(({ percent }) => percent)).toEqual([50, 80, 100]);
      expect(told.at(-1)?.roles).toEqual(['approver', 'coordinator']);
    },
  );

  test.each(files)(
    'after a downtime the latest stage is told, to everyone whom a passed stage names, %s file',
    async (_, of) => {
      parts = { ...parts, rules: of };
      await start('a');
      clock.travel(30 * day);
      await ticking().tick();
      expect(told.map(({ percent, roles }) => [percent, roles])).toEqual([
        [100, ['drafter', 'approver', 'coordinator']],
      ]);
      await ticking().tick();
      expect(told).toHaveLength(1);
    },
  );

  test('ticks at the same instant tell each reminder once', async () => {
    for (let each = 0; each < 40; each += 1) await start(`r${each}`);
    clock.travel(30 * day);
    await Promise.all([ticking().tick(), ticking().tick(), ticking().tick()]);
    expect(new Set(told.map(({ deadline }) => deadline.id)).size).toBe(40);
    expect(told).toHaveLength(40);
  });

  test('a tick that fails has told nobody, and the next one tells', async () => {
    await start('a');
    clock.travel(30 * day);
    const failing = new RemindOfDeadlines(opened.database, parts, {
      remind: () => Promise.reject(new Error('the mail is away')),
    });
    await expect(failing.tick()).rejects.toThrow('the mail is away');
    await ticking().tick();
    expect(told).toHaveLength(1);
  });

  describe('the clock stands still', () => {
    const turn = {
      rule: 'routineRelease',
      subject: { kind: 'release', id: 'a' },
      actor: 'office',
      reason: '材料退回',
    };

    test('a paused deadline reminds nobody and has its days left when it runs again', async () => {
      await start('a');
      clock.travel(2 * day);
      await opened.database.transaction((queries) => new PauseDeadline(parts).perform(queries, turn));
      clock.travel(14 * day);
      await ticking().tick();
      expect(told).toEqual([]);
      const resumed = await opened.database.transaction((queries) =>
        new ResumeDeadline(parts).perform(queries, turn),
      );
      // Eight working days were left on 25 November; from 9 December they end on the 21st.
      expect(civilTime(resumed?.dueAt ?? clock.now()).slice(0, 10)).toBe('2026-12-21');
    });
  });

  test.each([
    ['measures', rules, '2026-12-21'],
    ['guizhou', guizhou, '2026-12-28'],
  ] as const)(
    'an end that rested on a guess is computed again when the year’s table arrives, %s file',
    async (_, of, from) => {
      clock = new TravellingClock(`${from}T09:00:00+08:00`);
      parts = { ...parts, clock, rules: of };
      expect(await start('a')).toMatchObject({ provisional: true });
      calendar = new WorkingCalendar([
        { year: 2026, papers: [], days: [{ date: '2026-10-01', name: '国庆节', workday: false }] },
        {
          year: 2027,
          papers: [],
          days: [1, 2, 3].map((date) => ({ date: `2027-01-0${date}`, name: '元旦', workday: false })),
        },
      ]);
      const [changed] = await opened.database.transaction((queries) =>
        new RecomputeDeadlines(parts).perform(queries, calendar, 'office-admin'),
      );
      expect(changed?.deadline.provisional).toBe(false);
      expect(civilTime(changed?.deadline.dueAt ?? clock.now()).slice(0, 10)).toBe('2027-01-05');
    },
  );

  test('a pause leaves the days of the city’s own number: three of Guizhou’s five (Art.19)', async () => {
    parts = { ...parts, rules: guizhou };
    await start('a');
    const turn = {
      ...{ rule: 'routineRelease', subject: { kind: 'release', id: 'a' } },
      ...{ actor: 'office-coordinator', reason: '补充材料' },
    };
    clock.travel(2 * day);
    await opened.database.transaction((queries) => new PauseDeadline(parts).perform(queries, turn));
    clock.travel(5 * day);
    const resumed = await opened.database.transaction((queries) =>
      new ResumeDeadline(parts).perform(queries, turn),
    );
    expect(civilTime(resumed?.dueAt ?? clock.now()).slice(0, 10)).toBe('2026-12-03');
  });

  test('what a pause gave back is kept when a year’s table moves the end', async () => {
    await start('a');
    const turn = {
      ...{ rule: 'routineRelease', subject: { kind: 'release', id: 'a' } },
      ...{ actor: 'office-coordinator', reason: '补充材料' },
    };
    clock.travel(2 * day);
    await opened.database.transaction((queries) => new PauseDeadline(parts).perform(queries, turn));
    clock.travel(28 * day);
    // Eight working days are left from 23 December: without next year's notice they end on 5 January.
    const resumed = await opened.database.transaction((queries) =>
      new ResumeDeadline(parts).perform(queries, turn),
    );
    expect(civilTime(resumed?.dueAt ?? clock.now()).slice(0, 10)).toBe('2027-01-05');
    calendar = known.with(
      [
        {
          year: 2027,
          papers: [],
          days: ['2027-01-01', '2027-01-04'].map((date) => ({ date, name: '元旦', workday: false })),
        },
      ],
      new Map(),
    );
    const [changed] = await opened.database.transaction((queries) =>
      new RecomputeDeadlines(parts).perform(queries, calendar, 'office-admin'),
    );
    expect(civilTime(changed?.deadline.dueAt ?? clock.now()).slice(0, 10)).toBe('2027-01-06');
  });
});

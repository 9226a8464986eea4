import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../support/a-city.js';
import { aConference, conferencesIn } from '../support/a-conference.js';
import { aLedger } from '../support/a-ledger.js';
import { aRelease } from '../support/a-release.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';
import { agendaOf } from '../../apps/dispatcher/schedule-cases.js';
import { agendaQuerySchema, type AgendaEntry } from '../../libs/schedule/agenda.api.js';
import type { ShowAgenda } from '@koujing/schedule';

const december = { from: '2026-12-01', to: '2026-12-31' };

const told = (entry: AgendaEntry): string => {
  switch (entry.kind) {
    case 'release':
      return `${entry.at.slice(0, 16)} ${entry.phase} ${entry.release.title}`;
    case 'conference':
      return `${entry.at.slice(0, 16)} conference ${entry.conference.theme}`;
    case 'deadline':
      return `${entry.at.slice(0, 16)} deadline ${entry.deadline.title}`;
  }
};

onEachEngine('the agenda', (open) => {
  let opened: TestDatabase;
  let city: City;
  let agenda: ShowAgenda;

  const at = (time: string) => new Date(`2026-12-${time}+08:00`);
  const drafted = async (organId: string, title: string, change: object = {}): Promise<string> => {
    const { release } = await aRelease(city).by(organId).with({ title }).drafted();
    await city.cases.database.queries
      .updateTable('release')
      .set({ ...change, title })
      .where('id', '=', release.id)
      .execute();
    return release.id;
  };
  const scheduled = (organId: string, title: string, time: string, change: object = {}) =>
    drafted(organId, title, { state: 'scheduled', scheduled_at: at(time), ...change });
  const seenBy = async (organId: string, desk: 'drafter' | 'coordinator', days = december) =>
    agenda.show(days, await city.actor(organId, desk));
  const listed = (items: readonly AgendaEntry[]) => items.filter(({ kind }) => kind !== 'deadline').map(told);

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const conferences = await conferencesIn(city);
    agenda = agendaOf(city.cases, conferences);
    await drafted('water', '停水通告', {
      state: 'released',
      released_version: 1,
      released_at: at('02T09:00:00'),
    });
    await drafted('water', '撤回的通告', {
      ...{ state: 'withdrawn', released_version: 1, released_at: at('03T09:00:00') },
    });
    await scheduled('transport', '绕行通告', '10T08:00:00');
    await scheduled('emergency', '被拦下的通告', '11T08:00:00', { state: 'heldByGate' });
    // Out in November; its correction has an hour in December.
    await scheduled('water', '更正中的通告', '12T08:00:00', {
      ...{ released_version: 1, released_at: new Date('2026-11-20T08:00:00+08:00') },
    });
    await drafted('transport', '没有定时的草稿');
    const meeting = aConference(city, conferences);
    await meeting.planned();
    const { id } = await meeting.with({ theme: '取消的发布会' }).planned();
    await opened.database.queries
      .updateTable('conference')
      .set({ state: 'cancelled' })
      .where('id', '=', id)
      .execute();
  });
  afterAll(() => opened.drop());

  test('tells what went out and what is to go out or be held, in the order of the hours', async () => {
    const { items, left } = await seenBy('office', 'coordinator');
    expect(listed(items)).toEqual([
      '2026-12-02T09:00 out 停水通告',
      '2026-12-10T08:00 toGoOut 绕行通告',
      '2026-12-10T10:00 conference 滨河路改造工程进展',
      '2026-12-11T08:00 toGoOut 被拦下的通告',
      '2026-12-12T08:00 toGoOut 更正中的通告',
    ]);
    expect(items.map(({ at: hour }) => hour)).toEqual(items.map(({ at: hour }) => hour).toSorted());
    expect(left).toBe(0);
  });

  test('tells a release that is out and about to be corrected at both hours', async () => {
    const { items } = await seenBy('office', 'coordinator', { from: '2026-11-20', to: '2026-12-12' });
    expect(listed(items).filter((line) => line.includes('更正中'))).toEqual([
      '2026-11-20T08:00 out 更正中的通告',
      '2026-12-12T08:00 toGoOut 更正中的通告',
    ]);
  });

  test('tells an organ of the others only what is public', async () => {
    const { items } = await seenBy('water', 'drafter');
    expect(listed(items)).toEqual(['2026-12-02T09:00 out 停水通告', '2026-12-12T08:00 toGoOut 更正中的通告']);
    const { items: own } = await seenBy('transport', 'drafter');
    expect(listed(own)).toEqual([
      '2026-12-02T09:00 out 停水通告',
      '2026-12-10T08:00 toGoOut 绕行通告',
      '2026-12-10T10:00 conference 滨河路改造工程进展',
    ]);
  });

  test('tells the ends of running clocks, of paused ones none, and to an organ only its own', async () => {
    const { database, clocks } = city.cases;
    const start = (title: string, organId: string, dueAt: Date) =>
      database.transaction((queries) =>
        clocks.start.perform(queries, {
          ...{ rule: 'routineRelease', subject: { kind: 'test', id: title }, organId, title, dueAt },
          ...{ link: '/releases', eventAt: city.clock.now(), actor: 'water-drafter' },
        }),
      );
    await start('供水时限', 'water', at('15T18:00:00'));
    await start('交通时限', 'transport', at('16T18:00:00'));
    const paused = await start('停住的时限', 'water', at('17T18:00:00'));
    await database.queries
      .updateTable('deadline')
      .set({ state: 'paused' })
      .where('id', '=', paused?.id ?? '')
      .execute();
    const days = { from: '2026-12-15', to: '2026-12-17' };
    const titles = ({ items }: Awaited<ReturnType<typeof seenBy>>) => items.map(told);
    expect(titles(await seenBy('office', 'coordinator', days))).toEqual([
      '2026-12-15T18:00 deadline 供水时限',
      '2026-12-16T18:00 deadline 交通时限',
    ]);
    expect(titles(await seenBy('water', 'drafter', days))).toEqual(['2026-12-15T18:00 deadline 供水时限']);
  });

  test('tells the newsrooms that hold a release under embargo, each once', async () => {
    const { queries } = opened.database;
    const id = await scheduled('water', '水价听证公告', '20T09:00:00');
    const copies = [
      ['desk@one.example', 'delivered'],
      ['desk@two.example', 'unknown'],
      ['desk@gone.example', 'rejected'],
      ['', 'planned'],
    ] as const;
    await aLedger(
      queries,
      id,
      copies.map(([recipient, state]) => ({
        ...{ account: 'mail', channel: 'email', operation: 'send', recipient, state },
      })),
    );
    const { items } = await seenBy('water', 'drafter', { from: '2026-12-20', to: '2026-12-20' });
    expect(items).toMatchObject([{ kind: 'release', embargoed: 2, findingIds: [], matterId: null }]);
  });

  test('names the open conflicts of a release, and no settled one', async () => {
    const { queries } = opened.database;
    const id = await scheduled('water', '防汛通告', '21T09:00:00');
    for (const [key, state] of [
      ['f-open', 'open'],
      ['f-closed', 'closed'],
    ] as const) {
      const group = { id: key, title: '防汛', matter_id: null, created_at: at('01T00:00:00') };
      await queries.insertInto('finding_group').values(group).execute();
      await queries
        .insertInto('finding')
        .values({
          ...{ id: key, key, kind: 'inconsistent', severity: 'block', state, confidence: 1, facts: '[]' },
          ...{ facts_digest: '', explanation: '', group_id: key, raised_at: at('01T00:00:00') },
          updated_at: at('01T00:00:00'),
        })
        .execute();
      await queries
        .insertInto('finding_release')
        .values({ finding_id: key, release_id: id, version: 1, position: 0 })
        .execute();
    }
    const { items } = await seenBy('water', 'drafter', { from: '2026-12-21', to: '2026-12-21' });
    expect(items).toMatchObject([{ findingIds: ['f-open'], release: { openFindings: { block: 1 } } }]);
  });

  test('names each day: days of rest, working weekends, and what is not decided yet', async () => {
    const { days } = await seenBy('water', 'drafter', { from: '2026-12-31', to: '2027-01-01' });
    expect(days.map(({ date, workday, name }) => [date, workday, name])).toEqual([
      ['2026-12-31', true, ''],
      ['2027-01-01', false, '元旦'],
    ]);
  });
});

test('asks for ten weeks at most, and not backwards', () => {
  const accepts = (from: string, to: string) => agendaQuerySchema.safeParse({ from, to }).success;
  expect(accepts('2026-12-01', '2026-12-01')).toBe(true);
  expect(accepts('2026-11-01', '2027-01-09')).toBe(true);
  expect(accepts('2026-11-01', '2027-01-10')).toBe(false);
  expect(accepts('2026-12-02', '2026-12-01')).toBe(false);
  expect(accepts('2026-02-30', '2026-03-01')).toBe(false);
});

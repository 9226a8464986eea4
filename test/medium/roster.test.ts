import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import type { DeadlineRules } from '@koujing/deadline';
import { civilTime, type TravellingClock } from '@koujing/kernel';
import type { RosterPublication, RosterSite } from '@koujing/roster';
import { organInputSchema } from '../../libs/organ/organ.api.js';
import { appointSchema } from '../../libs/roster/roster.api.js';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { rosterCasesOf, type RosterCases } from '../../apps/dispatcher/roster-cases.js';
import { aCity, organ, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const day = 86_400_000;

class KeptPages implements RosterSite {
  readonly written: string[] = [];
  standing: string | null = null;
  /** What a process waits for that has looked and not written yet. */
  held: Promise<unknown> = Promise.resolve();
  arrived: () => void = () => undefined;

  async exclusively(work: () => Promise<void>): Promise<void> {
    const { held } = this;
    this.arrived();
    await held;
    await work();
  }

  async shows({ digest }: RosterPublication): Promise<boolean> {
    return this.standing === digest;
  }

  async write({ digest }: RosterPublication): Promise<void> {
    this.written.push(digest);
    this.standing = digest;
  }
}

const actorIn = (role: Role, organId: string | null, office: boolean): Actor => ({
  personId: 'office-coordinator',
  name: '周文',
  grants: [{ role, organId, office }],
});
const coordinator = actorIn('coordinator', 'office', true);
const administrator = actorIn('administrator', 'office', true);
const leader = actorIn('approver', 'water', false);
const stranger = actorIn('approver', 'transport', false);

const named = (changes: Record<string, unknown> = {}) =>
  appointSchema.parse({
    ...{ post: 'spokesperson', name: '市水务局发言人', title: '副局长' },
    ...{ rank: 'leadershipTeamMember', fromOn: '2026-11-20', ...changes },
  });
const assistant = named({ post: 'pressAssistant', name: '市水务局助理', rank: 'generalDepartmentHead' });

const refusal = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (error) {
    return (error as { readonly reasons: readonly { readonly code: string }[] }).reasons[0]?.code ?? '';
  }
};

onEachEngine('the roster', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: RosterCases;
  let clock: TravellingClock;
  let site: KeptPages;

  const house = (rulesFile: string, deadlines: DeadlineRules = {}): RosterCases => {
    const rules = loadCityRules(rulesFile);
    return rosterCasesOf({
      ...city.cases,
      clock,
      rules: { ...rules, deadlines: { ...rules.deadlines, ...deadlines } },
      rosterSite: site,
      rosterPage: 'https://www.binhai.gov.example/roster.html',
    });
  };

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    clock = city.clock;
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    const { queries } = opened.database;
    for (const table of [
      'roster_entry',
      'roster_filing',
      'roster_publication',
      'deadline_event',
      'deadline',
    ] as const)
      await queries.deleteFrom(table).execute();
    site = new KeptPages();
    cases = house('measures');
  });

  const staffed = async (): Promise<void> => {
    await cases.appoint.perform('water', named(), leader);
    await cases.appoint.perform('water', assistant, leader);
  };
  const rowOf = async (organId: string) => cases.show.one(organId, coordinator);

  describe.each(['measures', 'guizhou'])('changes by %s', (rulesFile) => {
    beforeEach(() => {
      cases = house(rulesFile);
    });

    test('a change is to be filed within a calendar month of its day, and filing ends the clock (Art.9)', async () => {
      await staffed();
      const { filing, lacks } = await rowOf('water');
      expect([filing.pending, filing.dueAt?.slice(0, 16), filing.overdue]).toEqual([
        true,
        '2026-12-21T23:59',
        false,
      ]);
      expect(lacks).toEqual([]);
      await cases.fileRoster.perform('water', { note: '' }, leader);
      const filed = await rowOf('water');
      expect(filed.filing).toEqual({
        filedAt: civilTime(clock.now()),
        ...{ pending: false, dueAt: null, overdue: false },
      });
      expect(await refusal(cases.fileRoster.perform('water', { note: '' }, leader))).toBe('nothingToFile');
      const trail = (await city.cases.audit.of(opened.database.queries, 'organ', 'water')).slice(-3);
      expect(trail.map(({ action }) => action)).toEqual(['roster.appoint', 'roster.appoint', 'roster.file']);
      expect(trail.at(-1)?.digest).toBe(filed.filings[0]?.digest);
    });

    test('a vacancy is listed, cannot be filed away, and is overdue after a month (Art.7, 9)', async () => {
      await staffed();
      const [entry] = (await rowOf('water')).spokespersons;
      await cases.end.perform(entry?.id ?? '', { untilOn: '2026-11-22', reason: '调任' }, leader);
      const row = await rowOf('water');
      expect([row.lacks, row.spokespersons]).toEqual([['spokesperson'], []]);
      expect(row.history.find(({ id }) => id === entry?.id)).toMatchObject({
        ...{ untilOn: '2026-11-22', endedReason: '调任', active: false },
      });
      expect(await refusal(cases.fileRoster.perform('water', { note: '' }, leader))).toBe('postVacant');
      clock.travel(30 * day);
      const late = await cases.show.page({ page: 1, pageSize: 50, only: 'overdue' }, coordinator);
      expect(late.items.map(({ organ }) => organ.id)).toEqual(['water']);
      clock.travel(-30 * day);
    });

    test('two appointments at once to a post that one may hold: one of them is refused (Art.8)', async () => {
      const both = await Promise.all([
        refusal(cases.appoint.perform('water', named(), leader)),
        refusal(cases.appoint.perform('water', named({ name: '另一位发言人' }), leader)),
      ]);
      expect([...both].sort()).toEqual(['done', 'postTaken']);
    });

    test('a city’s own organs have as many spokespersons as its file says, a department one (Art.8)', async () => {
      await city.cases.organs.save(
        opened.database.queries,
        organ('government', '滨海市人民政府', { kind: 'government' }),
      );
      const secretary = (name: string) => named({ name, rank: 'deputySecretaryGeneral' });
      await cases.appoint.perform('government', secretary('第一发言人'), coordinator);
      expect(await refusal(cases.appoint.perform('government', secretary('第二发言人'), coordinator))).toBe(
        rulesFile === 'guizhou' ? 'done' : 'postTaken',
      );
      expect(await refusal(cases.appoint.perform('government', secretary('第三发言人'), coordinator))).toBe(
        'postTaken',
      );
    });

    test('another organ cannot change the roster, and does not read its telephones', async () => {
      expect(await refusal(cases.appoint.perform('water', named(), stranger))).toBe('lacksRole');
      await cases.appoint.perform('water', named({ phone: '0000-1' }), leader);
      expect((await cases.show.one('water', stranger)).spokespersons[0]?.phone).toBe('');
      expect((await cases.show.one('water', leader)).spokespersons[0]?.phone).toBe('0000-1');
    });
  });

  describe.each(['measures', 'guizhou'])('the list of the year by %s', (rulesFile) => {
    beforeEach(() => {
      cases = house(rulesFile);
    });

    test('the year begins once, however often it is ticked; publishing ends its clock (Art.9)', async () => {
      await Promise.all([cases.beginYear.tick(), cases.beginYear.tick()]);
      await cases.beginYear.tick();
      const begun = await cases.show.published(coordinator);
      expect(begun.thisYear).toEqual({
        ...{ year: 2026, done: 0, asked: 1, dueAt: '2026-12-31T23:59:59.999+08:00' },
      });
      expect(await refusal(cases.publish.perform(coordinator))).toBe('nobodyListed');
      await staffed();
      expect(await refusal(cases.publish.perform(leader))).toBe('lacksRole');
      await cases.publish.perform(coordinator);
      await cases.beginYear.tick();
      expect((await cases.show.published(coordinator)).thisYear).toEqual({
        ...{ year: 2026, done: 1, asked: 1, dueAt: null },
      });
    });

    test('a city that asks for the list twice a year owes it until it was published twice, and asking for less ends that (Art.9)', async () => {
      const { rosterPublication } = loadCityRules(rulesFile).deadlines;
      if (rosterPublication === undefined) throw new Error('the rules ask for no list');
      const asking = (limit: number) =>
        house(rulesFile, { rosterPublication: { ...rosterPublication, limit } });
      const due = '2026-12-31T23:59:59.999+08:00';
      const twice = asking(2);
      const thisYear = async (of = twice) => (await of.show.published(coordinator)).thisYear;
      await twice.beginYear.tick();
      await staffed();
      await twice.publish.perform(coordinator);
      await twice.beginYear.tick();
      expect(await thisYear()).toEqual({ year: 2026, done: 1, asked: 2, dueAt: due });
      const thrice = asking(3);
      await twice.publish.perform(coordinator);
      expect(await thisYear()).toEqual({ year: 2026, done: 2, asked: 2, dueAt: null });
      await thrice.beginYear.tick();
      expect(await thisYear(thrice)).toEqual({ year: 2026, done: 2, asked: 3, dueAt: due });
      await twice.beginYear.tick();
      expect(await thisYear()).toEqual({ year: 2026, done: 2, asked: 2, dueAt: null });
    });

    test('a process that looked before a newer list came does not put the older one over it (Art.9)', async () => {
      await staffed();
      await cases.publish.perform(coordinator);
      let goOn = (): void => undefined;
      site.held = new Promise<void>((resolve) => (goOn = resolve));
      const looked = new Promise<void>((resolve) => (site.arrived = resolve));
      const late = cases.writePage.tick();
      await looked;
      site.held = Promise.resolve();
      clock.travel(60_000);
      await cases.publish.perform(coordinator);
      await cases.writePage.tick();
      goOn();
      await late;
      clock.travel(-60_000);
      expect(site.written).toHaveLength(1);
    });

    test('a page that no longer says the list, or is gone, is written again, and the list is no later for it (Art.9)', async () => {
      await staffed();
      await cases.publish.perform(coordinator);
      await cases.writePage.tick();
      const first = civilTime(clock.now());
      clock.travel(60_000);
      for (const standing of ['touched', null]) {
        site.standing = standing;
        await cases.writePage.tick();
        await cases.writePage.tick();
      }
      const [list] = (await cases.show.published(coordinator)).items;
      expect(site.written).toEqual([list?.digest, list?.digest, list?.digest]);
      expect(list?.pageWrittenAt).toBe(first);
      clock.travel(-60_000);
    });

    test('a published list is frozen: who changes later is not in it, and its page is written once', async () => {
      await staffed();
      await cases.publish.perform(coordinator);
      await cases.writePage.tick();
      await cases.writePage.tick();
      const [list] = (await cases.show.published(coordinator)).items;
      expect(site.written).toEqual([list?.digest]);
      expect(list).toMatchObject({ organs: 1, persons: 2, pageWrittenAt: civilTime(clock.now()) });
      const [entry] = (await rowOf('water')).spokespersons;
      const next = named({ name: '新任发言人', fromOn: '2026-11-23', replaces: entry?.id });
      await cases.appoint.perform('water', next, leader);
      expect(await cases.show.csv(list?.id ?? '')).not.toContain('新任发言人');
    });
  });

  describe('the register of organs', () => {
    const input = (changes: Record<string, unknown> = {}) =>
      organInputSchema.parse({
        ...{ name: '滨海市体育局', shortName: '市体育局', kind: 'governmentDepartment', ...changes },
      });

    test('two administrators who take one name at once: one organ is registered', async () => {
      const { queries } = opened.database;
      const both = await Promise.all([
        refusal(cases.saveOrgan.create(input(), administrator)),
        refusal(cases.saveOrgan.create(input(), administrator)),
      ]);
      expect([...both].sort()).toEqual(['done', 'nameTaken']);
      const organ = await city.cases.organs.byName(queries, '市体育局');
      const entries = await city.cases.audit.of(queries, 'organ', organ?.id ?? '');
      expect(entries.map(({ action }) => action)).toEqual(['organ.create']);
      expect((await cases.show.one(organ?.id ?? '', coordinator)).lacks).toEqual([
        'releaseUnit',
        'spokesperson',
        'pressAssistant',
      ]);
    });

    test('an organ changed by another meanwhile is stale, and a coordinator may not change it', async () => {
      const { queries } = opened.database;
      const organ = await city.cases.organs.find(queries, 'water');
      const change = {
        expectedRevision: organ?.revision ?? 0,
        organ: input({ name: '滨海市水务局', shortName: '市水务局', releaseUnit: '宣传科' }),
        reason: '机构改革',
      };
      expect(await refusal(cases.saveOrgan.revise('water', change, coordinator))).toBe('lacksRole');
      expect(await refusal(cases.saveOrgan.revise('water', change, administrator))).toBe('done');
      expect(await refusal(cases.saveOrgan.revise('water', change, administrator))).toBe('stale');
    });
  });
});

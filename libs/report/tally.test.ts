import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aConference, conferencesIn, type ConferenceCases } from '../../test/support/a-conference.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { loadCityRules, reportCasesOf, violationCasesOf } from '../../test/support/violations.js';
import { directiveInputSchema } from '../matter/directive/directive.api.js';

const day = 24 * 3_600_000;

for (const file of ['measures', 'guizhou'] as const)
  onEachEngine(`what the reports count · ${file}`, (open) => {
    const rules = loadCityRules(file);
    let opened: TestDatabase;
    let city: City;
    let conferences: ConferenceCases;
    let reports: ReturnType<typeof reportCasesOf>;

    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database, undefined, file);
      conferences = await conferencesIn(city, { rules: file });
      reports = reportCasesOf(city.cases, conferences.showRoutineDuties, rules);
    });
    afterAll(() => opened.drop());

    const bulletin = async (half: string, organId = 'transport') => {
      const { items, ...rest } = await reports.bulletin.show(
        { day: half },
        await city.actor('office', 'coordinator'),
      );
      return { ...rest, line: items.find(({ organ: { id } }) => id === organId) };
    };

    test(`the half-year counts releases, limits, orders, violations and conferences of each organ, and nothing of another half, ${file} file (Art.42)`, async () => {
      const { article, period, firstDay, lastDay, provisional, line } = await bulletin('2026-11-23');
      expect([article, period, firstDay, lastDay, provisional]).toEqual([
        ...['第四十二条', '2026-H2', '2026-07-01', '2026-12-31', true],
      ]);
      expect([line?.releases, line?.conferences, line?.violations]).toEqual([{}, 0, {}]);
      const needs = { triggers: ['needsExplanation' as const] };
      await aRelease(city).with({ title: '滨河路养护解读', declaration: needs }).released();
      await aRelease(city).with({ kind: 'other', title: '滨河路养护进展' }).released();
      const { id, startsAt } = await aConference(city, conferences).with({ kind: 'own' }).filed();
      const issued = directiveInputSchema.parse({
        ...{ fromOrganId: 'office', toOrganId: 'transport', title: '请就隧道养护发布', text: '请发布。' },
        dueAt: new Date(city.clock.now().getTime() + 3_600_000).toISOString(),
      });
      await city.cases.directive.issue.perform(issued, await city.actor('office', 'coordinator'));
      await aRelease(city).with({ title: '久拖未发的通告' }).approved();
      city.clock.travel(18 * day);
      const holding = { heldAt: startsAt, minutes: 40, journalists: 12, questions: 6 };
      await conferences.hold.perform(id, holding, await city.actor('transport', 'drafter'));
      await violationCasesOf(city.cases, rules).watch.tick();
      const { line: full } = await bulletin('2026-11-23');
      expect(full).toMatchObject({
        releases: { routine: 1, other: 1 },
        conferences: 1,
        directives: { received: 1, fulfilled: 0 },
        violations: { directiveDisobeyed: 1, notReleased: 1 },
        timeliness: { inTime: expect.any(Number), overdue: expect.any(Number) },
        routine: null,
      });
      expect(full?.timeliness.inTime).toBeGreaterThanOrEqual(1);
      expect(full?.timeliness.overdue).toBeGreaterThanOrEqual(2);
      const { line: earlier, provisional: over } = await bulletin('2026-06-30');
      expect([over, earlier?.releases, earlier?.conferences, earlier?.violations]).toEqual([
        false,
        {},
        0,
        {},
      ]);
    });

    test('an organ reads its own line of the bulletin, the office all of them (Art.42)', async () => {
      const own = await reports.bulletin.show({}, await city.actor('water', 'drafter'));
      expect(own.items.map(({ organ: { id } }) => id)).toEqual(['water']);
      const all = await reports.bulletin.show({}, await city.actor('office', 'coordinator'));
      expect(all.items.map(({ organ: { id } }) => id)).toEqual(
        expect.arrayContaining(['water', 'transport', 'east']),
      );
    });

    test(`the annual section counts conferences, publicity and interpretation under their three headings, ${file} file (Art.38)`, async () => {
      const coordinator = await city.actor('office', 'coordinator');
      const section = await reports.annual.show({ year: 2026 }, coordinator);
      expect(section).toMatchObject({
        ...{ article: '第三十八条', year: 2026, organ: null, provisional: true },
        conferences: { own: 1 },
        publicity: { releases: { routine: 1, other: 1 }, answers: {}, interviews: 0 },
        interpretation: { releases: 1, experts: 0 },
      });
      const own = await reports.annual.show(
        { year: 2026, organ: 'water' },
        await city.actor('water', 'drafter'),
      );
      expect([own.organ?.id, own.publicity.releases]).toEqual(['water', {}]);
      const before = await reports.annual.show({ year: 2025 }, coordinator);
      expect([before.provisional, before.conferences, before.publicity.releases]).toEqual([false, {}, {}]);
      const stranger = await city.actor('water', 'drafter');
      for (const query of [{ year: 2026 }, { year: 2026, organ: 'transport' }])
        await expect(reports.annual.show(query, stranger)).rejects.toMatchObject({ code: 'notFound' });
    });
  });

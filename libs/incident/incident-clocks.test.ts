import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PlainRenditions } from '@koujing/release';
import { aCity, type City } from '../../test/support/a-city.js';
import { anIncident, coordinator, incidentView, withCounties } from '../../test/support/an-incident.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const hour = 3_600_000;

describe.each([
  ['measures', 5, null],
  ['guizhou', 3, 1],
] as const)('under %s', (rules, firstHours, lateHours) => {
  onEachEngine('the clocks of an incident', (open) => {
    let opened: TestDatabase;
    let city: City;

    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database, new PlainRenditions(), rules);
      await withCounties(city);
    });
    afterAll(() => opened.drop());

    const clocks = async (id: string) =>
      (await incidentView(city, id)).clocks.map(({ rule, state, dueAt, organ }) => ({
        rule,
        state,
        due: Date.parse(dueAt),
        organ: organ.id,
      }));
    const running = async (id: string) => (await clocks(id)).filter(({ state }) => state === 'running');
    const confirm = async (id: string, level: 'larger' | 'major') =>
      city.cases.incident.level.perform(id, { level, reason: '会商认定' }, await coordinator(city));

    test(`a raise to major starts ${firstHours} h and 24 h from the occurrence, even if that is past (Art.23)`, async () => {
      const id = await anIncident(city).level('larger').hoursAgo(30, 1).reported();
      expect(await running(id)).toEqual([]);
      await confirm(id, 'major');
      const occurred = Date.parse((await incidentView(city, id)).occurredAt);
      const learned = Date.parse((await incidentView(city, id)).learnedAt);
      const first =
        lateHours === null
          ? { rule: 'emergencyFirstRelease', due: occurred + firstHours * hour }
          : { rule: 'emergencyLateReport', due: learned + lateHours * hour };
      expect(await running(id)).toMatchObject([
        { ...first, organ: 'office' },
        { rule: 'emergencyConference', due: occurred + 24 * hour },
      ]);
    });

    test('a fall of the level cancels them, and they start anew when it rises again (Art.23)', async () => {
      const id = await anIncident(city).level('major').reported();
      await confirm(id, 'larger');
      expect(await running(id)).toEqual([]);
      await confirm(id, 'major');
      expect((await clocks(id)).map(({ state }) => state)).toEqual([
        'cancelled',
        'cancelled',
        'running',
        'running',
      ]);
    });

    test('another hour of occurrence moves their ends', async () => {
      const id = await anIncident(city).level('major').hoursAgo(1).reported();
      const before = await incidentView(city, id);
      const occurred = Date.parse(before.occurredAt) - hour;
      const { title, kind, accident, place, learnedAt } = before;
      const facts = { title, kind, accident, place, learnedAt, parties: [] };
      const incident = { ...facts, countyOrganIds: ['east'], handlingOrganId: 'emergency' };
      const revision = {
        ...{ expectedRevision: before.revision, reason: '监控核实' },
        incident: { ...incident, occurredAt: new Date(occurred).toISOString() },
      };
      await city.cases.incident.revise.perform(id, revision, await coordinator(city));
      expect((await running(id)).map(({ due }) => due)).toEqual([
        occurred + firstHours * hour,
        occurred + 24 * hour,
      ]);
    });

    test('a headquarters takes the running clocks over', async () => {
      const id = await anIncident(city).level('major').reported();
      const name = `${rules}现场指挥部`;
      await city.cases.incident.setUp.perform(id, { name, basis: '市政府决定' }, await coordinator(city));
      const { responsible } = await incidentView(city, id);
      expect((await running(id)).map(({ organ }) => organ)).toEqual([responsible.id, responsible.id]);
    });

    test('a conference that is held meets its 24 hours, once (Art.23)', async () => {
      const id = await anIncident(city).level('major').hoursAgo(2).reported();
      const hold = (at: Date) =>
        opened.database.transaction((queries) =>
          city.cases.incident.clocks.conferenceHeld(queries, id, { at, actor: 'office-coordinator' }),
        );
      const held = city.clock.now();
      await hold(held);
      await hold(new Date(held.getTime() + 40 * hour));
      const view = await incidentView(city, id);
      expect(Date.parse(view.conferenceHeldAt ?? '')).toBe(held.getTime());
      expect(view.clocks.find(({ rule }) => rule === 'emergencyConference')?.state).toBe('met');
    });

    test('public opinion starts 48 hours; the immediate clock has no number until the city sets one (Art.25)', async () => {
      const id = await anIncident(city).with({ kind: 'socialSecurity', level: 'larger' }).reported();
      const formed = city.clock.now();
      const opinion = { formedAt: formed.toISOString(), reason: '热搜' };
      await city.cases.incident.opinion.perform(id, opinion, await city.actor('emergency', 'drafter'));
      expect(await running(id)).toMatchObject([
        { rule: 'publicOpinionResponse', due: formed.getTime() + 48 * hour },
      ]);
    });

    test('closing cancels what runs', async () => {
      const id = await anIncident(city).level('major').reported();
      const close = { reason: '误报', withinWatchWindow: true };
      await city.cases.incident.close.perform(id, close, await coordinator(city));
      expect((await clocks(id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    });
  });
});

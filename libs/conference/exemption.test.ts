import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import {
  aConference,
  conferencesIn,
  furnish,
  signAll,
  signMaterials,
  type ConferenceCases,
} from '../../test/support/a-conference.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import type { ConferenceView } from './conference-view.api.js';

const place = '东港区应急指挥中心';
/** The next morning: far too late for any of the three limits. */
const tomorrow = '2026-11-24T10:00:00+08:00';
const emergency = { emergency: true, startsAt: tomorrow, place };

/** The uneven table of RULES.md 0.3: kind, clock, whether an emergency is free of it, and on what basis. */
const cells = [
  ['party', 'conferenceApplication', 'exempt', 'inferred'],
  ['party', 'conferenceAnswer', 'exempt', 'inferred'],
  ['party', 'partyMaterials', 'running', 'none'],
  ['party', 'conferenceMaterials', 'running', 'none'],
  ['government', 'conferenceApplication', 'exempt', 'inferred'],
  ['government', 'conferenceAnswer', 'exempt', 'inferred'],
  ['government', 'governmentMaterials', 'exempt', 'explicit'],
  ['government', 'conferenceMaterials', 'running', 'none'],
  ['own', 'conferenceApplication', 'exempt', 'inferred'],
  ['own', 'conferenceAnswer', 'exempt', 'inferred'],
  ['own', 'ownMaterials', 'exempt', 'explicit'],
  ['own', 'conferenceMaterials', 'running', 'none'],
  ['county', 'countyMajorMatter', 'exempt', 'explicit'],
  ['county', 'conferenceMaterials', 'running', 'none'],
] as const;
const kinds = ['party', 'government', 'own', 'county'] as const;

const basisWords = { explicit: '明文规定', inferred: '推定', none: '没有突发事件例外' } as const;

for (const rules of ['measures', 'guizhou'])
  onEachEngine(`an emergency conference under ${rules}`, (open) => {
    let opened: TestDatabase;
    let city: City;
    let cases: ConferenceCases;
    const applied = new Map<string, ConferenceView>();

    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database);
      cases = await conferencesIn(city, { rules });
      for (const kind of kinds) {
        const county = kind === 'county' ? { organId: 'east', major: true } : {};
        applied.set(
          kind,
          await aConference(city, cases)
            .with({ ...emergency, ...county, kind })
            .applied(),
        );
      }
    });
    afterAll(() => opened.drop());

    test.each(cells)('%s, %s: %s, on the basis %s (Art.31, 34)', (kind, rule, state, basis) => {
      const clock = applied.get(kind)?.clocks.find((each) => each.rule === rule);
      expect([clock?.state, clock?.basis]).toEqual([state, basis]);
      expect(clock?.basisText).toContain(basisWords[basis]);
    });

    test('an ordinary conference of the same morning is refused as too late (Art.31(1))', async () => {
      for (const kind of ['party', 'government', 'own'] as const) {
        const firm = kind === 'government' ? {} : { place };
        const { actions } = await aConference(city, cases)
          .with({ kind, startsAt: tomorrow, ...firm })
          .planned();
        expect(actions['apply']?.reasons.map(({ code }) => code)).toEqual(['appliedTooLate']);
      }
    });

    test('a county asks the city on major matters only, and in time (Art.31(4))', async () => {
      const county = { kind: 'county', organId: 'east', startsAt: tomorrow, place };
      const major = await aConference(city, cases)
        .with({ ...county, major: true })
        .planned();
      expect(major.actions['apply']?.reasons.map(({ code }) => code)).toEqual(['appliedTooLate']);
      const ordinary = await aConference(city, cases).with(county).applied();
      expect(ordinary.state).toBe('signing');
      expect(ordinary.clocks.map(({ rule }) => rule)).toEqual(['conferenceMaterials']);
    });

    test('is held without filing only where the kind’s own rule frees it (Art.31(2)–(3))', async () => {
      const startsAt = '2026-11-23T10:00:00+08:00';
      const freed = async (kind: (typeof kinds)[number]) => {
        const builder = aConference(city, cases).with({ ...emergency, kind, startsAt });
        const { id } = await builder.applied();
        await signAll(city, cases, id);
        const { actions } = await cases.show.one(id, await city.actor('transport', 'drafter'));
        return (actions['hold']?.reasons ?? []).map(({ code }) => code);
      };
      expect(await freed('government')).toEqual(['notYetHeld']);
      expect(await freed('own')).toEqual(['notYetHeld']);
      expect(await freed('party')).toEqual(['materialsNotFiled', 'notYetHeld']);
    });

    test('filed late gives its reason and stays late where nothing frees it (Art.34)', async () => {
      const { id, organ } = applied.get('party') ?? {};
      if (id === undefined || organ === undefined) throw new Error('no party conference');
      await signAll(city, cases, id);
      const drafter = await city.actor(organ.id, 'drafter');
      await furnish(cases, id, drafter);
      await signMaterials(cases, id, await city.actor(organ.id, 'approver'));
      await expect(cases.file.perform(id, { headcount: 20, reason: '' }, drafter)).rejects.toMatchObject({
        reasons: [{ code: 'filingReasonNeeded', field: 'reason' }],
      });
      await cases.file.perform(id, { headcount: 20, reason: '突发事件，二十四小时内开会' }, drafter);
      const filed = await cases.show.one(id, drafter);
      const states = filed.clocks.map(({ rule, state }) => [rule, state]);
      expect(states).toContainEqual(['partyMaterials', 'metLate']);
      expect(states).toContainEqual(['conferenceMaterials', 'metLate']);
    });
  });

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Role } from '@koujing/access';
import { aCity, type City } from '../../test/support/a-city.js';
import { aConference, conferencesIn, type ConferenceCases } from '../../test/support/a-conference.js';
import {
  disturbed,
  filedByItself,
  onWhatIsGone,
  step,
  straight,
} from '../../test/support/conference-steps.js';
import { Walk, type Kind } from '../../test/support/conference-walk.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

onEachEngine('any sequence of actions on a press conference', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: ConferenceCases;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = await conferencesIn(city);
    const grant = (organId: string, role: Role) =>
      city.cases.people.grant(opened.database.queries, { personId: 'transport-drafter', organId, role });
    await grant('transport', 'approver');
    await grant('transport', 'principalLeader');
    await grant('office', 'coordinator');
  });
  afterAll(() => opened.drop());

  const planned = async (kind: Kind): Promise<Walk> => {
    // Far enough ahead for however long the walks wait; the hour is the city's.
    const startsAt = new Date(city.clock.now().getTime() + 40 * 86_400_000).toISOString();
    const { id, digest } = await aConference(city, cases).with({ kind, startsAt }).planned();
    return new Walk({ city, cases, kind, startsAt }, id, digest);
  };

  test('gives no number and no notice without every signature of its chain, on this very content, by others than its planner (Art.31, 32, 40)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.array(step, { minLength: 8, maxLength: 20 }), disturbed, disturbed),
        fc.constantFrom<Kind>('government', 'own'),
        async (steps, kind) => {
          const walk = await planned(kind);
          for (const each of steps) {
            if (!(await walk.step(each))) continue;
            await walk.expectSigned();
            await walk.expectReviewed();
          }
        },
      ),
      {
        numRuns: 10,
        examples: [
          [onWhatIsGone, 'government'],
          [filedByItself, 'own'],
        ],
      },
    );
  });

  test.each(['government', 'own'] as const)(
    'the straight way through the chain of the %s kind ends with a number and its notice (Art.31, 40)',
    async (kind) => {
      const walk = await planned(kind);
      for (const each of straight) await walk.step(each);
      expect(await walk.expectSigned()).toBe(true);
    },
  );

  test('materials that came late are filed once another than their uploader signed and opened them (Art.34, 39(6))', async () => {
    const walk = await planned('own');
    for (const each of filedByItself) await walk.step(each);
    expect(await walk.expectReviewed()).toBe(true);
  });
});

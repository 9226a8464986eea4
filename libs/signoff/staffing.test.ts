import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import { loadRules } from '../../test/support/declared.js';
import { aCity, organ, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { staffingGaps } from './staffing.js';

const person = (personId: string, ...roles: readonly Role[]): Actor => ({
  personId,
  name: personId,
  grants: roles.map((role) => ({ role, organId: 'water', office: false })),
});
const water = organ('water', '滨海市水务局');
const gaps = (file: 'measures' | 'guizhou', ...people: readonly Actor[]) =>
  staffingGaps(loadRules(file).signOff.chains, water, people).map(({ code, field }) => [code, field]);

describe('an organ has somebody for every step of its chains', () => {
  const drafter = person('d', 'drafter');

  test('where nobody drafts nothing is handed in, and nobody is missed', () => {
    expect(gaps('measures', person('r', 'confidentialityReviewer'))).toEqual([]);
  });

  test('each step that nobody may sign is told with its role, in every chain that applies (Art.14, 39(6))', () => {
    const [missed] = staffingGaps(loadRules('measures').signOff.chains, water, [drafter]);
    for (const step of ['“一般审签”的保密审查', '的事后全面审查', '第三十九条第六项'])
      expect(missed?.message).toContain(step);
    expect(gaps('measures', drafter)).toEqual([
      ['nobodyForStep', 'confidentialityReviewer'],
      ['nobodyForStep', 'principalLeader'],
    ]);
    expect(
      gaps('measures', drafter, person('r', 'confidentialityReviewer'), person('l', 'principalLeader')),
    ).toEqual([]);
  });

  test('who drafts does not review what he drafted: a second person is missed', () => {
    const both = person('d', 'drafter', 'confidentialityReviewer', 'principalLeader');
    expect(gaps('measures', both)).not.toEqual([]);
    expect(gaps('measures', both, person('e', 'drafter'))).toEqual([]);
  });

  test('a chain of different persons misses people, not roles (三审三校)', () => {
    const everything = ['reviewer', 'confidentialityReviewer', 'principalLeader'] as const;
    const staff = ['a', 'b', 'c', 'e'].map((id) => person(id, ...everything));
    expect(gaps('guizhou', drafter, ...staff)).toEqual([['tooFewPersons', 'organs']]);
    expect(gaps('guizhou', drafter, ...staff, person('f', ...everything))).toEqual([]);
  });
});

onEachEngine('what the coordinators are told of the city’s people', (open) => {
  let opened: TestDatabase;
  let city: City;
  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  test('an organ with several main leaders is listed until one is named; the others approve by authorisation (Art.5(6))', async () => {
    const { people, showStaffing, settleLeader, database } = city.cases;
    const coordinator = await city.actor('office', 'coordinator');
    expect((await showStaffing.list(coordinator)).items).toEqual([]);
    const deputy = await city.actor('transport', 'deputy');
    await people.grant(database.queries, {
      ...{ personId: deputy.personId, organId: 'transport', role: 'principalLeader' },
    });
    const [listed] = (await showStaffing.list(coordinator)).items;
    expect([listed?.organ.id, listed?.gaps.map(({ code }) => code), listed?.leaders.length]).toEqual([
      'transport',
      ['manyLeaders'],
      2,
    ]);
    await people.grant(database.queries, {
      ...{ personId: 'office-deputy', organId: 'office', role: 'administrator' },
    });
    const administrator = await city.actor('office', 'deputy');
    const settling = (actor: Actor, id: string) => settleLeader.perform('transport', id, actor);
    await expect(settling(coordinator, 'transport-approver')).rejects.toBeInstanceOf(Problem);
    await expect(settling(administrator, 'water-approver')).rejects.toMatchObject({
      reasons: [{ code: 'notALeader' }],
    });
    await settling(administrator, 'transport-approver');
    expect((await showStaffing.list(coordinator)).items).toEqual([]);
    const after = await people.grants(database.queries, deputy.personId);
    expect(after.map(({ role }) => role)).toEqual(['approver']);
  });

  test('an organ whose reviewer left is listed, and a drafter is not told (Art.39(6))', async () => {
    const { people, showStaffing, database } = city.cases;
    await people.revoke(database.queries, {
      ...{ personId: 'water-confidentialityReviewer', organId: 'water', role: 'confidentialityReviewer' },
    });
    const { items } = await showStaffing.list(await city.actor('office', 'coordinator'));
    expect(items.map(({ organ: { id } }) => id)).toEqual(['water']);
    await expect(showStaffing.list(await city.actor('water', 'drafter'))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

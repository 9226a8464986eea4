import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '@koujing/access';
import { applyRegister } from '../../apps/dispatcher/register.js';
import { endOfSharedPasswords } from '../../libs/database/migrations/0162-end-of-shared-passwords.js';
import { listedRoles } from '../../libs/database/migrations/0084-listed-roles.js';
import { sql } from 'kysely';
import { aCity, organ, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

onEachEngine('a city that comes from an older version', (open) => {
  let opened: TestDatabase;
  let city: City;
  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  test('ends the password that a file of people gave to all; what an administrator gave lasts its week', async () => {
    const { database, people } = city.cases;
    const { queries } = opened.database;
    const untilOf = async (id: string) =>
      (await people.find(queries, id))?.firstPasswordUntil?.getTime() ?? 0;
    const giveFor = (id: string, days: number) =>
      queries
        .updateTable('person')
        .set({ first_password_until: sql<Date>`now() + make_interval(days => ${days})` })
        .where('id', '=', id)
        .execute();
    await giveFor('water-drafter', 80);
    await giveFor('water-approver', 5);
    const given = await untilOf('water-approver');
    await endOfSharedPasswords.up(database.queries);
    expect(await untilOf('water-approver')).toBe(given);
    expect(await untilOf('water-drafter')).toBeLessThan(given - 4 * 86_400_000);
  });

  test('keeps the main leader that was settled, and gets what its file of people listed in vain (Art.5(6))', async () => {
    const { people, settleLeader, database } = city.cases;
    const { queries } = opened.database;
    const start = (lu: readonly Role[]) =>
      applyRegister(
        city.cases,
        {
          ...{ organs: [organ('parks', '滨海市园林局')], statutoryIssuers: [] },
          people: {
            people: [
              { username: 'lu', name: '陆', organ: 'parks', roles: [...lu] },
              { username: 'qiao', name: '乔', organ: 'parks', roles: ['principalLeader'] },
            ],
          },
        },
        { shared: 'not-a-secret' },
      );
    await start(['principalLeader']);
    await people.grant(queries, { personId: 'office-deputy', organId: 'office', role: 'administrator' });
    await settleLeader.perform('parks', 'person-qiao', await city.actor('office', 'deputy'));
    await queries.schema.dropTable('listed_role').execute();
    await listedRoles.up(database.queries);
    await start(['principalLeader', 'reviewer']);
    const grants = await people.grants(queries, 'person-lu');
    expect(grants.map(({ role }) => role)).toEqual(['approver', 'reviewer']);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '@koujing/access';
import { aCity, organ, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { applyRegister, withOfficeNames } from './register.js';

const hats = { party: '中共临江市委对外宣传办公室', government: '临江市人民政府新闻办公室' };
const own = { party: '市委外宣办', government: '市政府新闻办' };

test('the office bears the names of the city’s settings unless its file names others; no other organ bears two (Art.4)', () => {
  const organs = [
    organ('office', '临江市人民政府新闻办公室', { isOffice: true }),
    organ('water', '临江市水务局'),
  ];
  const register = { organs, statutoryIssuers: [], people: { password: 'not-a-secret', people: [] } };
  expect(withOfficeNames(register, hats).organs.map((each) => each.hats ?? null)).toEqual([hats, null]);
  const named = {
    ...register,
    organs: organs.map((each) => (each.isOffice ? { ...each, hats: own } : each)),
  };
  expect(withOfficeNames(named, hats).organs[0]?.hats).toEqual(own);
});

onEachEngine('the city’s file of people', (open) => {
  let opened: TestDatabase;
  let city: City;
  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const file = (people: Readonly<Record<string, readonly Role[]>>) => ({
    ...{ organs: [organ('parks', '滨海市园林局')], statutoryIssuers: [] },
    people: {
      password: 'not-a-secret',
      people: Object.entries(people).map(([username, roles]) => ({
        ...{ username, name: username, organ: 'parks', roles: [...roles] },
      })),
    },
  });
  const listing = (people: Readonly<Record<string, readonly Role[]>>) =>
    applyRegister(city.cases, file(people));
  const rolesOf = async (username: string) => {
    const grants = await city.cases.people.grants(opened.database.queries, `person-${username}`);
    return grants.map(({ role }) => role);
  };
  const settleFor = async (username: string) => {
    const { people, database, settleLeader } = city.cases;
    await people.grant(database.queries, {
      ...{ personId: 'office-deputy', organId: 'office', role: 'administrator' },
    });
    await settleLeader.perform('parks', `person-${username}`, await city.actor('office', 'deputy'));
  };

  test('grants somebody who is known already what it lists newly, once and on record (Art.41)', async () => {
    await listing({ shen: ['drafter'] });
    await listing({ shen: ['drafter', 'confidentialityReviewer'] });
    await listing({ shen: ['drafter', 'confidentialityReviewer'] });
    expect(await rolesOf('shen')).toEqual(['confidentialityReviewer', 'drafter']);
    const entries = await city.cases.audit.of(opened.database.queries, 'person', 'person-shen');
    expect(entries.map(({ action, detail }) => [action, detail?.['granted']])).toEqual([
      ['person.grantListed', [{ organId: 'parks', role: 'drafter' }]],
      ['person.grantListed', [{ organId: 'parks', role: 'confidentialityReviewer' }]],
    ]);
  });

  test('lets its one password open nothing but the choice of another, until its day', async () => {
    const { signIn, readSession, clock } = city.cases;
    const day = new Date(clock.now().getTime() + 86_400_000);
    await applyRegister(city.cases, file({ ning: ['drafter'] }), day);
    const { token } = await signIn.perform(
      { username: 'ning', password: 'not-a-secret' },
      { address: '10.1.1.1', agent: '' },
    );
    expect(await readSession.signedIn(token)).toMatchObject({ mustChangePassword: true });
    // A later start asks nobody again who has chosen.
    await opened.database.queries
      .updateTable('person')
      .set({ first_password_until: null })
      .where('username', '=', 'ning')
      .execute();
    await applyRegister(city.cases, file({ ning: ['drafter'] }), day);
    expect(await readSession.signedIn(token)).toMatchObject({ mustChangePassword: false });
  });

  test('forgets whom it names no more: named again, they are listed newly (Art.41)', async () => {
    const { queries } = opened.database;
    await listing({ fang: ['drafter'], tao: ['drafter'] });
    await listing({ tao: ['drafter'] });
    const left = ['person-fang', 'person-tao'];
    await queries.deleteFrom('role_grant').where('person_id', 'in', left).execute();
    await listing({ fang: ['drafter'], tao: ['drafter'] });
    expect([await rolesOf('fang'), await rolesOf('tao')]).toEqual([['drafter'], []]);
  });

  test('gives nobody back the main leader’s office that was settled on another (Art.5(6))', async () => {
    const two = { lu: ['principalLeader'], qiao: ['principalLeader'] } as const;
    await listing(two);
    await settleFor('qiao');
    await listing(two);
    expect([await rolesOf('lu'), await rolesOf('qiao')]).toEqual([['approver'], ['principalLeader']]);
  });
});

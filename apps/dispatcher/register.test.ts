import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  GiveFirstPasswords,
  PeopleRegister,
  SessionStore,
  type FirstPassword,
  type Role,
} from '@koujing/access';
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
  const register = { organs, statutoryIssuers: [], people: { people: [] } };
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
      people: Object.entries(people).map(([username, roles]) => ({
        ...{ username, name: username, organ: 'parks', roles: [...roles] },
      })),
    },
  });
  const listing = (people: Readonly<Record<string, readonly Role[]>>) =>
    applyRegister(city.cases, file(people), { shared: 'not-a-secret' });
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

  test('gives everybody who is new a random password of their own, which opens nothing but the choice of another, for a week', async () => {
    const { signIn, readSession } = city.cases;
    const given: FirstPassword[] = [];
    const startWith = (...names: readonly string[]) =>
      applyRegister(city.cases, file(Object.fromEntries(names.map((name) => [name, ['drafter'] as const]))), {
        keep: (more) => given.push(...more),
      });
    await startWith('ning', 'zhao');
    const [ning, zhao] = given;
    if (ning === undefined || zhao === undefined) throw new Error('no passwords');
    expect(ning.password).not.toBe(zhao.password);
    const from = { address: '10.1.1.1', agent: '' };
    const { token } = await signIn.perform(ning, from);
    expect(await readSession.signedIn(token)).toMatchObject({ mustChangePassword: true });
    await expect(signIn.perform({ ...zhao, password: ning.password }, from)).rejects.toThrow('密码');
    // A later start asks nobody again who has chosen, and lets in those alone who are new.
    await opened.database.queries
      .updateTable('person')
      .set({ first_password_until: null })
      .where('username', '=', 'ning')
      .execute();
    await startWith('ning', 'zhao', 'qin');
    expect(await readSession.signedIn(token)).toMatchObject({ mustChangePassword: false });
    expect(given.map(({ username }) => username)).toEqual(['ning', 'zhao', 'qin']);
    city.clock.travel(7 * 86_400_000);
    await expect(signIn.perform(zhao, from)).rejects.toThrow('过期');
  });

  test('lets nobody in whose password could not be written down, and of two starts at once one lets them in', async () => {
    const full = applyRegister(city.cases, file({ gu: ['drafter'] }), {
      keep: () => {
        throw new Error('no space left');
      },
    });
    await expect(full).rejects.toThrow('no space left');
    expect(await city.cases.people.byUsername(opened.database.queries, 'gu')).toBeNull();
    const given: FirstPassword[] = [];
    const start = () =>
      applyRegister(city.cases, file({ gu: ['drafter'] }), { keep: (more) => given.push(...more) });
    await Promise.all([start(), start()]);
    expect(given.map(({ username }) => username)).toEqual(['gu']);
  });

  test('the operator gives somebody another first password, on record; nobody else is let in, and every session ends', async () => {
    const { signIn, readSession } = city.cases;
    await listing({ duan: ['drafter'] });
    const from = { address: '10.1.1.2', agent: '' };
    const { token } = await signIn.perform({ username: 'duan', password: 'not-a-secret' }, from);
    const give = new GiveFirstPasswords({
      ...city.cases,
      sessions: new SessionStore(),
      register: new PeopleRegister(),
    });
    await expect(give.perform(['duan', 'nobody'])).rejects.toThrow();
    expect(await readSession.signedIn(token)).toMatchObject({ mustChangePassword: false });
    const [{ password } = { password: '' }] = await give.perform(['duan']);
    await expect(readSession.signedIn(token)).rejects.toThrow();
    const opened = await signIn.perform({ username: 'duan', password }, from);
    expect(await readSession.signedIn(opened.token)).toMatchObject({ mustChangePassword: true });
    const entries = await city.cases.audit.of(city.cases.database.queries, 'person', 'person-duan');
    expect(entries.map(({ actor, action }) => [actor, action])).toContainEqual([
      'system:operator',
      'person.resetPassword',
    ]);
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

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { consoleUrl, startCity, type City } from '../support/city.js';
import { CookieJar } from '../support/cookie-jar.js';
import { startProvider, type TestProvider } from '../support/identity-provider.js';
import { ok, Person, type Answer, type Refusal } from '../support/person.js';

jest.setTimeout(120_000);

let provider: TestProvider;
let city: City;
let chief: Person;
let second: Person;

beforeAll(async () => {
  provider = await startProvider(consoleUrl, {});
  city = await startCity({
    roles: ['web'],
    organAccount: provider.settings,
    access: { secondFactor: [], singleAdministrator: false },
  });
  chief = await city.as('administrator');
  const first = await added('second-chief', [{ role: 'drafter', organId: 'office' }]);
  // As the operator's file of people would: the first administrator alone cannot.
  await city.server.cases.people.grant(city.database.queries, {
    ...{ personId: (await entryOf('second-chief')).id, organId: 'office', role: 'administrator' },
  });
  second = await Person.signInFirst(city.address, 'second-chief', first);
});
afterAll(async () => {
  await city.close();
  await provider.close();
});

interface Grant {
  readonly role: string;
  readonly organId: string;
}
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}
interface Change {
  readonly id: string;
  readonly kind: string;
  readonly person: { readonly id: string };
  readonly opensAnew: boolean;
  readonly presentAccount: string | null;
}
interface Shown {
  readonly password: { readonly password: string } | null;
}

const clerk: Grant = { role: 'drafter', organId: 'water' };
const reader: Grant = { role: 'reviewer', organId: 'water' };
const speaker: Grant = { role: 'spokesperson', organId: 'water' };
const owns = 'quiet rivers carry paper boats';

const added = async (username: string, grants: readonly Grant[]): Promise<string> => {
  const body = { username, name: `人员${username}`, grants };
  return ok(await chief.post<{ password: string }>('/people', body), username).password;
};
const entryOf = async (username: string): Promise<Entry> => {
  const { items } = ok(await chief.get<{ items: readonly Entry[] }>(`/people?q=${username}`));
  const [person] = items;
  if (person === undefined) throw new Error(username);
  return person;
};
const withRoles = async (username: string, grants: readonly Grant[]): Promise<boolean> => {
  const { id, name, revision } = await entryOf(username);
  const body = { name, grants, expectedRevision: revision, reason: '工作调动' };
  return ok(await chief.put<{ waiting: boolean }>(`/people/${id}`, body), 'roles').waiting;
};
const waiting = async (username: string): Promise<Change> => {
  const { id } = await entryOf(username);
  const { items } = ok(await second.get<{ items: readonly Change[] }>('/role-changes'));
  const change = items.find(({ person }) => person.id === id);
  if (change === undefined) throw new Error(`nothing waits for ${username}`);
  return change;
};
const confirm = async (username: string): Promise<Shown> =>
  ok(await second.post<Shown>(`/role-changes/${(await waiting(username)).id}/confirmation`), 'confirmation');
const reset = async (username: string): Promise<Shown> =>
  ok(await chief.post<Shown>(`/people/${(await entryOf(username)).id}/password`, { reason: '忘记密码' }));
const rolesIn = async (person: Person): Promise<readonly string[]> => {
  const session = await person.get<{ roles: readonly { role: string }[] }>('/session');
  return ok(session)
    .roles.map(({ role }) => role)
    .toSorted();
};
const turnedAway = (asked: Answer<unknown>): boolean => asked.status === 401;
const signsIn = (username: string, password: string): Promise<boolean> =>
  Person.signIn(city.address, username, password).then(
    () => true,
    () => false,
  );

test('whoever proposed a newcomer’s power gets none of it by the password that they were shown', async () => {
  const shown = await added('newcomer', [clerk, reader]);
  // The administrator plays the person, chooses a password and stays.
  const played = await Person.signIn(city.address, 'newcomer', shown);
  ok(await played.post('/session/password', { password: shown, newPassword: owns }));
  expect(await rolesIn(played)).toEqual(['drafter']);
  expect(await waiting('newcomer')).toMatchObject({ kind: 'grants', opensAnew: true });
  const { password } = await confirm('newcomer');
  expect(turnedAway(await played.get('/session'))).toBe(true);
  expect([await signsIn('newcomer', shown), await signsIn('newcomer', owns)]).toEqual([false, false]);
  const person = await Person.signInFirst(city.address, 'newcomer', password?.password ?? '');
  expect(await rolesIn(person)).toEqual(['drafter', 'reviewer']);
});

test('power that was taken away, and a password that was reset meanwhile, do not come back together', async () => {
  expect(await withRoles('newcomer', [clerk])).toBe(false);
  const { password: alone } = await reset('newcomer');
  const played = await Person.signInFirst(city.address, 'newcomer', alone?.password ?? '');
  expect(await withRoles('newcomer', [clerk, reader])).toBe(true);
  const { password } = await confirm('newcomer');
  expect(turnedAway(await played.get('/session'))).toBe(true);
  expect(await signsIn('newcomer', 'seven lamps under a bridge')).toBe(false);
  expect(await signsIn('newcomer', password?.password ?? '')).toBe(true);
});

test('whose password two administrators stand behind keeps it, with more power and with power given back', async () => {
  await added('steady', [clerk, reader]);
  const first = await confirm('steady');
  const person = await Person.signInFirst(city.address, 'steady', first.password?.password ?? '');
  await withRoles('steady', [clerk, reader, speaker]);
  expect(await waiting('steady')).toMatchObject({ opensAnew: false });
  expect(await confirm('steady')).toMatchObject({ password: null });
  await withRoles('steady', [clerk]);
  await withRoles('steady', [clerk, reader]);
  expect(await confirm('steady')).toMatchObject({ password: null });
  expect(await rolesIn(person)).toEqual(['drafter', 'reviewer']);
});

test('while power waits, one administrator changes neither password nor account, and the one there is told', async () => {
  await added('awaited', [clerk]);
  const link = async (name: string) =>
    ok(
      await chief.put<{ waiting: boolean }>(`/people/${(await entryOf('awaited')).id}/organ-account`, {
        ...{ name, reason: '工号' },
      }),
    );
  expect(await link('awaited-1')).toMatchObject({ waiting: false });
  await withRoles('awaited', [clerk, reader]);
  expect(await waiting('awaited')).toMatchObject({ kind: 'grants', presentAccount: 'awaited-1' });
  expect(await link('mine')).toMatchObject({ waiting: true });
  expect(await reset('awaited')).toEqual({ password: null });
  expect((await confirm('awaited')).password).not.toBeNull();
  provider.whoIs({ subject: 'u-1', name: 'mine' });
  const jar = new CookieJar();
  const begun = await jar.ask(`${city.address}/api/session/organ-account/begin?to=/`);
  const back = await jar.until(
    begun.headers.get('location') ?? '',
    `${consoleUrl}/api/session/organ-account/callback`,
  );
  await jar.ask(back.replace(consoleUrl, city.address));
  expect((await jar.ask(`${city.address}/api/session`)).status).toBe(401);
  provider.whoIs(null);
});

test('an account that one administrator registered since makes the next power open anew', async () => {
  await withRoles('steady', [clerk]);
  const { id } = await entryOf('steady');
  ok(await chief.put(`/people/${id}/organ-account`, { name: 'steady-1', reason: '工号' }));
  await withRoles('steady', [clerk, reader]);
  expect(await waiting('steady')).toMatchObject({ opensAnew: true, presentAccount: 'steady-1' });
  const own = await chief.post<Refusal>(`/role-changes/${(await waiting('steady')).id}/confirmation`);
  expect(own.body.reasons.map(({ code }) => code)).toEqual(['ownProposal']);
});

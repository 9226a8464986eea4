import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { consoleUrl, startCity, type City } from '../support/city.js';
import { CookieJar } from '../support/cookie-jar.js';
import { startProvider, type TestProvider } from '../support/identity-provider.js';
import { ok, Person, type Answer, type Refusal } from '../support/person.js';

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
  readonly key: { readonly secret: string } | null;
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

const scopes = ['releases:read', 'releases:write'];
const wants = async (username: string, by = chief) =>
  by.post<{ key: { secret: string } | null } & Refusal>('/api-keys', {
    ...{ personId: (await entryOf(username)).id, name: '业务系统对接', scopes, days: 30 },
  });
const opens = async (secret: string): Promise<number> =>
  (await fetch(`${city.address}/api/releases`, { headers: { authorization: `Bearer ${secret}` } })).status;
const codesOf = ({ body }: Answer<Refusal>): readonly string[] => body.reasons.map(({ code }) => code);
const keysOf = async (username: string): Promise<readonly { readonly state: string }[]> => {
  const { id } = await entryOf(username);
  return ok(await chief.get<{ items: readonly { state: string }[] }>(`/api-keys?person=${id}`)).items;
};

test('a key is shown to the administrator who confirms it, and to nobody before', async () => {
  await added('robot', [clerk]);
  expect(ok(await wants('robot'))).toEqual({ key: null });
  expect(await keysOf('robot')).toEqual([]);
  // Once more, the same thing waits already; by oneself it does not come.
  expect(codesOf(await wants('robot'))).toEqual(['changeWaits']);
  const { id } = await waiting('robot');
  expect(codesOf(await chief.post<Refusal>(`/role-changes/${id}/confirmation`))).toEqual(['ownProposal']);
  const { items } = ok(await second.get<{ items: readonly unknown[] }>('/role-changes'));
  expect(items).toContainEqual(
    expect.objectContaining({ id, kind: 'apiKey', apiKey: { name: '业务系统对接', scopes, days: 30 } }),
  );
  // Two who confirm at once get one key.
  const both = await Promise.all([
    second.post<Shown>(`/role-changes/${id}/confirmation`),
    second.post<Shown>(`/role-changes/${id}/confirmation`),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  const [secret = ''] = both.flatMap(({ status, body }) =>
    status === 200 && body.key !== null ? [body.key.secret] : [],
  );
  expect(await opens(secret)).toBe(200);
  expect(await keysOf('robot')).toMatchObject([{ state: 'inForce' }]);
  // Nothing that the one who wanted it reads says what it is.
  const person = (await entryOf('robot')).id;
  for (const path of [`/api-keys?person=${person}`, '/role-changes', '/audit', '/notifications'])
    expect(JSON.stringify(ok(await chief.get(path), path))).not.toContain(secret);
});

test('a key that was declined, and one for whom the administrator does not keep, never come to be', async () => {
  await added('declined', [clerk]);
  ok(await wants('declined'));
  const { id } = await waiting('declined');
  ok(await second.post(`/role-changes/${id}/refusal`, { reason: '用途不明' }));
  expect((await second.post(`/role-changes/${id}/confirmation`)).status).toBe(404);
  expect(await keysOf('declined')).toEqual([]);
  // Whose name it is to bear has no word in it, administrator or not; nobody wants one for themselves.
  ok(await wants('second-chief'));
  const own = await waiting('second-chief');
  expect(codesOf(await second.post<Refusal>(`/role-changes/${own.id}/confirmation`))).toEqual(['ownRoles']);
  expect(codesOf(await second.post<Refusal>(`/role-changes/${own.id}/refusal`, { reason: '不要' }))).toEqual([
    'ownRoles',
  ]);
  expect(codesOf(await wants('second-chief', second))).toEqual(['notYourself']);
  const drafter = await city.as('water');
  expect((await wants('declined', drafter)).status).toBe(403);
  expect((await drafter.post(`/role-changes/${own.id}/confirmation`)).status).toBe(403);
  ok(await chief.post(`/role-changes/${own.id}/refusal`, { reason: '收回' }));
});

test('a key that one administrator alone was shown ends with the first power of whose name it bears', async () => {
  const confirmed = await (async () => {
    await added('old-key', [clerk]);
    ok(await wants('old-key'));
    return confirm('old-key');
  })();
  // As an earlier version, or a city of one administrator, would have left it.
  await city.database.queries
    .updateTable('api_key')
    .set({ by_two: false })
    .where('person_id', '=', (await entryOf('old-key')).id)
    .execute();
  const secret = confirmed.key?.secret ?? '';
  expect(await opens(secret)).toBe(200);
  await withRoles('old-key', [clerk, reader]);
  expect(await waiting('old-key')).toMatchObject({ kind: 'grants', endsKeys: 1 });
  expect(await opens(secret)).toBe(200);
  await confirm('old-key');
  expect([await opens(secret), (await keysOf('old-key')).map(({ state }) => state)]).toEqual([
    401,
    ['revoked'],
  ]);
  // What two stand behind stays.
  ok(await wants('old-key'));
  const anew = (await confirm('old-key')).key?.secret ?? '';
  await withRoles('old-key', [clerk, reader, speaker]);
  expect(await waiting('old-key')).toMatchObject({ endsKeys: 0 });
  await confirm('old-key');
  expect(await opens(anew)).toBe(200);
});

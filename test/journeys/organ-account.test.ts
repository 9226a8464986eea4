import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { hotp, stepAt } from '../../libs/access/factor/totp.js';
import { bytesOfKey } from '../support/authenticator.js';
import { consoleUrl, startCity, type City } from '../support/city.js';
import { CookieJar } from '../support/cookie-jar.js';
import { startProvider, type Known, type TestProvider } from '../support/identity-provider.js';
import { ok, Person, type Refusal } from '../support/person.js';

let provider: TestProvider;
let city: City;
let chief: Person;

beforeAll(async () => {
  provider = await startProvider(consoleUrl, {
    ...{ requiredClaims: { department: ['education', 'water'] }, secondFactor: ['hwk'] },
  });
  city = await startCity({
    roles: ['web'],
    organAccount: provider.settings,
    access: { secondFactor: [], singleAdministrator: false },
  });
  chief = await city.as('administrator');
});
afterAll(async () => {
  await city.close();
  await provider.close();
});
afterEach(() => provider.whoIs(null));

const door = (): string => `${city.address}/api/session/organ-account`;

interface View {
  readonly offered: boolean;
  readonly asksForCode: boolean;
  readonly reasons: readonly {
    readonly code: string;
    readonly message: string;
    readonly messageEn: string;
  }[];
}
const viewOf = async (jar: CookieJar): Promise<View> => (await (await jar.ask(door())).json()) as View;
const codesOf = async (jar: CookieJar): Promise<readonly string[]> =>
  (await viewOf(jar)).reasons.map(({ code }) => code);

/** To the provider and back: the address that the provider sends the browser to. */
const wayBack = async (jar: CookieJar, to = '/', change = (url: string): string => url): Promise<string> => {
  const begun = await jar.ask(`${door()}/begin?to=${encodeURIComponent(to)}`);
  expect(begun.status).toBe(303);
  const there = change(begun.headers.get('location') ?? '');
  const back = await jar.until(there, `${consoleUrl}/api/session/organ-account/callback`);
  return back.replace(consoleUrl, city.address);
};

const signIn = async (who: Known | null, to = '/') => {
  const jar = new CookieJar();
  provider.whoIs(who);
  const back = await wayBack(jar, to);
  const answer = await jar.ask(back);
  return { jar, back, location: answer.headers.get('location'), session: jar.cookie('koujing_session') };
};

const sessionOf = async (jar: CookieJar) => {
  const answer = await jar.ask(`${city.address}/api/session`);
  return (await answer.json()) as { readonly person: { readonly username: string }; readonly csrf: string };
};

const idOf = async (username: string): Promise<string> => {
  const { items } = ok(
    await chief.get<{ items: readonly { id: string; username: string }[] }>(
      `/people?q=${username}&state=all`,
    ),
  );
  const found = items.find((person) => person.username === username);
  if (found === undefined) throw new Error(username);
  return found.id;
};

const link = async (username: string, name: string, by = chief) =>
  ok(
    await by.put<{ waiting: boolean }>(`/people/${await idOf(username)}/organ-account`, {
      name,
      reason: '接入',
    }),
  );

/** @returns the first password */
const newcomer = async (username: string): Promise<string> => {
  const { password } = ok(
    await chief.post<{ password: string }>('/people', {
      username,
      name: `教育局${username}`,
      grants: [{ role: 'drafter', organId: 'education' }],
    }),
    username,
  );
  return password;
};

const acts = async (person: string): Promise<readonly string[]> => {
  const { items } = ok(
    await chief.get<{ items: readonly { action: string }[] }>(`/audit?thing=${await idOf(person)}`),
  );
  return items.map(({ action }) => action);
};

const zhang: Known = { subject: 'u-1001', name: 'zhang', department: 'education' };

test('whom an administrator registered signs in, is bound by it, and is signed in like anybody else', async () => {
  await newcomer('zhang');
  expect(await link('zhang', 'zhang')).toEqual({ done: true, waiting: false });
  const { jar, location } = await signIn(zhang, '/releases?state=draft');
  expect(location).toBe('/releases?state=draft');
  const session = await sessionOf(jar);
  // The first password that was never used binds nobody.
  expect(session).toMatchObject({ person: { username: 'zhang' }, mustChangePassword: false });
  const devices = await jar.ask(`${city.address}/api/session/devices`);
  expect(await devices.json()).toMatchObject({ items: [{ current: true }] });
  expect(await acts('zhang')).toEqual(
    expect.arrayContaining(['person.linkAccount', 'person.bindAccount', 'session.openByAccount']),
  );
  // Renamed there, the same subject is the same person.
  const renamed = await signIn({ ...zhang, name: 'zhang-2' });
  expect(await sessionOf(renamed.jar)).toMatchObject({ person: { username: 'zhang' } });
  // And a successor who got the old name is not.
  const heir = await signIn({ ...zhang, subject: 'u-2002' });
  expect(heir.session).toBeUndefined();
  expect(await codesOf(heir.jar)).toEqual(['accountHandedOn']);
});

test('signing in there ends the session that the browser was in, which it does not show on the way back', async () => {
  const { jar, session: former } = await signIn(zhang);
  const back = await wayBack(jar);
  // From another site a browser sends no cookie that is Strict.
  const cookie = `koujing_organ_account=${jar.cookie('koujing_organ_account')}`;
  const answer = await fetch(back, { headers: { cookie }, redirect: 'manual' });
  const anew = answer.headers.getSetCookie().find((line) => line.startsWith('koujing_session=')) ?? '';
  const stands = async (given: string): Promise<number> =>
    (await fetch(`${city.address}/api/session`, { headers: { cookie: given } })).status;
  expect(await stands(anew.split(';')[0] ?? '')).toBe(200);
  expect(await stands(`koujing_session=${former}`)).toBe(401);
});

test('signing out ends our session, and names the page on which the provider ends its own', async () => {
  const { jar } = await signIn(zhang);
  const { csrf } = await sessionOf(jar);
  const left = await jar.ask(`${city.address}/api/session`, {
    method: 'DELETE',
    headers: { 'x-koujing-csrf': csrf },
  });
  const { signOutAt } = (await left.json()) as { signOutAt: string };
  expect(signOutAt).toMatch(
    new RegExp(`^${provider.settings.issuer}/session/end\\?.*post_logout_redirect_uri=`, 'u'),
  );
  expect((await jar.ask(`${city.address}/api/session`)).status).toBe(401);
  // By password nothing leads there.
  expect(ok(await (await city.signIn('drafter')).delete('/session'))).toMatchObject({ signOutAt: null });
});

test('who is registered for nobody, refused there, retired or of another department is told so in both languages, once', async () => {
  const stranger = await signIn({ subject: 'u-9', name: 'nobody', department: 'water' });
  expect(stranger.session).toBeUndefined();
  const { reasons } = await viewOf(stranger.jar);
  expect(reasons).toMatchObject([{ code: 'accountUnknown', message: expect.stringContaining('nobody') }]);
  expect(reasons[0]?.messageEn).toMatch(/^The account "nobody"/u);
  expect(await codesOf(stranger.jar)).toEqual([]);
  expect(await codesOf((await signIn(null)).jar)).toEqual(['providerSaidNo']);
  const outsider = await signIn({ ...zhang, department: 'elsewhere' });
  expect(await codesOf(outsider.jar)).toEqual(['claimRequired']);

  await newcomer('retired');
  await link('retired', 'retired');
  const retired: Known = { subject: 'u-3', name: 'retired', department: 'water' };
  expect((await signIn(retired)).session).toBeDefined();
  ok(await chief.post(`/people/${await idOf('retired')}/retirement`, { reason: '调离' }));
  const left = await signIn(retired);
  expect([left.session, await codesOf(left.jar)]).toEqual([undefined, ['accountRetired']]);
  expect(await acts('retired')).toContain('session.refuseAccount');
});

test('a code that was used, a state, a nonce or a cookie that is not of this way opens nothing', async () => {
  provider.whoIs(zhang);
  const used = new CookieJar();
  const back = await wayBack(used);
  const carried = used.cookie('koujing_organ_account') ?? '';
  expect((await used.ask(back)).status).toBe(303);
  expect(used.cookie('koujing_session')).toBeDefined();
  const again = new CookieJar();
  again.set('koujing_organ_account', carried);
  await again.ask(back);
  expect([again.cookie('koujing_session'), await codesOf(again)]).toEqual([undefined, ['wayBackLost']]);

  for (const name of ['state', 'nonce', 'code_challenge']) {
    const jar = new CookieJar();
    const other = (url: string): string => {
      const changed = new URL(url);
      changed.searchParams.set(name, 'x'.repeat(43));
      return changed.href;
    };
    await jar.ask(await wayBack(jar, '/', other));
    expect([name, jar.cookie('koujing_session'), await codesOf(jar)]).toEqual([
      name,
      undefined,
      ['wayBackLost'],
    ]);
  }
  const mine = new CookieJar();
  const theirs = await wayBack(new CookieJar());
  await wayBack(mine);
  await mine.ask(theirs);
  expect([mine.cookie('koujing_session'), await codesOf(mine)]).toEqual([undefined, ['wayBackLost']]);
  const made = new CookieJar();
  made.set('koujing_organ_account', 'v1.made.up');
  await made.ask(`${door()}/callback?code=1&state=2`);
  expect(await codesOf(made)).toEqual(['wayBackLost']);
});

test('is begun by nobody but the person, and comes back to a page of this house alone', async () => {
  const lured = await new CookieJar().ask(`${door()}/begin?to=/today`, {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect([lured.status, lured.headers.get('location')]).toEqual([303, '/today']);
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%0d%0aSet-Cookie:x'])
    expect((await new CookieJar().ask(`${door()}/begin?to=${encodeURIComponent(to)}`)).status).toBe(400);
});

test('our own second factor is still asked for, unless the city says that what was proved there counts', async () => {
  const own = 'seven lamps under a bridge';
  const careful = await Person.signInFirst(city.address, 'careful', await newcomer('careful'));
  const { key } = ok(await careful.post<{ key: string }>('/session/second-factor', { password: own }));
  const codeAt = (offset: number): string => hotp(bytesOfKey(key), stepAt(new Date()) + offset);
  ok(await careful.post('/session/second-factor/confirmation', { code: codeAt(-1) }));
  await link('careful', 'careful');
  const known: Known = { subject: 'u-4', name: 'careful', department: 'education' };

  const { jar, session } = await signIn(known, '/today');
  expect([session, (await viewOf(jar)).asksForCode]).toEqual([undefined, true]);
  // A code that is still owed binds nobody: whoever took the name alone must not keep its owner out.
  expect(await acts('careful')).not.toContain('person.bindAccount');
  const prove = (code: string, type = 'application/json') =>
    jar.ask(door(), { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify({ code }) });
  expect((await prove('000000')).status).toBe(422);
  expect((await prove(codeAt(0), 'text/plain')).status).toBe(400);
  expect((await prove(codeAt(0))).status).toBe(200);
  expect(await sessionOf(jar)).toMatchObject({ person: { username: 'careful' }, secondFactor: true });
  expect(await acts('careful')).toContain('person.bindAccount');

  const withKey = await signIn({ ...known, amr: ['pwd', 'hwk'] });
  expect(await sessionOf(withKey.jar)).toMatchObject({ person: { username: 'careful' } });
});

test('an account for whoever holds a powerful role waits for another administrator, what is taken away does not', async () => {
  const id = await idOf('approver');
  expect(await link('approver', 'leader')).toEqual({ done: true, waiting: true });
  const leader: Known = { subject: 'u-5', name: 'leader', department: 'education' };
  expect(await codesOf((await signIn(leader)).jar)).toEqual(['accountUnknown']);
  const { items } = ok(
    await chief.get<{ items: readonly { id: string; accountName: string | null }[] }>('/role-changes'),
  );
  const change = items.find(({ accountName }) => accountName === 'leader');
  const own = await chief.post<Refusal>(`/role-changes/${change?.id}/confirmation`);
  expect(own.body.reasons.map(({ code }) => code)).toEqual(['ownProposal']);
  const first = await newcomer('second-chief');
  // As the operator's file of people would: the first administrator alone cannot.
  await city.server.cases.people.grant(city.database.queries, {
    ...{ personId: await idOf('second-chief'), organId: 'office', role: 'administrator' },
  });
  const second = await Person.signInFirst(city.address, 'second-chief', first);
  ok(await second.post(`/role-changes/${change?.id}/confirmation`), 'confirmation');
  const { jar } = await signIn(leader);
  expect(await sessionOf(jar)).toMatchObject({ person: { username: 'approver' } });
  const taken = await chief.put<Refusal>(`/people/${await idOf('drafter')}/organ-account`, {
    ...{ name: 'leader', reason: '接入' },
  });
  expect(taken.body.reasons.map(({ code }) => code)).toEqual(['accountNameTaken']);

  ok(await chief.post(`/people/${id}/organ-account/removal`, { reason: '换号' }), 'removal');
  expect((await jar.ask(`${city.address}/api/session`)).status).toBe(401);
  expect(await codesOf((await signIn(leader)).jar)).toEqual(['accountUnknown']);
});

test('a provider that is down is told so, and whoever has a password signs in', async () => {
  await provider.close();
  const away = await startCity({ roles: ['web'], organAccount: provider.settings });
  try {
    const jar = new CookieJar();
    const begun = await jar.ask(`${away.address}/api/session/organ-account/begin?to=/today`);
    expect([begun.status, begun.headers.get('location')]).toEqual([303, '/today']);
    const answer = await jar.ask(`${away.address}/api/session/organ-account`);
    expect(await answer.json()).toMatchObject({
      offered: true,
      reasons: [{ code: 'providerAway', message: expect.stringContaining('用户名和密码') }],
    });
    expect(ok(await (await away.as('drafter')).get('/session'))).toMatchObject({
      person: { username: 'drafter' },
    });
  } finally {
    await away.close();
  }
});

test('a house that is not connected offers nothing', async () => {
  const plain = await startCity({ roles: ['web'] });
  try {
    const jar = new CookieJar();
    const answer = await jar.ask(`${plain.address}/api/session/organ-account`);
    expect(await answer.json()).toEqual({ offered: false, asksForCode: false, reasons: [] });
    await jar.ask(`${plain.address}/api/session/organ-account/begin`);
    const told = await jar.ask(`${plain.address}/api/session/organ-account`);
    expect(await told.json()).toMatchObject({ reasons: [{ code: 'organAccountOff' }] });
  } finally {
    await plain.close();
  }
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@koujing/access';
import type { Database } from '@koujing/database';
import { csrfHeader } from '../../libs/access/csrf.api.js';
import { aCity, type City } from '../../test/support/a-city.js';
import { emptyHouse } from '../../test/support/empty-house.js';
import { createApi } from './api.module.js';
import { providersOf } from './providers.js';

const password = '滨海-2026-密码';
let database: Database;
let city: City;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await emptyHouse();
  city = await aCity(database);
  for (const id of ['transport-drafter', 'water-drafter']) {
    const person = await city.cases.people.find(database.queries, id);
    if (person === null) throw new Error(id);
    await city.cases.people.save(database.queries, { ...person, passwordHash: await hashPassword(password) });
  }
  const dispatch = {
    ...{ publishReasons: async () => [], withdrawalReasons: async () => [] },
    ...{ scheduleReasons: async () => [], proposalReasons: async () => [] },
    ...{ cancelReasons: () => [], embargoReasons: async () => [] },
  };
  const silent = { info: () => undefined, warn: () => undefined };
  app = await createApi({ providers: providersOf(city.cases, { dispatch, secureCookie: false }) }, silent);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

interface Desk {
  readonly cookie: string;
  readonly csrf: string;
}
type Sent = Awaited<ReturnType<NestFastifyApplication['inject']>>;
const cookieOf = ({ cookies: [sent] }: Sent): string => `${sent?.name}=${sent?.value}`;

const signIn = async (username = 'transport-drafter', cookie = ''): Promise<Desk> => {
  const payload = { username, password };
  const reply = await app.inject({ method: 'POST', url: '/api/session', headers: { cookie }, payload });
  return { cookie: cookieOf(reply), csrf: reply.json<{ csrf: string }>().csrf };
};
const ask = (desk: Desk, method: 'GET' | 'POST', url: string, payload: object = {}): Promise<Sent> =>
  app.inject({
    ...{ method, url: `/api${url}`, headers: { cookie: desk.cookie, [csrfHeader]: desk.csrf } },
    ...(method === 'GET' ? {} : { payload }),
  });
const stands = async (desk: Desk): Promise<boolean> =>
  (await ask(desk, 'GET', '/session')).statusCode === 200;
const openSessions = async (personId: string): Promise<number> =>
  (await database.queries.selectFrom('session').select('id').where('person_id', '=', personId).execute())
    .length;

test('whoever proves anew who they are goes on with another token, and the former one ends within seconds', async () => {
  const desk = await signIn();
  const proved = await ask(desk, 'POST', '/session/step-up', { password });
  const [sent] = proved.cookies;
  expect(sent).toMatchObject({ name: 'koujing_session', httpOnly: true, sameSite: 'Strict', path: '/' });
  const anew = { ...desk, cookie: cookieOf(proved) };
  expect(anew.cookie).not.toBe(desk.cookie);
  // What another window asked with the former one meanwhile is answered, and there is one device.
  expect([await stands(desk), await stands(anew)]).toEqual([true, true]);
  const { items } = (await ask(anew, 'GET', '/session/devices')).json<{ items: readonly unknown[] }>();
  expect(items).toHaveLength(1);
  city.clock.travel(11_000);
  expect([await stands(desk), await stands(anew)]).toEqual([false, true]);
  // The former one is not proved by what was typed in the new one.
  expect((await ask(anew, 'POST', '/session/step-up', { password: '不是这个密码呀' })).statusCode).toBe(422);
  expect(await stands(anew)).toBe(true);
});

test('it lasts no longer for it: twelve hours from the sign-in are the end', async () => {
  const desk = await signIn();
  let going = desk;
  for (let hour = 0; hour < 12; hour += 1) {
    city.clock.travel(59 * 60_000);
    going = { ...going, cookie: cookieOf(await ask(going, 'POST', '/session/step-up', { password })) };
  }
  expect(await stands(going)).toBe(true);
  city.clock.travel(13 * 60_000);
  expect(await stands(going)).toBe(false);
});

test('who was signed out meanwhile is not let in again by a password', async () => {
  const desk = await signIn();
  const { cases } = city;
  const signedIn = await cases.readSession.signedIn(desk.cookie.split('=')[1]);
  await cases.sessions.closeAll(database.queries, 'transport-drafter');
  await expect(cases.stepUp.perform(signedIn, { password }, '10.0.0.1')).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  expect(await openSessions('transport-drafter')).toBe(0);
});

test('signing in ends the session that the browser was in, whosever it was, and no other', async () => {
  const elsewhere = await signIn();
  const first = await signIn('water-drafter');
  const second = await signIn('transport-drafter', first.cookie);
  expect([await stands(first), await stands(second), await stands(elsewhere)]).toEqual([false, true, true]);
  expect(await openSessions('water-drafter')).toBe(0);
  // A sign-in that fails ends nothing.
  const failed = await app.inject({
    ...{ method: 'POST', url: '/api/session', headers: { cookie: second.cookie } },
    payload: { username: 'water-drafter', password: '不是这个密码呀' },
  });
  expect([failed.statusCode, await stands(second)]).toEqual([401, true]);
});

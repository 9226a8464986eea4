import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@koujing/access';
import { MemoryLog } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { csrfHeader } from '../../libs/access/csrf.api.js';
import { aCity, type City } from '../../test/support/a-city.js';
import { emptyHouse } from '../../test/support/empty-house.js';
import { createApi } from './api.module.js';
import { providersOf } from './providers.js';

const log = new MemoryLog();
const password = '滨海-2026-密码';
const username = 'transport-drafter';
let database: Database;
let city: City;
let app: NestFastifyApplication;
let cookie = '';
let csrf = '';

/** As behind a proxy that speaks https. */
beforeAll(async () => {
  database = await emptyHouse();
  city = await aCity(database);
  const person = await city.cases.people.find(database.queries, username);
  if (person === null) throw new Error(username);
  await city.cases.people.save(database.queries, { ...person, passwordHash: await hashPassword(password) });
  const dispatch = {
    ...{ publishReasons: async () => [], withdrawalReasons: async () => [] },
    ...{ scheduleReasons: async () => [], proposalReasons: async () => [] },
    ...{ cancelReasons: () => [], embargoReasons: async () => [] },
  };
  app = await createApi({ providers: providersOf(city.cases, { dispatch, secureCookie: true }) }, log);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(() => void log.lines.splice(0));

const signIn = (secret: string) =>
  app.inject({ method: 'POST', url: '/api/session', payload: { username, password: secret } });
const ask = (
  method: 'GET' | 'POST',
  url: string,
  headers: Readonly<Record<string, string>> = { cookie, [csrfHeader]: csrf },
  payload: object = {},
) => app.inject({ method, url: `/api${url}`, headers, ...(method === 'GET' ? {} : { payload }) });
const told = (): readonly Readonly<Record<string, string | number>>[] =>
  log.lines
    .filter(({ event }) => event === 'request.refused')
    .map(({ level, fields }) => ({ level, ...fields }));

test('over https the session’s cookie is one that no other host and no page without https can set', async () => {
  const opened = await signIn(password);
  csrf = opened.json<{ csrf: string }>().csrf;
  const [sent] = opened.cookies;
  expect(sent).toMatchObject({ name: '__Host-koujing_session', secure: true, httpOnly: true, path: '/' });
  expect(sent?.domain).toBeUndefined();
  cookie = `${sent?.name}=${sent?.value}`;
  expect((await ask('GET', '/session')).statusCode).toBe(200);
  const planted = await ask('GET', '/session', { cookie: `koujing_session=${sent?.value}` });
  expect(planted.statusCode).toBe(401);
});

test('a wrong password is in the log with its address, and without what was typed', async () => {
  const guess = '猜一猜-2026-密码';
  expect((await signIn(guess)).statusCode).toBe(401);
  expect(told()).toEqual([
    {
      ...{ level: 'warn', code: 'unauthenticated', reasons: 'signInFailed', method: 'POST' },
      ...{ route: '/api/session', address: '127.0.0.1', person: username },
    },
  ]);
  expect(JSON.stringify(log.lines)).not.toContain(guess);
});

test('a name that is nobody’s is not in the log: somebody typed a password there', async () => {
  const typed = '打错地方-2026-密码';
  await app.inject({ method: 'POST', url: '/api/session', payload: { username: typed, password } });
  expect(told()).toEqual([expect.not.objectContaining({ person: expect.anything() })]);
  expect(JSON.stringify(log.lines)).not.toContain(typed);
});

test('who may not, a write from elsewhere, a key that is none and what no console sends are in the log, by person', async () => {
  await ask('POST', '/people', undefined, {
    username: 'x1',
    name: '某人',
    grants: [{ role: 'drafter', organId: 'water' }],
  });
  await ask('POST', '/releases', { cookie });
  await ask('GET', '/releases', { authorization: 'Bearer koujing_made_up' });
  await ask('POST', '/releases', undefined, { title: 7 });
  await ask('POST', '/session/step-up', undefined, { password: '不是这个密码呀' });
  expect(told().map(({ code, reasons, person }) => [code, reasons, person])).toEqual([
    ['forbidden', 'lacksRole', username],
    ['forbidden', 'csrfMissing', username],
    ['unauthenticated', 'noKey', undefined],
    ['badInput', 'badField', username],
    ['refused', 'wrongPassword', username],
  ]);
});

test('a session that has ended, what is not there and what a form is refused for are not', async () => {
  await ask('GET', '/session', {});
  await ask('GET', '/releases/0190a000-0000-7000-8000-000000000000');
  expect(told()).toEqual([]);
});

test('who came in and went out stands in the record, with the address', async () => {
  const opened = await signIn(password);
  const [sent] = opened.cookies;
  const headers = {
    cookie: `${sent?.name}=${sent?.value}`,
    [csrfHeader]: opened.json<{ csrf: string }>().csrf,
  };
  expect((await app.inject({ method: 'DELETE', url: '/api/session', headers })).statusCode).toBe(200);
  const entries = await city.cases.audit.of(database.queries, 'person', username);
  expect(entries.slice(-2).map(({ action, detail }) => [action, detail?.['address']])).toEqual([
    ['session.open', '127.0.0.1'],
    ['session.close', '127.0.0.1'],
  ]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword, KeyStore, LetIn, RequestLimit } from '@koujing/access';
import { MemoryLog } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { TravellingClock } from '@koujing/kernel';
import { Costly, costlyAtOnce } from '../../libs/access/costly.interceptor.js';
import { csrfHeader } from '../../libs/access/csrf.api.js';
import { issueNow } from '../../libs/access/keys/new-key.js';
import { WithoutSession } from '../../libs/access/session.guard.js';
import { aCity } from '../support/a-city.js';
import { emptyHouse } from '../support/empty-house.js';
import { createApi } from '../../apps/dispatcher/api.module.js';
import { providersOf } from '../../apps/dispatcher/providers.js';

const working: (() => void)[] = [];

/** Takes as long as it is not let go. */
@Controller('long')
class LongController {
  @Get()
  @Costly()
  show(): Promise<{ readonly ok: true }> {
    return new Promise((done) => working.push(() => done({ ok: true })));
  }
}

/** Anybody's, like the pages of the media. */
@Controller('anybody')
@WithoutSession()
class AnybodyController {
  @Get()
  show(): { readonly ok: true } {
    return { ok: true };
  }
}

const perMinute = 5;
const password = '滨海-2026-密码';
const log = new MemoryLog();
const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
let database: Database;
let app: NestFastifyApplication;
let key: string;

beforeAll(async () => {
  database = await emptyHouse();
  const city = await aCity(database);
  const passwordHash = await hashPassword(password);
  for (const id of ['transport-drafter', 'water-drafter']) {
    const person = await city.cases.people.find(database.queries, id);
    if (person === null) throw new Error(id);
    await city.cases.people.save(database.queries, { ...person, passwordHash });
  }
  const issued = await database.transaction((queries) =>
    issueNow({ ...city.cases, keys: new KeyStore() }, queries, {
      person: { id: 'water-drafter', username: 'water-drafter' },
      wanted: { name: '市级应用', scopes: ['releases:read'], days: 30 },
      ...{ issuedBy: 'water-drafter', actor: 'water-drafter', byTwo: false },
    }),
  );
  key = issued.secret;
  const dispatch = {
    ...{ publishReasons: async () => [], withdrawalReasons: async () => [] },
    ...{ scheduleReasons: async () => [], proposalReasons: async () => [] },
    ...{ cancelReasons: () => [], embargoReasons: async () => [] },
  };
  const letIn = new LetIn({
    ...{ sessions: city.cases.readSession, keys: city.cases.readKey },
    limit: new RequestLimit(clock, perMinute),
  });
  const providers = [
    ...providersOf(city.cases, { dispatch, secureCookie: false }),
    { provide: LetIn, useValue: letIn },
  ];
  app = await createApi({ providers, controllers: [AnybodyController, LongController] }, log);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(() => {
  clock.travel(60_000);
  log.lines.splice(0);
});

type Headers = Readonly<Record<string, string>>;
const ask = (url: string, headers: Headers = {}, method: 'GET' | 'POST' = 'GET') =>
  app.inject({ method, url: `/api${url}`, headers, ...(method === 'GET' ? {} : { payload: {} }) });
const signIn = async (username: string): Promise<Headers> => {
  const opened = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
  expect(opened.statusCode).toBe(200);
  const [cookie] = opened.cookies;
  return {
    cookie: `${cookie?.name}=${cookie?.value}`,
    [csrfHeader]: opened.json<{ csrf: string }>().csrf,
  };
};
/** The answers to so many of the same. */
const often = async (count: number, ...asked: Parameters<typeof ask>): Promise<readonly number[]> => {
  const told: number[] = [];
  for (let n = 0; n < count; n += 1) told.push((await ask(...asked)).statusCode);
  return told;
};
const within = Array.from({ length: perMinute }, () => 200);

test('a session that asks too often is told when to come back, and does come in again then', async () => {
  const session = await signIn('transport-drafter');
  expect(await often(perMinute, '/session', session)).toEqual(within);
  clock.travel(18_500);
  const refused = await ask('/releases', session, 'POST');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '42']);
  const { code, reasons } = refused.json<{ code: string; reasons: { code: string; message: string }[] }>();
  expect([code, reasons[0]?.code]).toEqual(['tooManyRequests', 'tooManyRequests']);
  expect(reasons[0]?.message).toContain('请在 42 秒后再试');
  clock.travel(42_000);
  expect((await ask('/session', session)).statusCode).toBe(200);
});

test('behind the same address a colleague works on, and others sign in, whoever asks too often there', async () => {
  const colleague = await signIn('water-drafter');
  const session = await signIn('transport-drafter');
  await often(perMinute + 3, '/session', session);
  await often(perMinute + 3, '/anybody');
  expect((await ask('/anybody')).statusCode).toBe(429);
  expect(await often(perMinute, '/session', colleague)).toEqual(within);
  expect((await ask('/session', await signIn('transport-drafter'))).statusCode).toBe(200);
});

test('a key is counted for itself, and a made-up one for the address that sends it', async () => {
  const held = { authorization: `Bearer ${key}` };
  expect(await often(perMinute + 1, '/releases', held)).toEqual([...within, 429]);
  const guesses = Array.from({ length: perMinute + 1 }, (_, n) =>
    ask('/releases', { authorization: `Bearer koujing_guess_${n}` }),
  );
  const told = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
  expect(told.filter((status) => status === 401)).toHaveLength(perMinute);
  expect(told.filter((status) => status === 429)).toHaveLength(1);
  expect((await ask('/anybody')).statusCode).toBe(429);
});

test('the log names whoever asks too often once a minute, not at every request', async () => {
  const session = await signIn('transport-drafter');
  log.lines.splice(0);
  await often(perMinute + 20, '/session/step-up', session, 'POST');
  const lines = log.lines.filter(({ fields }) => fields['code'] === 'tooManyRequests');
  expect(lines.map(({ event, fields }) => [event, fields['person']])).toEqual([
    ['request.refused', 'transport-drafter'],
  ]);
  expect(log.lines.filter(({ fields }) => fields['status'] === 429)).toEqual([]);
});

test('of what takes long a person has some at once, from however many places; the next waits, a colleague’s does not', async () => {
  const [here, there] = [await signIn('transport-drafter'), await signIn('transport-drafter')];
  const colleague = await signIn('water-drafter');
  const begun = Array.from({ length: costlyAtOnce }, (_, n) => ask('/long', n === 0 ? there : here));
  const begins = async (count: number): Promise<void> => {
    while (working.length < count) await new Promise(setImmediate);
  };
  await begins(costlyAtOnce);
  const refused = await ask('/long', here);
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5']);
  expect(refused.json<{ reasons: { code: string }[] }>().reasons[0]?.code).toBe('tooManyCostly');
  expect((await ask('/session', here)).statusCode).toBe(200);
  const theirs = ask('/long', colleague);
  await begins(costlyAtOnce + 1);
  for (const go of working.splice(0)) go();
  expect((await Promise.all([...begun, theirs])).map(({ statusCode }) => statusCode)).toEqual([
    ...begun.map(() => 200),
    200,
  ]);
  const again = ask('/long', here);
  await begins(1);
  for (const go of working.splice(0)) go();
  expect((await again).statusCode).toBe(200);
});

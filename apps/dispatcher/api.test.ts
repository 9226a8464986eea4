import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword, PeopleRegister } from '@koujing/access';
import { blocksFromText } from '@koujing/block';
import type { Database } from '@koujing/database';
import { csrfHeader } from '../../libs/access/csrf.api.js';
import { releasePageSchema } from '../../libs/signoff/signoff.api.js';
import { aCity, type City } from '../../test/support/a-city.js';
import { emptyHouse } from '../../test/support/empty-house.js';
import { createApi } from './api.module.js';
import { providersOf } from './providers.js';

let database: Database;
let city: City;
let app: NestFastifyApplication;

const password = '滨海-2026-密码';
const nothingToDispatch = {
  publishReasons: async () => [],
  withdrawalReasons: async () => [],
  scheduleReasons: async () => [],
  proposalReasons: async () => [],
  cancelReasons: () => [],
  embargoReasons: async () => [],
};
const silent = { info: () => undefined, warn: () => undefined };

beforeAll(async () => {
  database = await emptyHouse();
  city = await aCity(database);
  const passwordHash = await hashPassword(password);
  for (const id of ['transport-drafter', 'transport-approver', 'water-drafter']) {
    const person = await city.cases.people.find(database.queries, id);
    if (person !== null) await city.cases.people.save(database.queries, { ...person, passwordHash });
  }
  const providers = providersOf(city.cases, { dispatch: nothingToDispatch, secureCookie: false });
  app = await createApi({ providers }, silent);
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

const signIn = async (username: string): Promise<Desk> => {
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
  const [cookie] = reply.cookies;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  return { cookie: `${cookie?.name}=${cookie?.value}`, csrf: reply.json<{ csrf: string }>().csrf };
};

test('every answer names its request: as the sender named it, or anew', async () => {
  const trace = 'ab'.repeat(16);
  const traceparent = `00-${trace}-${'cd'.repeat(8)}-01`;
  const named = await app.inject({ method: 'GET', url: '/api/session', headers: { traceparent } });
  expect(named.headers['x-request-id']).toBe(trace);
  const [first, second] = await Promise.all(
    ['x', '"><script>'].map((bad) =>
      app.inject({ method: 'POST', url: '/api/nowhere', headers: { traceparent: bad }, payload: {} }),
    ),
  );
  expect(first?.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/u);
  expect(second?.headers['x-request-id']).not.toBe(first?.headers['x-request-id']);
});

const call = (desk: Desk, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api${url}`,
    headers: { cookie: desk.cookie, [csrfHeader]: desk.csrf },
    ...(payload === undefined ? {} : { payload }),
  });

const draft = {
  organId: 'transport',
  kind: 'routine',
  title: '关于滨河路夜间养护施工的通告',
  blocks: blocksFromText('12月5日23时至次日5时，滨河路半幅封闭养护，请绕行。'),
  accountIds: ['portal'],
};

test('a sign-in is taken as JSON alone, and nothing that is told is kept by a browser', async () => {
  const form = await app.inject({
    ...{ method: 'POST', url: '/api/session', payload: 'username=transport-drafter&password=x' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect([form.statusCode, form.json<{ code: string }>().code]).toEqual([415, 'unsupported']);
  const desk = await signIn('transport-drafter');
  const list = await call(desk, 'GET', '/releases');
  expect(list.headers['cache-control']).toBe('no-store');
});

test('behind a proxy that is named, whoever guesses blocks his own address and nobody else’s', async () => {
  const providers = providersOf(city.cases, { dispatch: nothingToDispatch, secureCookie: false });
  const proxied = await createApi({ providers }, silent, ['127.0.0.1']);
  await proxied.init();
  await proxied.getHttpAdapter().getInstance().ready();
  const from = async (address: string, secret: string): Promise<number> => {
    const reply = await proxied.inject({
      ...{ method: 'POST', url: '/api/session', headers: { 'x-forwarded-for': address } },
      payload: { username: 'water-drafter', password: secret },
    });
    return reply.statusCode;
  };
  try {
    for (let turn = 0; turn < 6; turn += 1) await from('203.0.113.9', '错');
    expect(await from('203.0.113.9', password)).toBe(429);
    expect(await from('203.0.113.10', password)).toBe(200);
  } finally {
    await proxied.close();
  }
});

test('without a session every route but the sign-in refuses', async () => {
  for (const url of [
    '/api/releases',
    '/api/findings',
    '/api/matters',
    '/api/notifications',
    '/api/session',
  ]) {
    const reply = await app.inject({ method: 'GET', url });
    expect([url, reply.statusCode]).toEqual([url, 401]);
    expect(reply.json()).toMatchObject({ code: 'unauthenticated', reasons: [{ code: 'noSession' }] });
  }
});

test('with a first password every route but changing it refuses, and the console is told', async () => {
  const { queries } = database;
  const until = new Date(city.clock.now().getTime() + 60_000);
  const passwordHash = await hashPassword(password);
  await new PeopleRegister().setPassword(queries, 'water-drafter', { passwordHash, until });
  const desk = await signIn('water-drafter');
  const refusedTo = await call(desk, 'GET', '/releases');
  expect([refusedTo.statusCode, refusedTo.json().reasons[0].code]).toEqual([403, 'passwordMustChange']);
  expect((await call(desk, 'GET', '/session')).json()).toMatchObject({ mustChangePassword: true });
  const newPassword = '三条鱼-在船上-2026';
  const changed = await call(desk, 'POST', '/session/password', { password, newPassword });
  const [anew] = changed.cookies;
  // The token that the first password opened ends with it, at once.
  expect([changed.statusCode, (await call(desk, 'GET', '/releases')).statusCode]).toEqual([200, 401]);
  const renewed = { ...desk, cookie: `${anew?.name}=${anew?.value}` };
  expect((await call(renewed, 'GET', '/releases')).statusCode).toBe(200);
  await new PeopleRegister().setPassword(queries, 'water-drafter', { passwordHash, until: null });
});

test('a write without the CSRF token is refused', async () => {
  const desk = await signIn('transport-drafter');
  const reply = await call({ ...desk, csrf: 'x' }, 'POST', '/releases', draft);
  expect([reply.statusCode, reply.json().reasons[0].code]).toEqual([403, 'csrfMissing']);
});

test('a draft is created, read back as the contract says, and hidden from other organs', async () => {
  const desk = await signIn('transport-drafter');
  const created = await call(desk, 'POST', '/releases', draft);
  expect(created.statusCode).toBe(201);
  const { id } = created.json<{ id: string }>();
  const page = releasePageSchema.parse((await call(desk, 'GET', `/releases/${id}`)).json());
  expect(page.release.state).toBe('draft');
  expect(page.actions.approve.reasons.map(({ code }) => code)).toContain('approverIsDrafter');
  const stranger = await signIn('water-drafter');
  expect((await call(stranger, 'GET', `/releases/${id}`)).statusCode).toBe(404);
  expect((await call(stranger, 'GET', '/releases')).json().total).toBe(0);
});

test('bad input names field and what is allowed, and changes nothing', async () => {
  const desk = await signIn('transport-drafter');
  const before = (await call(desk, 'GET', '/releases')).json().total;
  const unknown = await call(desk, 'POST', '/releases', { ...draft, organId: 'nowhere' });
  expect([unknown.statusCode, unknown.json().reasons[0]]).toMatchObject([
    422,
    { code: 'unknownOrgan', field: 'organId' },
  ]);
  const long = await call(desk, 'POST', '/releases', { ...draft, title: '长'.repeat(201) });
  expect([long.statusCode, long.json().reasons[0]]).toMatchObject([
    400,
    { field: 'title', allowed: expect.stringContaining('200') },
  ]);
  const script = await call(desk, 'POST', '/releases', {
    ...draft,
    blocks: [{ type: 'paragraph', runs: [{ text: '点', href: 'javascript:alert(1)' }] }],
  });
  expect(script.statusCode).toBe(400);
  expect((await call(desk, 'GET', '/releases')).json().total).toBe(before);
});

test('a body over 10 MB is refused by its limit', async () => {
  const desk = await signIn('transport-drafter');
  const reply = await call(desk, 'POST', '/releases', { ...draft, summary: '大'.repeat(4_000_000) });
  expect([reply.statusCode, reply.json()]).toMatchObject([
    413,
    { code: 'tooLarge', reasons: [{ allowed: '≤ 10 MB' }] },
  ]);
});

const upload = (desk: Desk, url: string, name: string, bytes: Buffer) => {
  const boundary = 'koujing-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = {
    cookie: desk.cookie,
    [csrfHeader]: desk.csrf,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  return app.inject({ method: 'POST', url: `/api${url}`, headers, payload });
};

test('a picture is taken by its bytes, whatever its name says', async () => {
  const desk = await signIn('transport-drafter');
  const no = await upload(desk, '/images', 'photo.png', Buffer.from('<svg onload=alert(1)>'));
  expect([no.statusCode, no.json().reasons[0].code]).toEqual([415, 'notAPicture']);
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const stored = await upload(desk, '/images', 'photo.dat', png);
  expect(stored.json()).toMatchObject({ mimeType: 'image/png' });
  const shown = await call(desk, 'GET', `/images/${stored.json().sha256}`);
  // It may be of a release that nobody has seen yet (ASVS 14.3.2).
  expect(shown.headers['cache-control']).toBe('no-store');
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/png']);
});

test('a document with a script is refused, and one in plain text becomes content', async () => {
  const desk = await signIn('transport-drafter');
  const html = await upload(
    desk,
    '/import',
    'a.html',
    Buffer.from('<h1>题</h1><p>文</p><script>alert(1)</script>'),
  );
  expect([html.statusCode, html.json().reasons[0].field]).toEqual([422, 'file']);
  const text = await upload(desk, '/import', 'a.txt', Buffer.from('停水通知\n12月5日停水。'));
  expect(text.json()).toMatchObject({ title: '停水通知', blocks: blocksFromText('12月5日停水。') });
});

test('the approver signs what the reviewer passed, over HTTP', async () => {
  const drafter = await signIn('transport-drafter');
  const approver = await signIn('transport-approver');
  const { id, digest } = (await call(drafter, 'POST', '/releases', draft)).json<{
    id: string;
    digest: string;
  }>();
  expect((await call(drafter, 'POST', `/releases/${id}/submit`, { digest })).statusCode).toBe(200);
  const early = await call(approver, 'POST', `/releases/${id}/approval`, { digest });
  expect([early.statusCode, early.json().reasons[0].code]).toEqual([422, 'confidentialityReviewMissing']);
  const returned = await call(approver, 'POST', `/releases/${id}/return`, { digest, note: '请补充电话' });
  expect(releasePageSchema.parse(returned.json()).release.state).toBe('returned');
});

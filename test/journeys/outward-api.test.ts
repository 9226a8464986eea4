import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { sql } from 'kysely';
import { RequestOnce, RequestOnceStore } from '@koujing/access';
import { Problem, SystemClock } from '@koujing/kernel';
import type { KeyList } from '../../libs/access/keys/key.api.js';
import type { ReleaseList, ReleaseStanding } from '../../libs/release/release.api.js';
import { notForKeys } from '../support/not-for-keys.js';
import { startCity, type City } from '../support/city.js';
import { issuedKey, personIdOf } from '../support/issued-key.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import { aDraft, paragraph } from '../support/release-way.js';

let city: City;
let administrator: Person;

beforeAll(async () => {
  city = await startCity();
  administrator = await city.as('administrator');
}, 300_000);
afterAll(() => city.close());

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  readonly 'x-koujing-scope'?: string;
  /** None where a route is everybody's. */
  readonly security?: readonly object[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const operationsOf = ({ paths }: OpenApi) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );

interface Spoken<Body> {
  readonly status: number;
  readonly body: Body;
  readonly repeated: boolean;
}

/** A program of an organ, which comes with a key and nothing else. */
const program =
  (secret: string) =>
  async <Body = Refusal>(
    method: string,
    path: string,
    { body, once }: { readonly body?: unknown; readonly once?: string } = {},
  ): Promise<Spoken<Body>> => {
    const answer = await fetch(`${city.address}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(once === undefined ? {} : { 'idempotency-key': once }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as Body,
      repeated: answer.headers.get('idempotency-replayed') === 'true',
    };
  };

const personId = (username: string): Promise<string> => personIdOf(city, username);

const issued = (username: string, scopes: readonly string[]) => issuedKey(city, username, scopes);

const draft = (title: string) =>
  aDraft({ organId: 'water', title, blocks: [paragraph('12月5日23时起冲洗城区供水管网，请提前储水。')] });

const document = async (): Promise<OpenApi> =>
  (await (await fetch(`${city.address}/api/openapi.json`)).json()) as OpenApi;

test('the document is OpenAPI 3.1 as its own schema has it, and every route tells what it answers', async () => {
  const told = await document();
  const validator = new Validator();
  const checked = await validator.validate(structuredClone(told) as unknown as Record<string, unknown>);
  expect(checked.errors ?? []).toEqual([]);
  expect(validator.version).toBe('3.1');
  const operations = operationsOf(told);
  expect(operations.length).toBeGreaterThan(220);
  const silent = operations.filter(({ operation }) =>
    Object.entries(operation.responses).every(
      ([status, { content }]) => status === 'default' || (status !== '204' && content === undefined),
    ),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
});

test('no key opens what a person answers for: approvals, reviews, rulings, roles and keys', async () => {
  const open = operationsOf(await document())
    .filter(({ operation }) => operation['x-koujing-scope'] !== undefined)
    .map(({ name }) => name);
  expect(open).toContain('post /api/releases');
  expect(
    open.filter((name) =>
      /approv|signature|\breview|ruling|people|api-keys|session|account|authoris/u.test(name),
    ),
  ).toEqual([]);
  const { secret } = await issued('water-approver', ['releases:read', 'releases:write', 'dispatch:write']);
  const call = program(secret);
  expect(await call('GET', '/people')).toMatchObject({
    status: 403,
    body: { reasons: [{ code: 'notByKey' }] },
  });
  expect(await call('GET', '/findings')).toMatchObject({
    status: 403,
    body: { reasons: [{ code: 'lacksScope', allowed: 'findings:read' }] },
  });
  expect(await call('GET', '/releases')).toMatchObject({ status: 200 });
});

test('whatever is read is open to a key by a scope, to everybody, or named with why a person reads it', async () => {
  const reads = operationsOf(await document()).filter(({ name }) => name.startsWith('get '));
  const closed = reads
    .filter(({ operation }) => operation['x-koujing-scope'] === undefined && operation.security !== undefined)
    .map(({ name }) => name.slice('get /api'.length));
  expect(closed.toSorted()).toEqual(Object.keys(notForKeys).toSorted());
  const { secret } = await issued('coordinator', ['findings:read', 'reports:read', 'releases:read']);
  const call = program(secret);
  for (const path of ['/directives', '/incidents', '/deadlines', '/plans', '/period-plans', '/conferences'])
    expect([path, (await call('GET', path)).status]).toEqual([path, 200]);
  for (const path of ['/violations', '/inconsistency-digests', '/organs', '/calendar'])
    expect([path, (await call('GET', path)).status]).toEqual([path, 200]);
  expect(await call('GET', '/people')).toMatchObject({ status: 403 });
});

test('a program drafts in the name of its person, once for each key of its own, and the record names both', async () => {
  const { id, secret } = await issued('water', ['releases:read', 'releases:write']);
  const call = program(secret);
  const notice = draft('关于冲洗城区供水管网的通告');
  const once = 'water-system-000001';
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call<ReleaseStanding>('POST', '/releases', { body: notice, once })),
  );
  const made = answers.filter(({ repeated, status }) => status === 201 && !repeated);
  expect(made).toHaveLength(1);
  // Whoever came while the first was under way is told so, or has its answer; nobody made a second one.
  for (const { status, body, repeated } of answers)
    if (repeated) expect(body.id).toBe(made[0]?.body.id);
    else expect([201, 409]).toContain(status);
  const again = await call<ReleaseStanding>('POST', '/releases', { body: notice, once });
  expect(again).toMatchObject({ status: 201, repeated: true, body: { id: made[0]?.body.id } });
  const { body: list } = await call<ReleaseList>('GET', '/releases?q=冲洗城区供水管网');
  expect(list.items.filter(({ title }) => title === notice.title)).toHaveLength(1);

  const other = await call('POST', '/releases', { body: draft('另一篇通告'), once });
  expect(other).toMatchObject({ status: 422, body: { reasons: [{ code: 'requestKeyReused' }] } });
  const short = await call('POST', '/releases', { body: notice, once: 'x' });
  expect(short).toMatchObject({ status: 400, body: { reasons: [{ code: 'badRequestKey' }] } });

  const { rows } = await sql<{ actor: string; detail: { apiKey?: string } }>`
    select actor, detail from audit_entry where action = 'release.create' and subject_id = ${made[0]?.body.id ?? ''}`.execute(
    city.database.queries,
  );
  expect(rows).toEqual([{ actor: await personId('water'), detail: expect.objectContaining({ apiKey: id }) }]);
});

test('what was refused keeps no key; what was done and lost its answer is not done again', async () => {
  const { secret } = await issued('water', ['releases:write']);
  const call = program(secret);
  const notice = draft('关于供水管网检修的通告');
  const once = 'water-system-000002';
  const refused = await call('POST', '/releases', { body: { ...notice, organId: 'education' }, once });
  expect(refused.status).toBe(403);
  const done = await call<ReleaseStanding>('POST', '/releases', { body: notice, once });
  expect(done).toMatchObject({ status: 201, repeated: false });
  // The process dies between the commit and the answer.
  await city.database.queries
    .updateTable('request_once')
    .set({ status: null, answer: null })
    .where('key', '=', once)
    .execute();
  const after = await call('POST', '/releases', { body: notice, once });
  expect(after).toMatchObject({ status: 409, body: { reasons: [{ code: 'requestUnanswered' }] } });
});

test('a refusal that left something behind is told again, and a secret is kept for nobody', async () => {
  const { database } = city;
  const once = new RequestOnce({ database, requests: new RequestOnceStore(), clock: new SystemClock() });
  const name = { personId: await personId('water'), key: 'counted-then-refused', digest: 'd', secret: false };
  let counted = 0;
  const work = async (): Promise<never> => {
    await database.transaction(async () => (counted += 1));
    throw new Problem('forbidden', [{ code: 'no', message: '不行。', messageEn: 'No.' }]);
  };
  await expect(once.perform(name, work)).rejects.toThrow('不行。');
  expect(await once.perform(name, work)).toMatchObject({
    status: 403,
    repeated: true,
    body: { code: 'forbidden' },
  });
  expect(counted).toBe(1);

  const asked = async () =>
    administrator.once<{ key?: { secret: string }; reasons?: readonly { code: string }[] }>(
      'issue-a-key-0001',
      '/api-keys',
      {
        ...{ personId: await personId('water'), name: '只看一次', scopes: ['releases:read'] },
      },
    );
  const first = await asked();
  expect(first.body.key?.secret).toMatch(/^koujing_/u);
  expect(await asked()).toMatchObject({ status: 409, body: { reasons: [{ code: 'requestUnanswered' }] } });
  const { rows } = await sql<{ all: string }>`select json_agg(r)::text as all from request_once r`.execute(
    database.queries,
  );
  expect(rows[0]?.all).toContain('issue-a-key-0001');
  expect(rows[0]?.all).not.toContain('koujing_');
});

test('a revoked key, one of a person who has left, and no key at all open nothing', async () => {
  const { id, secret } = await issued('water-reviewer', ['releases:read']);
  const call = program(secret);
  expect((await call('GET', '/releases')).status).toBe(200);
  const { items } = ok(await administrator.get<KeyList>('/api-keys'));
  expect(items.find((key) => key.id === id)).toMatchObject({ state: 'inForce', hint: secret.slice(-4) });
  expect(JSON.stringify(items)).not.toContain(secret);
  ok(await administrator.post(`/api-keys/${id}/revocation`, { reason: '系统下线' }));
  for (const gone of [secret, 'koujing_wrong', ''])
    expect(await program(gone)('GET', '/releases')).toMatchObject({
      status: 401,
      body: { reasons: [{ code: gone === '' ? 'noSession' : 'noKey' }] },
    });
  const twice = await administrator.post<Refusal>(`/api-keys/${id}/revocation`, { reason: '再停一次' });
  expect(twice).toMatchObject({ status: 422, body: { reasons: [{ code: 'keyRevoked' }] } });
  const drafter = await city.as('water');
  expect(
    await drafter.post('/api-keys', {
      personId: 'water',
      name: '自己发的',
      scopes: ['releases:read'],
    }),
  ).toMatchObject({ status: 403 });
});

test('the page on which the API is tried is there, with its script and style', async () => {
  for (const [path, type] of [
    ['/api/docs', 'text/html'],
    ['/api/docs/start.js', 'text/javascript'],
    ['/api/docs/assets/swagger-ui-bundle.js', 'javascript'],
    ['/api/docs/assets/swagger-ui.css', 'text/css'],
  ] as const) {
    const answer = await fetch(`${city.address}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('content-type')).toContain(type);
  }
  expect((await fetch(`${city.address}/api/docs/assets/package.json`)).status).toBe(404);
});

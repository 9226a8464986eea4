import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveYear, ExportBundle } from '@koujing/bundle';
import { AuditTrail, openAuditKey } from '@koujing/audit';
import { secretBoxFrom } from '@koujing/dispatch';
import { SystemClock } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import { sql } from 'kysely';
import { openLog } from '../../apps/dispatcher/log.js';
import { demoAccounts } from '../../apps/dispatcher/demo/demo-accounts.js';
import { hotp, stepAt } from '../../libs/access/factor/totp.js';
import { bytesOfKey } from '../support/authenticator.js';
import { consoleUrl, type City } from '../support/city.js';
import { CookieJar } from '../support/cookie-jar.js';
import { callOf } from '../support/foreign-calls.js';
import { foreignThings, type Things } from '../support/foreign-things.js';
import { startProvider, type TestProvider } from '../support/identity-provider.js';
import { liveMarkup } from '../support/live-markup.js';
import { ok, Person } from '../support/person.js';
import { plantMarkup } from '../support/planted-markup.js';
import { readable } from '../support/readable.js';
import { routesOf, type Route } from '../support/route.js';
import { startSeededCity } from '../support/seeded-city.js';
import { aDraft, published } from '../support/release-way.js';
import { until } from '../support/until.js';

let provider: TestProvider;
let city: City;
let chief: Person;
let things: Things;
let routes: readonly Route[];
/** The routes by which markup came in. */
let planted: readonly string[];
/** What the journey below typed or was shown, by what it is. */
const secrets = new Map<string, string>();
/** Whatever this process wrote while it ran: its log, and what anything else put on its streams. */
let written = '';

const streams = [process.stdout, process.stderr] as const;
const usual = streams.map((stream) => stream.write.bind(stream));

const own = 'seven lamps under a bridge';

const signedIn = async (username: string, password: string, code?: string): Promise<Response> =>
  fetch(`${city.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, ...(code === undefined ? {} : { code }) }),
  });

const cookieIn = (answer: Response): string =>
  /koujing_session=([^;]+)/u.exec(answer.headers.getSetCookie().join(';'))?.[1] ?? '';

/** Password, first password, cookie, authenticator and recovery codes of somebody new. */
const comesIn = async (): Promise<string> => {
  const { password } = ok(
    await chief.post<{ password: string }>('/people', {
      ...{ username: 'newcomer', name: '新来的', grants: [{ role: 'drafter', organId: 'education' }] },
    }),
  );
  const person = await Person.signInFirst(city.address, 'newcomer', password);
  const { key } = ok(await person.post<{ key: string }>('/session/second-factor', { password: own }));
  const code = (offset: number): string => hotp(bytesOfKey(key), stepAt(new Date()) + offset);
  const confirmed = await person.post<{ codes: readonly string[] }>('/session/second-factor/confirmation', {
    code: code(-1),
  });
  for (const [n, recovery] of ok(confirmed).codes.entries()) secrets.set(`recovery code ${n}`, recovery);
  secrets.set('first password', password).set('password', own).set('authenticator', key);
  secrets.set('authenticator in bytes', bytesOfKey(key).toString('base64'));
  secrets.set('session', cookieIn(await signedIn('newcomer', own, code(0))));
  // A password typed where the user name belongs, and one that is nearly right.
  await signedIn(own, own);
  await signedIn('newcomer', `${own}!`);
  const { items } = ok(await chief.get<{ items: readonly { id: string }[] }>('/people?q=newcomer'));
  return items[0]?.id ?? '';
};

const programs = async (personId: string): Promise<void> => {
  const key = { personId, name: '统计系统', scopes: ['releases:read'] };
  const { secret } = ok(await chief.post<{ key: { secret: string } }>('/api-keys', key)).key;
  secrets.set('API key', secret);
  for (const given of [secret, `${secret}x`])
    await fetch(`${city.address}/api/releases`, { headers: { authorization: `Bearer ${given}` } });
  const subscription = {
    ...{ organId: 'education', name: '统计', url: 'https://hooks.binhai.gov.example/stand' },
    kinds: ['release.published'],
  };
  const added = await chief.post<{ secret: string }>('/event-subscriptions', subscription);
  secrets.set('subscription', ok(added).secret);
  const robot = 'robot-token-0f1e2d3c4b5a';
  const chat = {
    ...{ name: '值班群', kinds: ['approval'], organId: 'education', platform: 'dingtalk' },
    ...{ address: `https://oapi.dingtalk.com/robot/send?access_token=${robot}`, key: 'SECrobot0123456789' },
  };
  ok(await chief.post('/chats', chat));
  secrets.set('robot', robot).set('key of the robot', chat.key);
  const coordinator = await city.as('coordinator');
  const link = ok(await coordinator.post<{ url: string }>(`/media/outlets/${things['outlets']}/link`, {}));
  secrets.set('link of an outlet', link.url.split('/').at(-1) ?? '');
  for (const account of demoAccounts(city.sandbox, consoleUrl))
    for (const [name, value] of Object.entries(account.secrets))
      secrets.set(`${name} of ${account.id}`, String(value));
};

const organsAccount = async (personId: string): Promise<void> => {
  secrets.set('client secret', provider.clientSecret);
  ok(await chief.put(`/people/${personId}/organ-account`, { name: 'E-7', reason: '接入' }));
  provider.whoIs({ subject: 'u-7', name: 'E-7', amr: ['hwk'] });
  const jar = new CookieJar();
  const back = await jar.until(
    `${city.address}/api/session/organ-account/begin`,
    `${consoleUrl}/api/session/organ-account/callback`,
  );
  secrets.set('code of the provider', new URL(back).searchParams.get('code') ?? '');
  await jar.ask(back.replace(consoleUrl, city.address));
  secrets.set('session by the provider', jar.cookie('koujing_session') ?? '');
  await jar.ask(back.replace(consoleUrl, city.address));
};

/** The same secrets where nobody should write them: in an address, in a field that is not there, in a broken body. */
const misplaced = async (): Promise<void> => {
  for (const secret of secrets.values()) {
    await chief.get(`/releases/${encodeURIComponent(secret)}`);
    await chief.get(`/releases?q=${encodeURIComponent(secret)}`);
    await chief.post('/api-keys', { [secret.slice(0, 40)]: secret });
  }
};

/** Goes out by channels that sign in with what is secret. */
const sends = async (): Promise<void> => {
  const draft = aDraft({
    ...{ organId: 'education', title: '关于图书馆延长开放时间的通知' },
    accountIds: ['portal', 'weibo', 'wechat', 'app'],
  });
  await published(await city.desk('education'), draft);
  await city.anotherProcess(['worker']);
  await until(isSent, (sent) => sent);
};

const isSent = async (): Promise<boolean> => {
  const rows = await city.database.queries
    .selectFrom('delivery')
    .select('state')
    .where('account_id', 'in', ['weibo', 'wechat', 'app'])
    .execute();
  return rows.filter(({ state }) => state === 'delivered' || state === 'verified').length >= 2;
};

beforeAll(async () => {
  for (const [n, stream] of streams.entries())
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      written += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
      return usual[n]?.(chunk, ...rest) ?? true;
    }) as typeof stream.write;
  provider = await startProvider(consoleUrl, { secondFactor: ['hwk'] });
  const log = openLog('debug', { write: (line) => (written += line) });
  city = await startSeededCity({ log, organAccount: provider.settings });
  chief = await city.as('administrator');
  things = await foreignThings(city);
  const personId = await comesIn();
  await programs(personId);
  await organsAccount(personId);
  await misplaced();
  await sends();
  const hands = [chief, await city.as('coordinator'), await city.as('drafter'), await city.as('approver')];
  routes = await routesOf(city.address);
  planted = await plantMarkup(routes, things, hands);
}, 300_000);
afterAll(async () => {
  await city.close();
  await provider.close();
  for (const [n, stream] of streams.entries()) Object.assign(stream, { write: usual[n] });
});

/** Which of them stand there, as they are or as JSON and addresses write them. */
const secretsIn = (text: string): readonly string[] =>
  [...secrets].flatMap(([name, secret]) =>
    [secret, encodeURIComponent(secret)].some((form) => text.includes(form)) ? [name] : [],
  );

/** Where a document is offered in several forms, each of them. */
const inEveryForm = (route: Route): readonly string[] => {
  const { path } = callOf(route, things);
  const forms = route.query.find(({ name }) => name === 'format')?.schema.enum ?? [];
  const [before = '', query = ''] = path.split('?');
  return forms.length === 0
    ? [path]
    : forms.map((form) => {
        const asked = new URLSearchParams(query);
        asked.set('format', String(form));
        return `${before}?${asked.toString()}`;
      });
};

const tag = /<(?:script|img|svg|iframe|math|details|style|base|meta|form|object|a)\b[^<]*boom/iu;

/** Markup of the corpus that a page or the XML of a document would hold as markup; what is JSON says its type and is none. */
const liveIn = (type: string, bytes: Uint8Array): readonly string[] =>
  [...readable(bytes)].flatMap(([part, text]) => {
    if (type.startsWith('text/html')) return liveMarkup(text);
    const found =
      /\.(?:xml|rels)$/u.test(part) || /xml/u.test(type.split(';')[0] ?? '') ? tag.exec(text) : null;
    return found === null || part.length === 0 ? [] : [`${part} ${found[0]}`];
  });

test('the journey had a secret of every kind', () => {
  expect([...secrets].filter(([, secret]) => secret.length < 8)).toEqual([]);
  expect(secrets.size).toBeGreaterThan(25);
});

test('no line of the log and no error holds one', () => {
  expect(written).toContain('request.done');
  expect(written).toContain('dispatch.tried');
  expect(written.split('\n').filter((line) => secretsIn(line).length > 0)).toEqual([]);
});

test('no route answers one to whoever asks, nor markup that people wrote as markup: as JSON, a page, a sheet or a document', async () => {
  const document = await (await fetch(`${city.address}/api/openapi.json`)).text();
  expect(secretsIn(document)).toEqual([]);
  const askers = [chief, await city.as('coordinator'), await city.as('approver')];
  const found: string[] = [];
  const live: string[] = [];
  const kinds = new Set<string>();
  for (const route of routes) {
    if (route.method !== 'get' || route.path.startsWith('/session/organ-account')) continue;
    for (const path of inEveryForm(route))
      for (const asker of askers) {
        const { status, type, bytes } = await asker.fetched(path);
        for (const [part, text] of readable(bytes))
          for (const name of secretsIn(text)) found.push(`${route.name} ${part}: ${name}`);
        if (status >= 300) continue;
        live.push(...liveIn(type, bytes).map((markup) => `${route.name}: ${markup}`));
        kinds.add(type.split(';')[0] ?? '');
        break;
      }
  }
  expect([...new Set(found)]).toEqual([]);
  expect(live).toEqual([]);
  expect(planted.length).toBeGreaterThan(20);
  // The walk met tables, sheets and documents, not refusals alone.
  expect([...kinds].toSorted()).toEqual(
    expect.arrayContaining([
      'application/json',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]),
  );
});

test('no table holds one as it is, the record among them', async () => {
  const { queries } = city.database;
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(queries);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
      queries,
    );
    for (const secret of new Set(rows.flatMap(({ row }) => secretsIn(row)))) found.push(`${name}: ${secret}`);
  }
  expect(found).toEqual([]);
});

test('no file of the archive of a year holds one', async () => {
  const { database } = city;
  const wall = new SystemClock();
  const year = wall.now().getUTCFullYear();
  const clock = { now: () => new Date(`${year + 1}-03-01T00:00:00Z`), monotonic: () => wall.monotonic() };
  const audit = new AuditTrail(clock);
  const box = secretBoxFrom(Buffer.alloc(32, 7).toString('base64'));
  const signer = await openAuditKey({ database, audit, clock, box, given: null, suite: 'international' });
  const bundles = new ExportBundle({ database, audit, clock, signer, releases: new ReleaseStore() });
  const parent = mkdtempSync(join(tmpdir(), 'koujing-archive-'));
  try {
    const folder = join(parent, 'of-a-year');
    const order = {
      year,
      folder,
      organId: null,
      organName: null,
      retention: '30 years',
      by: 'system:cli',
    } as const;
    const { records } = await new ArchiveYear({ database, bundles, clock, signer }).perform(order);
    expect(records).toBeGreaterThan(5);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const found = files.flatMap(({ parentPath, name }) =>
      [...readable(readFileSync(join(parentPath, name))).values()].flatMap((text) =>
        secretsIn(text).map((secret) => `${name}: ${secret}`),
      ),
    );
    expect(found).toEqual([]);
  } finally {
    rmSync(parent, { recursive: true });
  }
});

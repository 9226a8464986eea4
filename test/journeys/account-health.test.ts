import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AccountList, AccountView } from '../../libs/dispatch/dispatch.api.js';
import { startCity, type City } from '../support/city.js';
import type { Person, Refusal } from '../support/person.js';
import { aDraft, deliveries, published, untilAll } from '../support/release-way.js';

let city: City;
let administrator: Person;

beforeAll(async () => {
  city = await startCity();
  administrator = await city.as('administrator');
}, 300_000);
afterAll(() => city.close());

const account = async (person: Person, id: string): Promise<AccountView | undefined> =>
  (await person.get<AccountList>('/accounts?pageSize=50')).body.items.find((one) => one.id === id);

/** The browser on Weibo's page: the person agrees, and is sent back with a code. */
const agree = async (url: string): Promise<{ readonly code: string; readonly state: string }> => {
  const answer = await fetch(`${url}&decision=allow`, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe('http://127.0.0.1:3000/accounts/consent');
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' };
};

test('whoever writes may choose from the columns that the portal has, and the other platforms have none', async () => {
  const drafter = await city.as('water');
  const home = await (await fetch(`${city.portalUrl}/index.html`)).text();
  const columns = (await account(drafter, 'portal'))?.columns ?? [];
  expect(columns.length).toBeGreaterThan(1);
  for (const name of columns) expect(home).toContain(`>${name}</a></li>`);
  expect((await account(drafter, 'weibo'))?.columns).toEqual([]);
});

test('an authorisation that has ended stops the account; renewed by a person, what was refused goes out', async () => {
  city.sandbox.faults.add({
    ...{ channel: 'weibo', call: 'statuses/share', kind: 'error', code: 21332, times: 'always' },
  });
  const desk = await city.desk('water');
  const draft = aDraft({
    organId: 'water',
    title: '关于冬季用水安全的提示',
    accountIds: ['portal', 'weibo'],
  });
  const { id } = await published(desk, draft);
  await untilAll(desk.drafter, id, ['delivered', 'verified', 'rejected']);
  const stopped = await account(administrator, 'weibo');
  expect([stopped?.breaker, stopped?.actions.consent?.reasons]).toEqual(['stopped', []]);

  city.sandbox.faults.clear();
  const { body } = await administrator.post<{ url: string }>('/accounts/weibo/consent');
  const sentBack = await agree(body.url);
  const done = await administrator.post('/accounts/consent', sentBack);
  expect([done.status, done.body]).toEqual([200, { accountId: 'weibo' }]);
  await untilAll(desk.drafter, id, ['delivered', 'verified']);
  expect(city.sandbox.posted.weibo().filter(({ text }) => text.includes(id))).toHaveLength(1);

  const renewed = (await administrator.post<AccountView>('/accounts/weibo/examine')).body;
  expect(renewed).toMatchObject({ breaker: 'closed', health: { findings: [] } });
  const days = (Date.parse(renewed.health.tokenEndsAt ?? '') - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6);

  const again = await administrator.post<Refusal>('/accounts/consent', sentBack);
  expect([again.status, again.body.reasons[0]?.code]).toEqual([422, 'consentStale']);
});

test('what was begun in one session is brought home in that session alone', async () => {
  const [here, elsewhere] = [await city.signIn('administrator'), await city.signIn('administrator')];
  const { body } = await here.post<{ url: string }>('/accounts/weibo/consent');
  const sentBack = await agree(body.url);
  const other = await elsewhere.post<Refusal>('/accounts/consent', sentBack);
  expect([other.status, other.body.reasons[0]?.code]).toEqual([422, 'consentStale']);
  expect((await here.post('/accounts/consent', sentBack)).status).toBe(200);
});

test('a code that the platform does not know brings no authorisation', async () => {
  const { body } = await administrator.post<{ url: string }>('/accounts/weibo/consent');
  const { state } = await agree(body.url);
  const refused = await administrator.post<Refusal>('/accounts/consent', { state, code: 'made-up' });
  expect([refused.status, refused.body.reasons[0]?.code]).toEqual([422, 'consentRefused']);
});

test('what one person set out for, another cannot bring home; nor can a link that was made up', async () => {
  const { body } = await administrator.post<{ url: string }>('/accounts/weibo/consent');
  const sentBack = await agree(body.url);
  const coordinator = await city.as('coordinator');
  const other = await coordinator.post<Refusal>('/accounts/consent', sentBack);
  expect([other.status, other.body.reasons[0]?.code]).toEqual([422, 'consentStale']);
  const forged = await administrator.post<Refusal>('/accounts/consent', {
    ...sentBack,
    state: 'd2VpYm8.1.x',
  });
  expect(forged.body.reasons[0]?.code).toBe('consentStale');
});

test('only who runs the system may authorise, and only where a platform asks for a person', async () => {
  const drafter = await city.as('drafter');
  const barred = await drafter.post<Refusal>('/accounts/weibo/consent');
  expect([barred.status, barred.body.reasons[0]?.code]).toEqual([403, 'lacksRole']);
  expect((await account(administrator, 'wechat'))?.actions.consent).toBeNull();
  const pointless = await administrator.post<Refusal>('/accounts/wechat/consent');
  expect(pointless.body.reasons[0]?.code).toBe('noConsent');
});

test('a look at a stopped account says why, and where a release waits for it its drafter sees it on the row', async () => {
  city.sandbox.faults.add({
    ...{ channel: 'wechat', call: 'stable_token', kind: 'error', code: 40125, times: 'always' },
  });
  const desk = await city.desk('education');
  const draft = aDraft({
    organId: 'education',
    title: '关于寒假作息的通知',
    accountIds: ['portal', 'wechat'],
  });
  const { id } = await published(desk, draft);
  await untilAll(desk.drafter, id, ['delivered', 'verified', 'rejected']);
  const seen = (await administrator.post<AccountView>('/accounts/wechat/examine')).body;
  expect(seen.breaker).toBe('stopped');
  expect(seen.health.findings.map(({ severity }) => severity)).toContain('block');
  const row = (await deliveries(desk.drafter, id)).find(({ channel }) => channel === 'wechat');
  expect(row?.accountHeld).toMatchObject({ breaker: 'stopped' });
  city.sandbox.faults.clear();
  expect((await administrator.post('/accounts/wechat/resume')).status).toBe(200);
  await untilAll(desk.drafter, id, ['delivered', 'verified']);
});

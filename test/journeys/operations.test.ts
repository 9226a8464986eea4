import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OperationsView } from '../../libs/dispatch/operations.api.js';
import type { ResendResult } from '../../libs/dispatch/resend.api.js';
import { startCity, type City } from '../support/city.js';
import type { Refusal } from '../support/person.js';
import { aDraft, published, untilAll } from '../support/release-way.js';

let city: City;

beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.close());

test('a release reaches the city’s app signed, and what the app refused is sent again in bulk after asking', async () => {
  const desk = await city.desk('education');
  city.sandbox.faults.add({
    channel: 'webhook',
    call: 'events',
    kind: 'error',
    code: 422,
    text: '栏目未开通',
  });
  const { id } = await published(
    desk,
    aDraft({ organId: 'education', title: '关于寒假时间安排的通知', accountIds: ['portal', 'app'] }),
  );
  const rows = await untilAll(desk.drafter, id, ['delivered', 'verified', 'rejected', 'needsPerson']);
  const refused = rows.find(({ channel }) => channel === 'webhook');
  expect(refused).toMatchObject({ state: 'rejected', fix: 'content' });
  expect(refused?.lastMessage).toContain('栏目未开通');

  const bare = await desk.publisher.post<Refusal>('/deliveries/resend', { releaseId: id });
  expect([bare.status, bare.body.reasons[0]?.field]).toEqual([400, 'reason']);
  const drafter = await desk.drafter.post<Refusal>('/deliveries/resend', { releaseId: id, reason: '重发' });
  expect(drafter.status).toBeGreaterThanOrEqual(400);
  city.sandbox.faults.add({ channel: 'webhook', call: 'releases', kind: 'httpStatus', status: 410 });
  const { status, body } = await desk.publisher.post<ResendResult>('/deliveries/resend', {
    releaseId: id,
    reason: '栏目已开通',
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ resent: 1, found: { rejected: 1 }, remaining: 0 });
  const again = await untilAll(desk.drafter, id, ['delivered', 'verified']);
  expect(again.find(({ channel }) => channel === 'webhook')?.receipt?.url).toContain('/app-releases/');
  expect(city.sandbox.posted.appReleases()).toMatchObject([{ releaseId: id, state: 'published' }]);
  expect(city.sandbox.posted.doubles()).toEqual([]);
});

test('the coordinator sees how dispatch stands; a drafter of one organ does not', async () => {
  const coordinator = await city.as('coordinator');
  const { status, body } = await coordinator.get<OperationsView>('/operations');
  expect(status).toBe(200);
  expect(body.accounts.map(({ id }) => id)).toEqual(expect.arrayContaining(['portal', 'weibo', 'app']));
  const weibo = body.accounts.find(({ id }) => id === 'weibo');
  expect(weibo?.quotas).toContainEqual({ name: 'calls', per: 'day', limit: 100, left: 100 });
  expect(body.outcomes).toContainEqual({
    channel: 'webhook',
    action: 'send',
    outcome: 'rejected',
    class: 'content',
    tries: 1,
  });
  const drafter = await (await city.as('drafter')).get<Refusal>('/operations');
  expect([403, 422]).toContain(drafter.status);
});

test('a scraper on this machine reads the metrics; one behind a proxy does not', async () => {
  const scraped = await fetch(`${city.address}/metrics`);
  expect([scraped.status, scraped.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/plain'),
  ]);
  const text = await scraped.text();
  expect(text).toMatch(/^koujing_deliveries_due 0$/mu);
  expect(text).toMatch(
    /^koujing_tries_last_hour\{channel="webhook",action="send",outcome="rejected",class="content"\} 1$/mu,
  );
  expect(text).toMatch(
    /^koujing_quota_left\{account="weibo",channel="weibo",name="calls",per="day"\} 100$/mu,
  );
  expect(text.match(/^koujing_process_nodejs_eventloop_lag_seconds /gmu)).toHaveLength(1);
  const proxied = await fetch(`${city.address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(proxied.status).toBe(403);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isSigned } from '@koujing/channels/webhook';
import { SystemClock, TravellingClock } from '@koujing/kernel';
import type {
  AddedSubscription,
  EventDeliveryList,
  SubscriptionList,
  SubscriptionTrial,
} from '../../libs/subscription/subscription.api.js';
import { startCity, type City } from '../support/city.js';
import { eventReceiver, type EventReceiver } from '../support/event-receiver.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import { aDraft, deliveries, published, untilAll, type Desk } from '../support/release-way.js';
import { until } from '../support/until.js';

const clock = new TravellingClock(new SystemClock().now().toISOString());
const path = '/event-subscriptions';
let city: City;
let desk: Desk;
let administrator: Person;
let receiver: EventReceiver;
let added: AddedSubscription;
let releaseId: string;

beforeAll(async () => {
  receiver = await eventReceiver();
  city = await startCity({ clock, innerSubscriberHosts: ['127.0.0.1'] });
  desk = await city.desk('water');
  administrator = await city.as('administrator');
}, 300_000);
afterAll(async () => {
  await city.close();
  await receiver.close();
});

const subscription = async (id = added.id) =>
  ok(await administrator.get<SubscriptionList>(path)).items.find((one) => one.id === id);
const rows = async () =>
  ok(await administrator.get<EventDeliveryList>(`${path}/${added.id}/deliveries`)).items;

test('a system is registered by the administrator alone, at an address outside or one that the operator listed', async () => {
  const input = {
    name: '市融媒体中心',
    url: receiver.url,
    kinds: ['release.published', 'release.withdrawn', 'delivery.settled'],
  };
  expect((await desk.drafter.post(path, input)).status).toBe(403);
  const inner = await administrator.post<Refusal>(path, { ...input, url: 'https://169.254.169.254/latest' });
  expect([inner.status, inner.body.reasons.map(({ code }) => code)]).toEqual([422, ['subscriptionAddress']]);
  added = ok(await administrator.post<AddedSubscription>(path, input));
  expect(JSON.stringify(await subscription())).not.toContain(added.secret);
  const trial = ok(await administrator.post<SubscriptionTrial>(`${path}/${added.id}/trial`));
  expect(trial).toEqual({ taken: true, message: '200 taken' });
  expect(receiver.received.pop()?.event.event).toBe('ping');
});

test('a publication is told, signed, after its page stands; a receiver that fails gets the same event again, in order', async () => {
  receiver.answers.push(503, 500);
  ({ id: releaseId } = await published(desk, aDraft({ organId: 'water' })));
  await untilAll(desk.drafter, releaseId, ['delivered', 'verified']);
  // The next attempt is counted from when the answer is written down.
  const writtenDown = (status: number) =>
    until(
      async () => (await rows()).map((row) => row.status),
      (statuses) => statuses.includes(status),
    );
  await writtenDown(503);
  clock.travel(31_000);
  await writtenDown(500);
  clock.travel(61_000);
  await until(
    async () => receiver.received.length,
    (count) => count >= 4,
  );
  const { received } = receiver;
  expect(received.map(({ event, status }) => [event.event, status])).toEqual([
    ['release.published', 503],
    ['release.published', 500],
    ['release.published', 200],
    ['delivery.settled', 200],
  ]);
  const [first, second, third] = received;
  expect(new Set([first?.key, second?.key, third?.key, third?.event.id]).size).toBe(1);
  expect(isSigned(third?.signature ?? '', third?.body ?? '', clock.now(), added.secret)).toBe(true);
  expect(third?.event.data).toMatchObject({
    releaseId,
    version: 1,
    url: `${city.portalUrl}/r/${releaseId}.html`,
  });
  const [row] = await deliveries(desk.drafter, releaseId);
  expect(received[3]?.event.data).toMatchObject({
    deliveryId: row?.id,
    channel: 'portal',
    state: 'delivered',
  });
});

test('what was taken is sent again on request, under the same id', async () => {
  const [, oldest] = await rows();
  expect(oldest).toMatchObject({ kind: 'release.published', state: 'delivered', attempts: 3 });
  ok(await administrator.post(`${path}/${added.id}/deliveries/${oldest?.id}/resend`));
  await until(
    async () => receiver.received.length,
    (count) => count === 5,
  );
  expect(receiver.received[4]?.key).toBe(oldest?.eventId);
});

test('a receiver that is gone pauses its subscription and its keeper is told; resumed, it gets what waited', async () => {
  receiver.answers.push(410);
  ok(await desk.approver.post(`/releases/${releaseId}/withdrawal`, { reason: '改期，另行通告。' }));
  const paused = await until(subscription, (one) => one?.state === 'paused');
  expect(paused?.pauseReason).toContain('410');
  const notices = ok(await administrator.get('/notifications'));
  expect(JSON.stringify(notices)).toContain('事件订阅“市融媒体中心”已暂停');
  const before = receiver.received.length;
  ok(await administrator.post(`${path}/${added.id}/resumption`));
  const told = await until(
    async () => receiver.received.slice(before).map(({ event }) => event.event),
    (events) => events.length === 2,
  );
  expect(told.toSorted()).toEqual(['delivery.settled', 'release.withdrawn']);
  const gone = receiver.received.find(({ event }) => event.event === 'release.withdrawn');
  expect(gone?.body).not.toContain('管网');
});

test('a subscription that ended hears nothing more', async () => {
  ok(await administrator.post(`${path}/${added.id}/end`));
  const before = receiver.received.length;
  const { id } = await published(desk, aDraft({ organId: 'water', title: '关于河东片区管网冲洗的通告' }));
  await untilAll(desk.drafter, id, ['delivered', 'verified']);
  expect((await administrator.post(`${path}/${added.id}/trial`)).status).toBe(422);
  expect(receiver.received).toHaveLength(before);
});

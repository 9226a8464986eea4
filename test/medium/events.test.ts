import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { FakeHttp } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { newId, TravellingClock } from '@koujing/kernel';
import { sql } from 'kysely';
import { EventDeliveryStore, HandOnEvents, SendEvents, SubscriptionStore } from '@koujing/subscription';
import type { EventKind } from '../../libs/subscription/subscription.api.js';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

onEachEngine('what other systems are told', (open) => {
  let house: House;
  let clock: TravellingClock;
  let http: FakeHttp;
  let handOn: HandOnEvents;
  let send: SendEvents;
  let store: SubscriptionStore;
  let releaseId: string;
  const portal = new Platform('portal', { perRecipient: false, waitsForPortal: false });
  const deliveries = new EventDeliveryStore();
  const told: string[] = [];
  /** What the receiver answers, then 200. */
  const answers: number[] = [];

  beforeAll(async () => {
    house = await House.open(await open());
    clock = new TravellingClock('2026-12-01T02:00:00Z');
    store = new SubscriptionStore(house.box);
    http = new FakeHttp(() => ({ status: answers.shift() ?? 200, headers: {}, body: new Uint8Array() }));
    const parts = {
      ...{ database: house.database, audit: house.audit, subscriptions: store, deliveries, clock, http },
      ...{ innerHosts: [], consoleUrl: 'https://console.example' },
      portalUrl: (id: string) => `https://www.example/r/${id}.html`,
      people: { withRole: async () => [] },
      notifier: { notify: async (_: Queries, { subject }: { subject: string }) => void told.push(subject) },
    };
    handOn = new HandOnEvents(parts);
    send = new SendEvents(parts);
  });

  beforeEach(async () => {
    for (const table of ['event_delivery', 'outward_event', 'event_subscription'] as const)
      await house.database.queries.deleteFrom(table).execute();
    await house.clear();
    await house.connect(portal);
    releaseId = await house.release([portal]);
    await house.database.queries.deleteFrom('outward_event').execute();
    told.length = 0;
    answers.length = 0;
    http.requests.length = 0;
  });

  afterAll(() => house.close());

  const subscribed = async (kinds: readonly EventKind[], organId: string | null = null): Promise<string> => {
    const id = newId();
    await store.add(house.database.queries, {
      ...{ id, organId, name: '采编系统', url: 'https://desk.example/events', hint: 'desk.example', kinds },
      ...{ secret: 'x'.repeat(40), createdBy: house.person, createdAt: clock.now() },
      ...{ pausedAt: null, pauseReason: '', endedAt: null },
    });
    return id;
  };
  const pageOf = (version: number) => ({
    ...{ account_id: 'portal', release_id: releaseId, version, path: 'r/x.html', title: '通告', summary: '' },
    ...{ organ: '水务局', organs: '[]' as never, column_name: '通知公告', rendition_digest: null },
    ...{ published_at: clock.now(), updated_at: clock.now() },
  });
  const publish = async (queries: Queries, version = 1): Promise<void> => {
    const page = pageOf(version);
    await queries
      .insertInto('published_page')
      .values(page)
      .onConflict((conflict) => conflict.columns(['account_id', 'release_id']).doUpdateSet(page))
      .execute();
  };
  const sent = (): readonly string[] =>
    http.requests.map(({ headers }) => String(headers?.['koujing-event']));

  test('an event commits with what happened, or not at all; without a subscription nothing is kept', async () => {
    const { database } = house;
    await publish(database.queries);
    expect(await handOn.tick()).toBe(0);
    await subscribed(['release.published', 'release.corrected']);
    await expect(
      database.transaction(async (queries) => {
        await publish(queries, 2);
        throw new Error('the process died');
      }),
    ).rejects.toThrow('died');
    expect(await handOn.tick()).toBe(0);
    await publish(database.queries, 2);
    await publish(database.queries, 2);
    expect(await handOn.tick()).toBe(1);
    await send.run();
    expect(sent()).toEqual(['release.corrected']);
  });

  test('two processes hand on and send one event once; who died while sending sends it again under its id', async () => {
    const id = await subscribed(['release.published']);
    await publish(house.database.queries);
    await Promise.all([handOn.tick(), handOn.tick()]);
    await Promise.all([send.run(), send.run()]);
    expect(sent()).toEqual(['release.published']);
    const heldFor = (seconds: number) =>
      sql`update event_delivery set state = 'sending', settled_at = null,
        lease_until = clock_timestamp() + ${seconds} * interval '1 second'`.execute(house.database.queries);
    await heldFor(60);
    // The city's clock may be moved; whoever sends holds on by the database's.
    clock.travel(3_600_000);
    await send.run();
    expect(sent()).toHaveLength(1);
    await heldFor(-1);
    await send.run();
    const keys = http.requests.map(({ headers }) => headers?.['idempotency-key']);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect((await deliveries.page(house.database.queries, id, { page: 1, pageSize: 5 })).total).toBe(1);
  });

  test('an organ’s subscription hears of its own releases alone', async () => {
    await subscribed(['release.published'], house.organ);
    const { queries } = house.database;
    await queries
      .insertInto('organ')
      .columns(['id', 'name', 'short_name', 'aliases', 'kind', 'level', 'remit'])
      .expression(
        queries
          .selectFrom('organ')
          .select(({ val }) => [
            val('other').as('id'),
            val('另一局').as('name'),
            val('另一局').as('short_name'),
          ])
          .select(['aliases', 'kind', 'level', 'remit'])
          .where('id', '=', house.organ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const other = await subscribed(['release.published'], 'other');
    await publish(queries);
    await handOn.tick();
    await send.run();
    expect(sent()).toHaveLength(1);
    expect((await deliveries.page(queries, other, { page: 1, pageSize: 5 })).total).toBe(0);
  });

  test('after a day of failures it pauses, tells its keeper once, and loses nothing', async () => {
    const id = await subscribed(['release.published', 'release.corrected']);
    const { queries } = house.database;
    await publish(queries);
    await publish(queries, 2);
    await handOn.tick();
    answers.push(...Array.from({ length: 12 }, () => 500));
    for (let tries = 0; tries < 15; tries += 1) {
      await send.run();
      clock.travel(6 * 3_600_000);
    }
    expect(new Set(sent())).toEqual(new Set(['release.published']));
    expect([sent().length, told]).toEqual([12, ['【事件订阅暂停】采编系统']]);
    expect((await store.find(queries, id))?.pauseReason).toContain('12');
    await store.write(queries, id, { pausedAt: null, pauseReason: '', endedAt: null });
    await deliveries.fresh(queries, id, clock.now());
    await send.run();
    expect(sent().slice(12)).toEqual(['release.published', 'release.corrected']);
  });

  test('conflicts that open and close, and limits that pass, are told by their ids alone', async () => {
    await subscribed(['finding.opened', 'finding.closed', 'deadline.missed']);
    const { queries } = house.database;
    const finding = {
      ...{ id: newId(), key: newId(), kind: 'duplicate', severity: 'warn', state: 'open', confidence: 1 },
      ...{ facts: '[]' as never, facts_digest: '', explanation: '两稿重复', matter: null, group_id: newId() },
      ...{ raised_by_release: null, raised_at: clock.now(), updated_at: clock.now() },
      ...{ closed_reason: null, notified_at: null, outside: null },
    };
    await sql`insert into finding_group (id, title, created_at) values (${finding.group_id}, '', ${clock.now()})`.execute(
      queries,
    );
    await queries.insertInto('finding').values(finding).execute();
    for (const state of ['ruled', 'closed'])
      await queries.updateTable('finding').set({ state }).where('id', '=', finding.id).execute();
    const deadline = newId();
    await queries
      .insertInto('deadline')
      .values({
        ...{ id: deadline, rule: 'routineRelease', subject_kind: 'release', subject_id: releaseId },
        ...{ organ_id: house.organ, title: '未公开的标题', link: '/releases/x', event_at: clock.now() },
        ...{ started_at: clock.now(), due_at: clock.now(), provisional: false, terms: '{}' as never },
        ...{ state: 'running', paused_at: null, stage: 0, next_at: null, settled_at: null, remainder: null },
      })
      .execute();
    for (const percent of [80, 100, 150])
      await queries
        .insertInto('deadline_event')
        .values({
          ...{ id: newId(), deadline_id: deadline, at: clock.now(), actor: 'system:deadline' },
          ...{ event: 'reminded', detail: JSON.stringify({ percent }) as never },
        })
        .execute();
    await handOn.tick();
    await send.run();
    expect(sent()).toEqual(['finding.opened', 'finding.closed', 'deadline.missed']);
    const bodies = http.requests.map(({ body }) => String(body));
    expect(bodies.join(' ')).not.toMatch(/未公开|两稿重复/u);
    expect(JSON.parse(bodies[2] ?? '')).toMatchObject({
      event: 'deadline.missed',
      data: { deadlineId: deadline, rule: 'routineRelease', url: 'https://console.example/releases/x' },
    });
  });
});

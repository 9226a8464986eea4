import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { firstValueFrom, take, toArray } from 'rxjs';
import {
  ChangeStore,
  DecideDelivery,
  ProgressFeed,
  ResumeAccount,
  RetryDelivery,
  WatchProgress,
  type DeedParts,
} from '@koujing/dispatch';
import { InlineJobs } from '@koujing/jobs';
import { Problem, SystemClock } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import { Audience } from '@koujing/media';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

onEachEngine('persons and the ledger', (open) => {
  let house: House;
  let parts: DeedParts;
  beforeAll(async () => {
    house = await House.open(await open());
    parts = {
      database: house.database,
      deliveries: house.deliveries,
      accounts: house.accounts,
      releases: new ReleaseStore(),
      audit: house.audit,
      amendments: house.amendments,
      advance: house.advance,
      audience: new Audience(house.clock),
      jobs: new InlineJobs([{ name: 'dispatch', policy: 'each' }], new SystemClock()),
      opensTheWay: (channel) => channel === 'portal',
    };
  });
  afterEach(() => house.clear());
  afterAll(() => house.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Problem ? error.reasons[0].code : String(error)),
    );

  test('a page that a person found live opens the way for the others', async () => {
    const [page, weibo] = [new Platform('portal', { waitsForPortal: false }), new Platform('weibo')];
    page.answers.push({ kind: 'unknown', reason: 'reset' });
    page.finds = () => ({ kind: 'unreadable', reason: 'the disk is away' });
    await house.connect(page, weibo);
    const releaseId = await house.release();
    const worker = house.worker();
    worker.start();
    const row = await house.untilState(releaseId, 'portal', 'needsPerson');
    const decide = new DecideDelivery(parts);
    await decide.perform(row.id, { decision: 'delivered', reason: '已在网站上看到' }, house.spokesperson());
    worker.wake();
    await house.untilState(releaseId, 'weibo', 'delivered');
    expect((await house.row(releaseId, 'portal')).lastMessage).toBe('已在网站上看到');
    const entries = await house.audit.of(house.database.queries, 'delivery', row.id);
    expect(entries.at(-1)).toMatchObject({ actor: house.person, action: 'delivery.decide' });
  });

  test('only what needs a person can be decided, and only by who may', async () => {
    const page = new Platform('portal', { waitsForPortal: false });
    await house.connect(page);
    const releaseId = await house.release();
    const row = await house.row(releaseId, 'portal');
    const decide = new DecideDelivery(parts);
    const decision = { decision: 'abandoned', reason: '不再发布' } as const;
    expect(await codeOf(decide.perform(row.id, decision, house.spokesperson()))).toBe('cannotDecide');
    const drafter = {
      ...house.spokesperson(),
      grants: [{ role: 'drafter' as const, organId: house.organ, office: false }],
    };
    expect(await codeOf(decide.perform(row.id, decision, drafter))).toBe('lacksRole');
    expect(await codeOf(decide.perform('nothing', decision, house.spokesperson()))).toBe('deliveryNotFound');
  });

  test('a rejected delivery is sent again alone, with a new key, once its account works', async () => {
    const [page, weibo] = [new Platform('portal', { waitsForPortal: false }), new Platform('weibo')];
    weibo.answers.push({ kind: 'rejected', code: '21327', message: 'expired', fix: 'credential' });
    await house.connect(page, weibo);
    const releaseId = await house.release();
    const worker = house.worker();
    worker.start();
    const row = await house.untilState(releaseId, 'weibo', 'rejected');
    const retry = new RetryDelivery(parts);
    expect(await codeOf(retry.perform(row.id, house.spokesperson()))).toBe('accountStopped');
    const operator = {
      ...house.spokesperson(),
      grants: [{ role: 'administrator' as const, organId: null, office: false }],
    };
    await new ResumeAccount(parts).perform('weibo', operator);
    worker.wake();
    expect(await house.untilState(releaseId, 'weibo', 'delivered')).toMatchObject({ generation: 2 });
    expect([page.posts.length, weibo.posts.length]).toEqual([1, 1]);
    expect(await codeOf(retry.perform(row.id, house.spokesperson()))).toBe('cannotRetry');
  });

  test('a watcher gets a snapshot and then every change up to the last', async () => {
    const page = new Platform('portal', { waitsForPortal: false });
    await house.connect(page);
    const feed = new ProgressFeed(house.database, new ChangeStore());
    const watch = new WatchProgress(feed);
    const listener = { lastId: undefined, isIn: async () => true };
    const events = firstValueFrom(watch.events(house.spokesperson(), listener).pipe(take(3), toArray()));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const releaseId = await house.release();
    house.worker().start();
    await house.untilState(releaseId, 'portal', 'delivered');
    const seen = await events;
    expect(seen[0]?.type).toBe('snapshot');
    expect(JSON.stringify(seen)).toContain(releaseId);
  });
});

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SystemClock, type Clock } from '@koujing/kernel';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

/** A machine whose clock is wrong by so much. */
const skewed = (milliseconds: number): Clock => {
  const clock = new SystemClock();
  return { now: () => new Date(clock.now().getTime() + milliseconds), monotonic: () => clock.monotonic() };
};

onEachEngine('the delivery ledger', (open) => {
  let house: House;
  beforeAll(async () => {
    house = await House.open(await open());
  });
  afterEach(() => house.clear());
  afterAll(() => house.close());
  const portal = () => new Platform('portal', { waitsForPortal: false });

  test('other channels go out after the page is live and carry its address', async () => {
    const [page, weibo] = [portal(), new Platform('weibo')];
    await house.connect(page, weibo);
    const stop = page.stopAt('afterFence');
    const releaseId = await house.release();
    house.worker().start();
    await stop.arrived;
    expect(await house.row(releaseId, 'weibo')).toMatchObject({ state: 'waiting', waitingFor: 'portal' });
    stop.resume();
    await house.untilState(releaseId, 'weibo', 'delivered');
    expect(weibo.seen[0]?.portalUrl).toBe(`http://127.0.0.1/r/${releaseId}.html`);
  });

  test('while the portal refuses nothing else goes out', async () => {
    const [page, weibo] = [portal(), new Platform('weibo')];
    page.answers.push({ kind: 'deferred', delayMs: 0, reason: 'transient', message: 'the portal is down' });
    await house.connect(page, weibo);
    const releaseId = await house.release();
    house.worker().start();
    await house.untilState(releaseId, 'portal', 'deferred');
    expect(weibo.seen).toHaveLength(0);
    await house.untilState(releaseId, 'weibo', 'delivered');
    expect([page.posts.length, weibo.posts.length]).toEqual([1, 1]);
  });

  test('a channel that fails is tried again alone', async () => {
    const [page, weibo, wechat] = [portal(), new Platform('weibo'), new Platform('wechat')];
    weibo.answers.push({ kind: 'deferred', delayMs: 0, reason: 'transient', message: 'reset' });
    await house.connect(page, weibo, wechat);
    const releaseId = await house.release();
    house.worker().start();
    await house.until(releaseId, (rows) => rows.every(({ state }) => state === 'delivered'));
    expect([page.posts.length, weibo.posts.length, wechat.posts.length]).toEqual([1, 1, 1]);
    expect(wechat.seen).toHaveLength(1);
  });

  test('what a platform accepted is asked about until it is there', async () => {
    const page = portal();
    page.answers.push({ kind: 'accepted', pending: { job: '7' }, checkAfterMs: 10 });
    let asked = 0;
    page.finds = () => {
      asked += 1;
      if (asked < 3) return { kind: 'stillPending', checkAfterMs: 10 };
      return { kind: 'present', receipt: { remoteId: '7' }, matches: 1 };
    };
    await house.connect(page);
    const releaseId = await house.release();
    house.worker().start();
    expect(await house.untilState(releaseId, 'portal', 'delivered')).toMatchObject({
      state: 'delivered',
      receipt: { remoteId: '7' },
    });
    expect(page.seen).toHaveLength(1);
  });

  test('releases reach an account in the order in which they were planned', async () => {
    const page = portal();
    await house.connect(page);
    page.answers.push({ kind: 'deferred', delayMs: 0, reason: 'transient', message: 'reset' });
    const ids = [await house.release(), await house.release(), await house.release()];
    house.worker().start();
    await house.untilState(ids[2] ?? '', 'portal', 'delivered');
    const rows = await Promise.all(ids.map((id) => house.row(id, 'portal')));
    expect(page.posts.map(({ deliveryId }) => deliveryId)).toEqual(rows.map(({ id }) => id));
  });

  test('a rate holds back what is beyond it, with a word', async () => {
    const page = new Platform('portal', {
      waitsForPortal: false,
      rates: [{ name: 'posts', count: 2, per: 'month' }],
    });
    await house.connect(page);
    const ids = [await house.release(), await house.release(), await house.release()];
    house.worker().start();
    const last = await house.untilState(ids[2] ?? '', 'portal', 'waiting');
    expect(last).toMatchObject({ state: 'waiting', waitingFor: 'quota' });
    expect(last.nextAt.getTime()).toBeGreaterThan(house.clock.now().getTime());
    expect(page.posts).toHaveLength(2);
  });

  test('a refused credential stops that account, tells an operator and hurts no other', async () => {
    const [page, weibo] = [portal(), new Platform('weibo', { waitsForPortal: false })];
    weibo.answers.push({ kind: 'rejected', code: '21327', message: 'expired', fix: 'credential' });
    await house.connect(page, weibo);
    const first = await house.release();
    house.worker().start();
    await house.untilState(first, 'weibo', 'rejected');
    const second = await house.release();
    await house.untilState(second, 'portal', 'delivered').catch(() => undefined);
    const worker = house.worker('two');
    worker.start();
    await house.untilState(second, 'portal', 'delivered');
    expect(await house.row(second, 'weibo')).toMatchObject({ state: 'planned' });
    expect(house.notices.map(({ kind }) => kind).toSorted()).toEqual(['accountStopped', 'deliveryRejected']);
  });

  test('an account that keeps failing rests, the others go on', async () => {
    const [page, weibo] = [portal(), new Platform('weibo', { waitsForPortal: false })];
    for (let times = 0; times < 5; times += 1)
      weibo.answers.push({ kind: 'deferred', delayMs: 60_000, reason: 'transient', message: 'down' });
    await house.connect(page, weibo);
    for (let times = 0; times < 5; times += 1) {
      const releaseId = await house.release([weibo]);
      house.worker(`w${times}`).start();
      await house.untilState(releaseId, 'weibo', 'deferred');
      await house.database.queries.deleteFrom('delivery_attempt').execute();
      await house.database.queries.deleteFrom('delivery').where('release_id', '=', releaseId).execute();
    }
    const [account] = await house.accounts.find(house.database.queries, ['weibo']);
    expect(account?.breaker).toBe('open');
    const releaseId = await house.release();
    house.worker('last').start();
    await house.untilState(releaseId, 'portal', 'delivered');
    expect(await house.row(releaseId, 'weibo')).toMatchObject({ state: 'planned', attempts: 0 });
  });

  test('a mailing of many recipients is sent once to each, after a page that was planned later', async () => {
    const [page, mail] = [portal(), new Platform('mail', { waitsForPortal: false, perRecipient: true })];
    await house.connect(page, mail);
    const recipients = Array.from({ length: 120 }, (_, n) => `desk${n}@news.example`);
    const mailing = await house.release([mail], recipients);
    const urgent = await house.release([page]);
    house.worker('one', { concurrency: 10 }).start();
    await house.until(mailing, (rows) => rows.every(({ state }) => state === 'delivered'));
    expect(new Set(mail.seen.map(({ recipient }) => recipient)).size).toBe(120);
    expect(mail.posts).toHaveLength(120);
    const first = await house.row(urgent, 'portal');
    const last = (await house.rows(mailing)).at(-1);
    expect(first.settledAt?.getTime()).toBeLessThan(last?.settledAt?.getTime() ?? 0);
  });

  test('two tries that need a token at once fetch it once, and the refused one is replaced once', async () => {
    const [weibo] = [new Platform('weibo', { waitsForPortal: false, perRecipient: true })];
    weibo.usesToken = true;
    await house.connect(weibo);
    const releaseId = await house.release(
      [weibo],
      ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'],
    );
    house.worker('one', { concurrency: 2 }).start();
    house.worker('two', { concurrency: 2 }).start();
    await house.until(releaseId, (rows) => rows.every(({ state }) => state === 'delivered'));
    expect(weibo.posts).toHaveLength(4);
    expect(weibo.authorisations).toBe(1);
  });

  test('a machine whose clock is wrong by more than five seconds sends nothing and says so', async () => {
    const page = portal();
    await house.connect(page);
    const releaseId = await house.release();
    const wrong = house.worker('wrong', { wall: skewed(60_000) });
    wrong.start();
    await wrong.idle();
    expect(wrong.refusal).toMatchObject({ kind: 'clockSkew' });
    expect(await house.row(releaseId, 'portal')).toMatchObject({ state: 'planned', attempts: 0 });
    house.worker('right', { wall: skewed(1_000) }).start();
    await house.untilState(releaseId, 'portal', 'delivered');
    expect(page.posts).toHaveLength(1);
  });

  test('a restored database that is held sends nothing', async () => {
    const page = portal();
    await house.connect(page);
    await house.database.queries.insertInto('house').values({ name: 'dispatch', value: 'held' }).execute();
    const releaseId = await house.release();
    const worker = house.worker();
    worker.start();
    await worker.idle();
    expect(worker.refusal).toEqual({ kind: 'held' });
    expect(await house.row(releaseId, 'portal')).toMatchObject({ state: 'planned' });
  });

  test('each state change has its audit entry', async () => {
    const page = portal();
    await house.connect(page);
    const releaseId = await house.release();
    house.worker().start();
    const row = await house.untilState(releaseId, 'portal', 'delivered');
    const entries = await house.audit.of(house.database.queries, 'delivery', row.id);
    expect(entries.map(({ action }) => action)).toEqual(['delivery.sending', 'delivery.delivered']);
  });
});

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { TokenPort } from '@koujing/channel';
import { SystemClock, type Clock } from '@koujing/kernel';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';
import { asleepMs, Sleeper } from './sleeper.js';

onEachEngine('the fence', (open) => {
  let house: House;
  const resumes: (() => void)[] = [];
  beforeAll(async () => {
    house = await House.open(await open());
  });
  afterEach(async () => {
    for (const resume of resumes.splice(0)) resume();
    await house.clear();
  });
  afterAll(() => house.close());

  /** A worker that stands still just before its write, as under SIGSTOP. */
  const stopped = async (board: Platform, wall: Clock = new SystemClock()) => {
    await house.connect(board);
    const releaseId = await house.release([board]);
    const stop = board.stopAt('beforeFence');
    resumes.push(stop.resume);
    const sleeper = house.worker('sleeper', { wall });
    sleeper.start();
    await stop.arrived;
    return { releaseId, sleeper, wake: stop.resume };
  };

  test('a worker stopped past its lease and woken before its write sends nothing, although nobody has taken over', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    board.finds = () => ({ kind: 'stillPending', checkAfterMs: 60_000 });
    const wall = new Sleeper();
    const { releaseId, sleeper, wake } = await stopped(board, wall);
    await house.expireLeases();
    wall.sleptMs = asleepMs;
    wake();
    await sleeper.idle();
    expect(board.posts).toHaveLength(0);
    expect((await house.row(releaseId, 'board')).state).not.toBe('delivered');
  });

  test('a worker whose row another has claimed since sends nothing, however long its own lease seems to run', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    board.finds = () => ({ kind: 'stillPending', checkAfterMs: 60_000 });
    const wall = new Sleeper();
    const { releaseId, sleeper, wake } = await stopped(board, wall);
    const row = await house.row(releaseId, 'board');
    const until = new Date(house.clock.now().getTime() + 60_000);
    await house.database.queries
      .updateTable('delivery')
      .set({ epoch: row.epoch + 1, lease_holder: 'heir', lease_until: until })
      .execute();
    wall.sleptMs = asleepMs;
    wake();
    await sleeper.stop();
    expect(board.posts).toHaveLength(0);
  });

  test('a worker whose lease would not outlast the call renews it, and sends nothing where it cannot', async () => {
    const wall = new Sleeper();
    const board = new Platform('board', { waitsForPortal: false });
    board.finds = () => ({ kind: 'stillPending', checkAfterMs: 60_000 });
    const { releaseId, sleeper, wake } = await stopped(board, wall);
    wall.sleptMs = 28_000;
    wake();
    expect((await house.untilState(releaseId, 'board', 'delivered')).state).toBe('delivered');
    await sleeper.stop();
    expect(board.posts).toHaveLength(1);

    const late = new Platform('board', { waitsForPortal: false });
    late.finds = () => ({ kind: 'stillPending', checkAfterMs: 60_000 });
    const again = await stopped(late, wall);
    wall.sleptMs += 28_000;
    await house.expireLeases();
    again.wake();
    await again.sleeper.stop();
    expect(late.posts).toHaveLength(0);
  });

  test('a checkpoint of an overtaken claim is not kept: its heir goes on from its own', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    board.checkpoints = true;
    board.finds = () => ({ kind: 'stillPending', checkAfterMs: 60_000 });
    const { releaseId, sleeper, wake } = await stopped(board);
    await house.database.queries
      .updateTable('delivery')
      .set((row) => ({ epoch: row('epoch', '+', 1) }))
      .execute();
    wake();
    await sleeper.stop();
    expect((await house.row(releaseId, 'board')).phase).toBeNull();
    expect(board.posts).toHaveLength(0);
  });

  test('two workers whose token was refused at once fetch its successor once', async () => {
    const weibo = new Platform('weibo', { waitsForPortal: false, perRecipient: true });
    weibo.usesToken = true;
    await house.connect(weibo);
    const seen: TokenPort[] = [];
    weibo.tokens = seen;
    const releaseId = await house.release([weibo], ['a@x.example', 'b@x.example']);
    house.worker('one', { concurrency: 1 }).start();
    house.worker('two', { concurrency: 1 }).start();
    await house.until(releaseId, (rows) => rows.every(({ state }) => state === 'delivered'));
    const [first, second] = seen;
    if (first === undefined || second === undefined) throw new Error('two attempts had a token each');
    const failed = await first.current();
    expect(weibo.authorisations).toBe(1);
    const successors = await Promise.all([
      first.replace(failed),
      second.replace(failed),
      first.replace(failed),
    ]);
    expect(successors).toEqual(['token-2', 'token-2', 'token-2']);
    expect(weibo.authorisations).toBe(2);
    // The generation that failed is no longer current: nothing is fetched for it any more.
    expect(await second.replace(failed)).toBe('token-2');
    expect(weibo.authorisations).toBe(2);
  });

  test('two workers on one account never take more than its rate together', async () => {
    const mail = new Platform('mail', {
      waitsForPortal: false,
      perRecipient: true,
      rates: [{ name: 'messages', count: 7, per: 'month' }],
    });
    await house.connect(mail);
    const recipients = Array.from({ length: 20 }, (_, n) => `desk${n}@news.example`);
    const releaseId = await house.release([mail], recipients);
    house.worker('one', { concurrency: 4 }).start();
    house.worker('two', { concurrency: 4 }).start();
    const rows = await house.until(releaseId, (all) =>
      all.every(({ state }) => state === 'delivered' || state === 'waiting'),
    );
    expect(mail.posts).toHaveLength(7);
    expect(rows.filter(({ waitingFor }) => waitingFor === 'quota')).toHaveLength(13);
  });
});

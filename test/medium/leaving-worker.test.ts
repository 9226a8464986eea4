import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

onEachEngine('a worker that is asked to leave', (open) => {
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

  /** A worker whose first try hangs at this moment when it is asked to leave. */
  const leavingAt = async (board: Platform, moment: Parameters<Platform['stopAt']>[0]) => {
    await house.connect(board);
    const releaseId = await house.release();
    const stop = board.stopAt(moment);
    resumes.push(stop.resume);
    const leaving = house.worker('leaving');
    leaving.start();
    await stop.arrived;
    await leaving.stop(50);
    return { releaseId, resume: stop.resume };
  };

  test('before a hanging try wrote anything hands the row back, and its late hand writes nothing', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    const { releaseId, resume } = await leavingAt(board, 'beforeFence');
    expect(await house.row(releaseId, 'board')).toMatchObject({ state: 'deferred', generation: 1 });
    resume();
    house.worker('heir').start();
    await house.untilState(releaseId, 'board', 'delivered');
    expect(board.posts).toHaveLength(1);
  });

  test('while a platform hangs on what was written leaves it unknown, for the next to ask', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    const { releaseId } = await leavingAt(board, 'afterAccept');
    expect(await house.row(releaseId, 'board')).toMatchObject({ state: 'unknown' });
    house.worker('heir').start();
    expect(await house.untilState(releaseId, 'board', 'delivered')).toMatchObject({ generation: 1 });
    expect(board.posts).toHaveLength(1);
  });

  test('finishes the try that ends in time and hands back, uncounted, what it had not begun', async () => {
    const mail = new Platform('mail', { waitsForPortal: false, perRecipient: true });
    await house.connect(mail);
    const recipients = Array.from({ length: 6 }, (_, n) => `desk${n}@news.example`);
    const releaseId = await house.release([mail], recipients);
    const stop = mail.stopAt('beforeFence');
    const leaving = house.worker('leaving', { concurrency: 2 });
    leaving.start();
    await stop.arrived;
    await house.until(releaseId, (rows) => rows.some(({ state }) => state === 'delivered'));
    const left = leaving.stop();
    stop.resume();
    await left;
    const rows = await house.rows(releaseId);
    expect(rows.filter(({ state }) => state === 'sending')).toEqual([]);
    expect(rows.every(({ failures, generation }) => failures === 0 && generation === 1)).toBe(true);
    house.worker('heir').start();
    await house.until(releaseId, (all) => all.every(({ state }) => state === 'delivered'));
    expect(mail.posts.map(({ deliveryId }) => deliveryId).toSorted()).toEqual(
      rows.map(({ id }) => id).toSorted(),
    );
  });

  test('one after the other never stops the mailing, and nobody gets it twice', async () => {
    const mail = new Platform('mail', { waitsForPortal: false, perRecipient: true });
    mail.delayMs = 5;
    await house.connect(mail);
    const recipients = Array.from({ length: 200 }, (_, n) => `desk${n}@news.example`);
    const releaseId = await house.release([mail], recipients);
    let [first, second] = [house.worker('a1', { concurrency: 3 }), house.worker('b1', { concurrency: 3 })];
    first.start();
    second.start();
    const went = async (more: number): Promise<void> => {
      const wanted = Math.min(recipients.length, mail.posts.length + more);
      await house.until(releaseId, () => mail.posts.length >= wanted);
      expect(mail.posts.length).toBeGreaterThanOrEqual(wanted);
    };
    await went(10);
    await first.stop();
    await went(20);
    first = house.worker('a2', { concurrency: 3 });
    first.start();
    await second.stop();
    await went(20);
    second = house.worker('b2', { concurrency: 3 });
    second.start();
    await house.until(releaseId, (rows) => rows.every(({ state }) => state === 'delivered'));
    expect(new Set(mail.posts.map(({ deliveryId }) => deliveryId)).size).toBe(200);
    expect(mail.posts).toHaveLength(200);
  });
});

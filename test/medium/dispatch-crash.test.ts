import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';
import { asleepMs, Sleeper } from './sleeper.js';

onEachEngine('a worker that dies', (open) => {
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

  /** Leaves the first worker hanging at this moment of its try, as a dead process would, and lets another take over. */
  const dieAt = async (platform: Platform, moment: Parameters<Platform['stopAt']>[0]) => {
    const releaseId = await house.release([platform]);
    const stop = platform.stopAt(moment);
    resumes.push(stop.resume);
    const wall = new Sleeper();
    const dead = house.worker('dead', { wall });
    dead.start();
    await stop.arrived;
    await house.expireLeases();
    wall.sleptMs = asleepMs;
    const heir = house.worker('heir');
    heir.start();
    return { releaseId, dead, heir, resume: stop.resume };
  };

  test('before the intent leaves a planned row, which the next one sends', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    await house.connect(board);
    const releaseId = await house.release();
    house.worker('heir').start();
    expect(await house.untilState(releaseId, 'board', 'delivered')).toMatchObject({
      state: 'delivered',
      generation: 1,
    });
    expect(board.posts).toHaveLength(1);
  });

  test('between intent and call is asked about, found absent and sent once, with a new key', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    await house.connect(board);
    const { releaseId, resume, dead } = await dieAt(board, 'beforeFence');
    const row = await house.untilState(releaseId, 'board', 'delivered');
    expect(row).toMatchObject({ state: 'delivered', generation: 2 });
    resume();
    await dead.stop();
    expect(board.posts).toHaveLength(1);
    expect(new Set(board.posts.map(({ key }) => key))).toEqual(new Set([row.idempotencyKey]));
  });

  test('between acceptance and record is found on the platform and never sent again', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    await house.connect(board);
    const { releaseId, resume, dead } = await dieAt(board, 'afterAccept');
    expect(await house.untilState(releaseId, 'board', 'delivered')).toMatchObject({
      state: 'delivered',
      generation: 1,
      receipt: { remoteId: 'post-1' },
    });
    resume();
    await dead.stop();
    const row = await house.row(releaseId, 'board');
    expect(row.state).toBe('delivered');
    expect(board.posts).toHaveLength(1);
    const outcomes = (await house.attempts(row.id)).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(['late:delivered', 'lost', 'present']);
  });

  test('after its last check and wakes up too late is seen: the double goes to a person', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    await house.connect(board);
    const { releaseId, resume, dead } = await dieAt(board, 'afterFence');
    await house.untilState(releaseId, 'board', 'delivered');
    resume();
    await dead.stop();
    expect(board.posts).toHaveLength(2);
    expect(await house.row(releaseId, 'board')).toMatchObject({
      state: 'needsPerson',
      lastCode: 'lateOutcome',
    });
    expect(house.notices.map(({ kind }) => kind)).toEqual(['deliveryNeedsPerson']);
    expect(house.notices[0]?.personIds).toContain(house.person);
  });

  test('after its last check and wakes up within the settle time posts once', async () => {
    const board = new Platform('board', { waitsForPortal: false, settleMs: 1_500 });
    await house.connect(board);
    const { releaseId, resume } = await dieAt(board, 'afterFence');
    await house.untilState(releaseId, 'board', 'unknown');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await house.row(releaseId, 'board')).toMatchObject({ state: 'unknown', generation: 1 });
    resume();
    const row = await house.untilState(releaseId, 'board', 'delivered');
    expect(row).toMatchObject({ state: 'delivered', generation: 1 });
    expect(board.posts).toHaveLength(1);
  });

  test('and a channel that cannot tell: nothing is sent again and a person is told', async () => {
    const mail = new Platform('mail', { waitsForPortal: false });
    mail.finds = () => ({ kind: 'unreadable', reason: 'SMTP cannot be searched' });
    await house.connect(mail);
    const { releaseId } = await dieAt(mail, 'afterAccept');
    await house.untilState(releaseId, 'mail', 'needsPerson');
    expect(mail.posts).toHaveLength(1);
    expect(house.notices).toHaveLength(1);
  });

  test('an error after the fence opened is unknown, one before it is a deferral', async () => {
    const board = new Platform('board', { waitsForPortal: false });
    board.answers.push(new Error('the name cannot be resolved'));
    await house.connect(board);
    const releaseId = await house.release();
    const worker = house.worker();
    worker.start();
    const row = await house.untilState(releaseId, 'board', 'deferred');
    expect(row).toMatchObject({ state: 'deferred', failures: 1, generation: 1 });
    expect(row.nextAt.getTime() - row.updatedAt.getTime()).toBeGreaterThanOrEqual(1_500);
  });
});

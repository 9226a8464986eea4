import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Problem } from '@koujing/kernel';
import { onEachEngine } from '../support/engines.js';
import { AmendHouse } from './amend-house.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

const can = { withdraw: true, correct: true, reconcile: true, recent: false };
const portal = () => new Platform('portal', { waitsForPortal: false, can });
const weibo = () =>
  new Platform('weibo', { can: { ...can, correct: false }, whenCorrected: () => 'replace' });
const mail = () =>
  new Platform('mail', {
    perRecipient: true,
    can: { ...can, withdraw: false },
    whenCorrected: () => 'followUp',
  });

onEachEngine('corrections and withdrawals', (open) => {
  let house: House;
  let amend: AmendHouse;
  const resumes: (() => void)[] = [];
  beforeAll(async () => {
    house = await House.open(await open());
  });
  afterEach(async () => {
    for (const resume of resumes.splice(0)) resume();
    await house.clear();
  });
  afterAll(() => house.close());

  const connected = async (...platforms: readonly Platform[]): Promise<void> => {
    await house.connect(...platforms);
    amend = new AmendHouse(house);
  };
  const out = async (recipients: readonly string[] = []): Promise<string> => {
    const releaseId = await house.release(house.platforms, recipients);
    house.worker().start();
    await house.until(releaseId, (rows) => rows.every(({ state }) => state === 'delivered'));
    return releaseId;
  };
  const ended = (line: string) =>
    !/ (planned|waiting|sending|correcting|withdrawing|deferred|unknown)/u.test(line);

  test('a correction changes the page in place, replaces the post after it, and mails exactly those who got it', async () => {
    const [page, post, letters] = [portal(), weibo(), mail()];
    await connected(page, post, letters);
    letters.refuses.add('refused@news.example');
    const releaseId = await house.release(house.platforms, ['refused@news.example', 'a@news.example']);
    const worker = house.worker();
    worker.start();
    await amend.settled(releaseId, ended);
    await amend.correct(releaseId, ['refused@news.example', 'a@news.example', 'new@news.example']);
    worker.wake();
    expect(await amend.settled(releaseId, ended)).toEqual([
      'portal send v1 delivered',
      'weibo send v1 delivered',
      'mail send v1 abandoned refused@news.example',
      'mail send v1 delivered a@news.example',
      'portal correct v2 corrected',
      'weibo withdraw v1 withdrawn',
      'weibo send v2 delivered',
      'mail send v2 delivered a@news.example',
      'mail send v2 delivered new@news.example',
    ]);
    expect(page.posts.map(({ text }) => text)).toEqual(['p@2']);
    expect(post.posts.map(({ text }) => text)).toEqual(['p@2']);
    expect(await amend.releases.find(house.database.queries, releaseId)).toMatchObject({
      state: 'released',
      version: 2,
      releasedVersion: 2,
    });
  });

  test('a withdrawal takes down page and post and recalls the mails of exactly those who got one', async () => {
    const [page, post, letters] = [portal(), weibo(), mail()];
    await connected(page, post, letters);
    letters.refuses.add('refused@news.example');
    const releaseId = await house.release(house.platforms, ['refused@news.example', 'a@news.example']);
    const worker = house.worker();
    worker.start();
    await amend.settled(releaseId, ended);
    await amend.withdraw(releaseId);
    worker.wake();
    const lines = await amend.settled(releaseId, ended);
    expect(lines.slice(4)).toEqual([
      'portal withdraw v1 withdrawn',
      'weibo withdraw v1 withdrawn',
      'mail recall v1 delivered a@news.example',
    ]);
    expect([page.posts, post.posts]).toEqual([[], []]);
    expect(letters.posts.at(-1)?.text).toBe('notice@1');
    expect(house.notices.map(({ kind }) => kind)).toContain('releaseWithdrawn');
    expect((await amend.releases.find(house.database.queries, releaseId))?.state).toBe('withdrawn');
  });

  test('a correction that meets the first delivery waits for it, and what was not sent yet is never sent', async () => {
    const [page, post, later] = [
      portal(),
      weibo(),
      new Platform('wechat', { can, whenCorrected: () => 'replace' }),
    ];
    await connected(page, post, later);
    later.answers.push({ kind: 'deferred', delayMs: 600_000, reason: 'rate', message: 'later' });
    const stop = post.stopAt('afterAccept');
    resumes.push(stop.resume);
    const releaseId = await house.release();
    const worker = house.worker();
    worker.start();
    await stop.arrived;
    await house.untilState(releaseId, 'wechat', 'deferred');
    await amend.correct(releaseId);
    worker.wake();
    const meanwhile = await amend.settled(
      releaseId,
      (line) => !line.startsWith('portal correct') || ended(line),
    );
    expect(meanwhile).toContain('weibo send v1 sending');
    expect(meanwhile).toContain('wechat send v1 superseded');
    expect(meanwhile.some((line) => line.startsWith('weibo withdraw'))).toBe(false);
    stop.resume();
    expect((await amend.settled(releaseId, ended)).toSorted()).toEqual(
      [
        'portal send v1 delivered',
        'weibo send v1 delivered',
        'wechat send v1 superseded',
        'portal correct v2 corrected',
        'wechat send v2 delivered',
        'weibo withdraw v1 withdrawn',
        'weibo send v2 delivered',
      ].toSorted(),
    );
    expect([post.posts.map(({ text }) => text), later.posts.map(({ text }) => text)]).toEqual([
      ['p@2'],
      ['p@2'],
    ]);
  });

  test('a withdrawal while sending takes the post back as soon as it is there', async () => {
    const page = portal();
    await connected(page);
    const stop = page.stopAt('afterAccept');
    resumes.push(stop.resume);
    const releaseId = await house.release();
    house.worker().start();
    await stop.arrived;
    await amend.withdraw(releaseId);
    expect(await amend.ledger(releaseId)).toEqual(['portal send v1 sending']);
    stop.resume();
    expect(await amend.settled(releaseId, ended)).toEqual([
      'portal send v1 delivered',
      'portal withdraw v1 withdrawn',
    ]);
    expect(page.posts).toEqual([]);
  });

  test('a first delivery that fails while its withdrawal is ordered is not tried again', async () => {
    const [page, post] = [portal(), weibo()];
    await connected(page, post);
    const stop = post.stopAt('beforeFence');
    resumes.push(stop.resume);
    const releaseId = await house.release();
    house.worker('dead').start();
    await stop.arrived;
    await amend.withdraw(releaseId);
    await house.expireLeases();
    house.worker('heir').start();
    expect(await amend.settled(releaseId, ended)).toEqual([
      'portal send v1 delivered',
      'weibo send v1 cancelled',
      'portal withdraw v1 withdrawn',
    ]);
    stop.resume();
    expect(post.posts).toEqual([]);
  });

  test('a process that dies between the remote deletion and its record: the platform is looked at, nothing is deleted twice', async () => {
    const page = portal();
    await connected(page);
    const releaseId = await out();
    const stop = page.stopAt('afterUndo');
    resumes.push(stop.resume);
    await amend.withdraw(releaseId);
    const dead = house.worker('dead');
    dead.start();
    await stop.arrived;
    await house.expireLeases();
    house.worker('heir').start();
    expect(await amend.settled(releaseId, ended)).toEqual([
      'portal send v1 delivered',
      'portal withdraw v1 withdrawn',
    ]);
    expect(page.deletions).toBe(1);
  });

  test('a process that dies before the remote deletion leaves it to the next one', async () => {
    const page = portal();
    await connected(page);
    const releaseId = await out();
    page.undoAnswers.push({ kind: 'unknown', reason: 'the connection was reset' });
    await amend.withdraw(releaseId);
    house.worker('two').start();
    expect(await amend.settled(releaseId, ended)).toContain('portal withdraw v1 withdrawn');
    expect(page.posts).toEqual([]);
  });

  test('what the platform does not allow is kept as steps for a person, who is told', async () => {
    const post = new Platform('weibo', { can, waitsForPortal: false });
    await connected(post);
    const releaseId = await out();
    post.undoAnswers.push({ kind: 'notPossible', operatorSteps: ['请登录微博手工删除。'] });
    await amend.withdraw(releaseId);
    house.worker('two').start();
    expect(await amend.settled(releaseId, ended)).toContain('weibo withdraw v1 notWithdrawable');
    const steps = await house.database.queries.selectFrom('manual_step').selectAll().execute();
    expect(steps).toMatchObject([{ release_id: releaseId, text: '请登录微博手工删除。', done_at: null }]);
    expect(house.notices.map(({ kind }) => kind)).toContain('deliveryNotWithdrawable');
  });

  test('a second correction supersedes the first where that was not sent, and corrects what was', async () => {
    const [page, post] = [portal(), weibo()];
    await connected(page, post);
    const releaseId = await out();
    post.answers.push({ kind: 'deferred', delayMs: 600_000, reason: 'rate', message: 'later' });
    await amend.correct(releaseId);
    house.worker('two').start();
    await amend.settled(releaseId, (line) => !line.startsWith('weibo send v2') || line.endsWith('deferred'));
    await amend.correct(releaseId);
    house.worker('three').start();
    expect(await amend.settled(releaseId, ended)).toEqual([
      'portal send v1 delivered',
      'weibo send v1 delivered',
      'portal correct v2 corrected',
      'weibo withdraw v1 withdrawn',
      'weibo send v2 superseded',
      'portal correct v3 corrected',
      'weibo send v3 delivered',
    ]);
    expect([page.posts.map(({ text }) => text), post.posts.map(({ text }) => text)]).toEqual([
      ['p@3'],
      ['p@3'],
    ]);
  });

  test('a spokesperson withdraws only in an emergency; a drafter not at all; nothing is withdrawn twice', async () => {
    await connected(portal());
    const releaseId = await out();
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof Problem ? error.reasons[0].code : String(error)),
      );
    const drafter = {
      ...house.spokesperson(),
      grants: [{ role: 'drafter' as const, organId: house.organ, office: false }],
    };
    expect(await refused(amend.withdraw(releaseId, drafter, true))).toBe('lacksRole');
    expect(await refused(amend.withdraw(releaseId, house.spokesperson()))).toBe('emergencyOnly');
    expect(await refused(amend.withdraw(releaseId, house.spokesperson(), true))).toBe('done');
    expect(await refused(amend.withdraw(releaseId))).toBe('notOut');
    const [only] = await house.amendments.ofRelease(house.database.queries, releaseId);
    expect(only).toMatchObject({ kind: 'withdraw', emergency: true, reviewedAt: null });
    expect(house.notices.map(({ kind }) => kind)).toContain('emergencyWithdrawal');
  });

  test('a row that met the order half-way is found by the sweep', async () => {
    const post = new Platform('weibo', { can, waitsForPortal: false });
    await connected(post);
    const releaseId = await house.release();
    await house.database.queries
      .updateTable('delivery')
      .set({ state: 'unknown', next_at: new Date('9999-01-01T00:00:00Z') })
      .execute();
    await amend.withdraw(releaseId);
    // As an outcome that was committed while the order was not yet to be seen.
    await house.database.queries
      .updateTable('delivery')
      .set({ state: 'deferred', next_at: new Date(0) })
      .execute();
    const worker = house.worker();
    worker.start();
    await worker.idle();
    expect(post.posts).toEqual([]);
    await house.advance.sweep(house.database);
    expect(await amend.ledger(releaseId)).toEqual(['weibo send v1 cancelled']);
    expect(await house.amendments.unsettled(house.database.queries)).toEqual([]);
  });
});

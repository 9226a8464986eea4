import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import {
  AdvanceAmendments,
  AmendmentStore,
  AskAgain,
  assembleRunner,
  OperationsStore,
  ResendDeliveries,
  ShowOperations,
  type ResendResult,
} from '@koujing/dispatch';
import { InlineJobs } from '@koujing/jobs';
import { Problem, SystemClock } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import {
  Audience,
  MailingListStore,
  OutletStore,
  ReporterStore,
  SuppressAddress,
  SuppressionStore,
} from '@koujing/media';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';
import { idlePorts } from './idle-ports.js';

onEachEngine('resending in bulk', (open) => {
  let house: House;
  beforeAll(async () => {
    house = await House.open(await open());
  });
  afterEach(() => house.clear());
  afterAll(() => house.close());

  const channels = () => new Map(house.platforms.map((platform) => [platform.manifest.channel, platform]));
  const resend = (): ResendDeliveries => {
    const { runner, quotas } = assembleRunner({
      database: house.database,
      box: house.box,
      wall: house.clock,
      timeZone: 'Asia/Shanghai',
      pictures: { find: async () => [] },
      ports: idlePorts(house.clock),
    });
    const amendments = new AmendmentStore();
    return new ResendDeliveries({
      amendments,
      advance: new AdvanceAmendments(amendments, house.audit),
      audience: new Audience(house.clock),
      database: house.database,
      deliveries: house.deliveries,
      accounts: house.accounts,
      releases: new ReleaseStore(),
      audit: house.audit,
      jobs: new InlineJobs([{ name: 'dispatch', policy: 'each' }], new SystemClock()),
      opensTheWay: (channel) => channel === 'portal',
      channels: channels(),
      ask: new AskAgain({ database: house.database, runner, quotas }),
    });
  };
  const byRecipient = ({ rows }: ResendResult) =>
    Object.fromEntries(
      rows.map(({ channel, recipient, found, resent }) => [recipient || channel, [found, resent]]),
    );
  const reason = '平台已恢复';

  test('only what the platform refused or does not have is sent again; what is there is recorded, what is unclear stays', async () => {
    const page = new Platform('portal', { waitsForPortal: false });
    const names = ['refused', 'absent', 'there', 'doubled', 'pending', 'unreadable'] as const;
    const platforms = names.map((name) => new Platform(name));
    for (const platform of platforms)
      platform.answers.push(
        platform.manifest.channel === 'refused'
          ? { kind: 'rejected', code: '20018', message: 'illegal site', fix: 'content' }
          : { kind: 'unknown', reason: 'reset' },
      );
    for (const platform of platforms) platform.finds = () => ({ kind: 'unreadable', reason: 'no answer' });
    await house.connect(page, ...platforms);
    const releaseId = await house.release();
    const worker = house.worker();
    worker.start();
    await house.until(releaseId, (rows) =>
      rows.every(({ channel, state }) =>
        channel === 'portal'
          ? state === 'delivered'
          : state === (channel === 'refused' ? 'rejected' : 'needsPerson'),
      ),
    );
    const receipt = { remoteId: '77', url: 'http://127.0.0.1/77' };
    const now = {
      refused: { kind: 'rejected', code: '20018', message: 'illegal site', fix: 'content' },
      absent: { kind: 'absent' },
      there: { kind: 'present', receipt, matches: 1 },
      doubled: { kind: 'present', receipt, matches: 2 },
      pending: { kind: 'stillPending', checkAfterMs: 1_000 },
      unreadable: { kind: 'unreadable', reason: 'no answer' },
    } as const;
    for (const platform of platforms)
      platform.finds = () => now[platform.manifest.channel as (typeof names)[number]];
    await worker.stop();
    const result = await resend().perform({ releaseId, reason }, house.spokesperson());
    expect(byRecipient(result)).toEqual({
      refused: ['rejected', true],
      absent: ['absent', true],
      there: ['present', false],
      doubled: ['doubled', false],
      pending: ['pending', false],
      unreadable: ['inDoubt', false],
    });
    expect([result.resent, result.remaining]).toEqual([2, 0]);
    expect(await house.row(releaseId, 'there')).toMatchObject({ state: 'delivered', receipt });
    expect(await house.row(releaseId, 'refused')).toMatchObject({ state: 'planned', generation: 2 });
    expect((await house.row(releaseId, 'doubled')).state).toBe('needsPerson');
    const again = house.worker('two');
    again.start();
    await house.untilState(releaseId, 'absent', 'delivered');
    await house.untilState(releaseId, 'refused', 'delivered');
    expect(platforms.map(({ posts }) => posts.length)).toEqual([1, 1, 0, 0, 0, 0]);
    const row = await house.row(releaseId, 'absent');
    const trail = await house.audit.of(house.database.queries, 'delivery', row.id);
    expect(trail.map(({ action }) => action)).toContain('delivery.resend');
    const whole = await house.audit.of(house.database.queries, 'release', releaseId);
    expect(whole.at(-1)).toMatchObject({ actor: house.person, action: 'delivery.resendBulk' });
  });

  test('a mail in doubt is never sent again in bulk; one that its server refused is', async () => {
    const page = new Platform('portal', { waitsForPortal: false });
    const can = { withdraw: false, correct: false, reconcile: false, recent: false };
    const mail = new Platform('email', { perRecipient: true, can });
    mail.finds = () => ({ kind: 'unreadable', reason: 'a mailbox cannot be read' });
    mail.answers.push(
      { kind: 'rejected', code: '550', message: 'no such user', fix: 'content' },
      { kind: 'unknown', reason: 'dropped after the dot' },
    );
    await house.connect(page, mail);
    const releaseId = await house.release(house.platforms, ['a@news.example', 'b@news.example']);
    const worker = house.worker('one', { concurrency: 1 });
    worker.start();
    await house.until(releaseId, (rows) =>
      rows.every(({ channel, state }) => channel !== 'email' || ['rejected', 'needsPerson'].includes(state)),
    );
    await worker.stop();
    const states = (await house.rows(releaseId)).filter(({ channel }) => channel === 'email');
    expect(states.map(({ state }) => state).sort()).toEqual(['needsPerson', 'rejected']);
    const result = await resend().perform({ accountId: 'email', reason }, house.spokesperson());
    expect(result.rows.map(({ found, resent }) => [found, resent]).sort()).toEqual([
      ['inDoubt', false],
      ['rejected', true],
    ]);
    const doubtful = states.find(({ state }) => state === 'needsPerson');
    expect(await house.deliveries.find(house.database.queries, doubtful?.id ?? '')).toMatchObject({
      state: 'needsPerson',
      epoch: doubtful?.epoch,
    });
  });

  test('what its server refused is not sent again to an address that is stopped since', async () => {
    const page = new Platform('portal', { waitsForPortal: false });
    const can = { withdraw: false, correct: false, reconcile: false, recent: false };
    const mail = new Platform('email', { perRecipient: true, can });
    mail.refuses.add('gone@news.example').add('back@news.example');
    await house.connect(page, mail);
    const releaseId = await house.release(house.platforms, ['gone@news.example', 'back@news.example']);
    const worker = house.worker();
    worker.start();
    await house.until(releaseId, (rows) =>
      rows.every(({ channel, state }) => channel !== 'email' || state === 'rejected'),
    );
    await worker.stop();
    const { database, audit, clock } = house;
    const stores = {
      outlets: new OutletStore(),
      reporters: new ReporterStore(),
      lists: new MailingListStore(),
    };
    const suppress = new SuppressAddress(
      { database, audit, clock, ...stores, suppressions: new SuppressionStore() },
      [],
    );
    const stop = {
      address: 'Gone@news.example',
      cause: 'hardBounce',
      detail: '5.1.1',
      by: 'system:returns',
    } as const;
    await database.transaction((queries) => suppress.apply(queries, stop));
    mail.refuses.clear();
    const result = await resend().perform({ accountId: 'email', reason }, house.spokesperson());
    expect(byRecipient(result)).toEqual({
      'gone@news.example': ['barred', false],
      'back@news.example': ['rejected', true],
    });
  });

  test('who speaks for another organ resends nothing, and nothing to resend is said', async () => {
    const page = new Platform('portal', { waitsForPortal: false });
    await house.connect(page);
    const releaseId = await house.release();
    const codeOf = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof Problem ? error.reasons[0].code : String(error)),
      );
    expect(await codeOf(resend().perform({ releaseId, reason }, house.spokesperson()))).toBe(
      'nothingToResend',
    );
    page.answers.push({ kind: 'rejected', code: '1', message: 'no', fix: 'operator' });
    house.worker().start();
    await house.untilState(releaseId, 'portal', 'rejected');
    const stranger = {
      ...house.spokesperson(),
      grants: [{ role: 'spokesperson' as const, organId: 'another', office: false }],
    };
    expect(await codeOf(resend().perform({ releaseId, reason }, stranger))).toBe('lacksRole');
  });

  test('operators see what is due, since when, what came of the tries, and what each account has left', async () => {
    const page = new Platform('portal', { waitsForPortal: false });
    const weibo = new Platform('weibo', { rates: [{ name: 'calls', count: 100, per: 'day' }] });
    weibo.answers.push({ kind: 'rejected', code: '20018', message: 'illegal site', fix: 'content' });
    await house.connect(page, weibo);
    const { quotas } = assembleRunner({
      database: house.database,
      box: house.box,
      wall: house.clock,
      timeZone: 'Asia/Shanghai',
      pictures: { find: async () => [] },
      ports: idlePorts(house.clock),
    });
    const operations = new ShowOperations({
      database: house.database,
      accounts: house.accounts,
      quotas,
      operations: new OperationsStore(),
      channels: channels(),
      // Nothing was restored here.
      lift: { find: async () => null, reasons: () => [] },
    });
    const releaseId = await house.release();
    const before = await operations.now();
    expect(before).toMatchObject({ due: 1, outcomes: [] });
    expect(before.rows).toEqual(
      expect.arrayContaining([
        { channel: 'portal', state: 'planned', rows: 1 },
        { channel: 'weibo', state: 'waiting', rows: 1 },
      ]),
    );
    house.worker().start();
    await house.untilState(releaseId, 'weibo', 'rejected');
    const after = await operations.now();
    expect(after).toMatchObject({ due: 0, oldestDueSeconds: 0 });
    expect(after.outcomes).toEqual([
      { channel: 'portal', action: 'send', outcome: 'delivered', class: '', tries: 1 },
      { channel: 'weibo', action: 'send', outcome: 'rejected', class: 'content', tries: 1 },
    ]);
    const account = after.accounts.find(({ id }) => id === 'weibo');
    expect(account).toMatchObject({ rejected: 1, needsPerson: 0 });
    expect(account?.quotas).toEqual([{ name: 'calls', per: 'day', limit: 100, left: 99 }]);
    await expect(operations.show(house.spokesperson())).rejects.toThrow();
  });
});

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { InlineJobs, type Jobs } from '@koujing/jobs';
import type { Problem } from '@koujing/kernel';
import { digestOf, SystemClock, TravellingClock, type Clock, type Reason } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import {
  CancelSchedule,
  PersonsToTell,
  ProposalStore,
  ReleaseDue,
  ScheduleRelease,
  TickLease,
} from '@koujing/schedule';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

const conflict: Reason = {
  code: 'inconsistent',
  message: '死亡人数不一致。',
  messageEn: 'The death tolls differ.',
};

onEachEngine('publishing', (open) => {
  let house: House;
  let jobs: Jobs;
  const releases = new ReleaseStore();
  const clock = new TravellingClock('2026-11-23T07:00:00Z');

  beforeAll(async () => {
    house = await House.open(await open());
    jobs = new InlineJobs([{ name: 'dispatch', policy: 'each' }], clock);
  });
  afterEach(() => house.clear());
  afterAll(() => house.close());

  const connected = async () => {
    const portal = new Platform('portal', { waitsForPortal: false });
    const mail = new Platform('mail', { perRecipient: true });
    await house.connect(portal, mail);
    return { portal, mail };
  };
  const problemOf = (work: Promise<unknown>): Promise<Problem> =>
    work.then(
      () => {
        throw new Error('nothing was refused');
      },
      (error: unknown) => error as Problem,
    );
  const stateOf = async (id: string) => (await releases.find(house.database.queries, id))?.state;
  /** Nobody proposed anything, and no signature grows old here. */
  const unproposed = { proposals: new ProposalStore(), ready: { missingAt: async () => [] } };
  const dueWith = (says: Parameters<House['publisher']>[1] = {}, wall: Clock = new SystemClock()) =>
    new ReleaseDue({
      wall,
      database: house.database,
      releases,
      publish: house.publisher(jobs, says),
      audit: house.audit,
      clock,
      lease: new TickLease(),
      persons: new PersonsToTell(),
      notifier: { notify: async (_, message) => void house.notices.push(message) },
      log: { info: () => undefined, warn: (event, fields) => console.warn(event, fields) },
    });

  test('one click commits the release, its rows and its wake-up together', async () => {
    await connected();
    const id = await house.approved();
    const published = await house.publisher(jobs).perform(id, digestOf(id), house.spokesperson());
    expect(published).toMatchObject({ kind: 'released', deliveries: 2 });
    expect(await stateOf(id)).toBe('released');
    const rows = await house.rows(id);
    expect(rows.map(({ channel, recipient, state }) => [channel, recipient, state])).toEqual([
      ['portal', '', 'planned'],
      ['mail', 'desk@news.example', 'waiting'],
    ]);
  });

  test.each([3_600_000, -3_600_000])(
    'a scheduler whose clock jumped by %i ms releases nothing at what it takes for the hour, and another does, once',
    async (jump) => {
      await connected();
      const scheduledAt = new Date(clock.now().getTime() - 1_000);
      const id = await house.approved({ state: 'scheduled', scheduledAt });
      clock.travel(60_000);
      const machine = new SystemClock();
      const jumped: Clock = {
        now: () => new Date(machine.now().getTime() + jump),
        monotonic: () => machine.monotonic(),
      };
      expect(await dueWith({}, jumped).tick()).toBe(0);
      expect(await stateOf(id)).toBe('scheduled');
      await dueWith().tick();
      clock.travel(1_000);
      await dueWith().tick();
      expect(await stateOf(id)).toBe('released');
      expect(await house.rows(id)).toHaveLength(2);
    },
  );

  test('an hour that was ticked by a clock since set back holds nobody up', async () => {
    await connected();
    clock.travel(3_600_000);
    await dueWith().tick();
    clock.travel(-3_600_000);
    const id = await house.approved({
      state: 'scheduled',
      scheduledAt: new Date(clock.now().getTime() - 1_000),
    });
    await dueWith().tick();
    expect(await stateOf(id)).toBe('released');
  });

  test('a second click finds it released and plans nothing twice', async () => {
    await connected();
    const id = await house.approved();
    const says = { ready: (): readonly Reason[] => (clicks++ === 0 ? [] : [conflict]) };
    let clicks = 0;
    const publisher = house.publisher(jobs, says);
    const both = await Promise.allSettled([
      publisher.perform(id, digestOf(id), house.spokesperson()),
      publisher.perform(id, digestOf(id), house.spokesperson()),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await house.rows(id)).toHaveLength(2);
  });

  test('a release that the gate holds keeps the verdict and plans nothing', async () => {
    await connected();
    const id = await house.approved();
    const publisher = house.publisher(jobs, { gate: () => [conflict] });
    const problem = await problemOf(publisher.perform(id, digestOf(id), house.spokesperson()));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['heldByGate', 'inconsistent']);
    expect(await stateOf(id)).toBe('heldByGate');
    expect(await house.rows(id)).toHaveLength(0);
  });

  test('without a portal account nothing may go out', async () => {
    await house.connect(new Platform('weibo'));
    const id = await house.approved();
    const problem = await problemOf(house.publisher(jobs).perform(id, digestOf(id), house.spokesperson()));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['noPortal']);
  });

  test('an old digest and a person without the role are refused, and nothing changes', async () => {
    await connected();
    const id = await house.approved();
    const publisher = house.publisher(jobs);
    const stale = await problemOf(publisher.perform(id, digestOf('another text'), house.spokesperson()));
    expect(stale.reasons[0].code).toBe('digestChanged');
    const stranger = {
      ...house.spokesperson(),
      grants: [{ role: 'drafter' as const, organId: house.organ, office: false }],
    };
    expect((await problemOf(publisher.perform(id, digestOf(id), stranger))).code).toBe('forbidden');
    expect(await stateOf(id)).toBe('approved');
  });

  test('a release goes out at its hour and not before, once for two schedulers', async () => {
    await connected();
    const schedule = new ScheduleRelease({
      ...{ database: house.database, releases, publish: house.publisher(jobs), audit: house.audit, clock },
      ...unproposed,
    });
    const id = await house.approved();
    const at = new Date(clock.now().getTime() + 3_600_000).toISOString();
    expect(await schedule.perform(id, at, house.spokesperson())).toMatchObject({ state: 'scheduled' });
    const [one, two] = [dueWith(), dueWith()];
    await Promise.all([one.tick(), two.tick()]);
    expect(await stateOf(id)).toBe('scheduled');
    clock.travel(3_600_000);
    const dealt = await Promise.all([one.tick(), two.tick()]);
    expect(dealt.toSorted()).toEqual([0, 1]);
    expect(await stateOf(id)).toBe('released');
    clock.travel(1_000);
    expect(await two.tick()).toBe(0);
    expect(await house.rows(id)).toHaveLength(2);
  });

  test('what came due while nothing ran goes out at the next tick, in the order of the hours', async () => {
    await connected();
    const now = clock.now().getTime();
    const late = await house.approved({ state: 'scheduled', scheduledAt: new Date(now - 60_000) });
    const early = await house.approved({ state: 'scheduled', scheduledAt: new Date(now - 7_200_000) });
    clock.travel(1_000);
    expect(await dueWith().tick()).toBe(2);
    const [first, second] = await Promise.all(
      [early, late].map((id) => releases.find(house.database.queries, id)),
    );
    expect(first?.gateSeq).toBeLessThan(second?.gateSeq ?? 0);
  });

  test('a release that is refused at its hour is held and persons are told at once', async () => {
    await connected();
    const scheduledAt = new Date(clock.now().getTime() - 1_000);
    const id = await house.approved({ state: 'scheduled', scheduledAt });
    clock.travel(1_000);
    await dueWith({ ready: () => [conflict] }).tick();
    expect(await releases.find(house.database.queries, id)).toMatchObject({
      state: 'heldByGate',
      holdReason: conflict.message,
    });
    expect(house.notices.map(({ kind, personIds }) => [kind, personIds])).toEqual([
      ['scheduledReleaseHeld', [house.person]],
    ]);
    clock.travel(1_000);
    expect(await dueWith().tick()).toBe(0);
  });

  test('one that the gate holds at its hour is told to its drafter and to who set the hour', async () => {
    await connected();
    const scheduledAt = new Date(clock.now().getTime() - 1_000);
    const id = await house.approved({ state: 'scheduled', scheduledAt });
    await house.audit.record(house.database.queries, {
      ...{ actor: house.person, action: 'release.schedule', subjectKind: 'release', subjectId: id },
    });
    clock.travel(1_000);
    await dueWith({ gate: () => [conflict] }).tick();
    expect(await stateOf(id)).toBe('heldByGate');
    expect(house.notices.map(({ kind, personIds }) => [kind, personIds])).toEqual([
      ['scheduledReleaseHeld', [house.person]],
    ]);
    const trail = await house.audit.of(house.database.queries, 'release', id);
    expect(trail.at(-1)).toMatchObject({ action: 'release.heldByGate', actor: 'system:schedule' });
  });

  test('one that fails at its hour for no reason that anybody gave is never silent: told once, and tried again', async () => {
    await connected();
    const scheduledAt = new Date(clock.now().getTime() - 1_000);
    const id = await house.approved({ state: 'scheduled', scheduledAt });
    let broken = true;
    const due = dueWith({
      ready: () => {
        if (broken) throw new Error('the disk is full');
        return [];
      },
    });
    for (let ticks = 0; ticks < 3; ticks += 1) {
      clock.travel(1_000);
      await due.tick();
    }
    expect(await stateOf(id)).toBe('scheduled');
    expect(house.notices.map(({ kind, personIds }) => [kind, personIds])).toEqual([
      ['scheduledReleaseHeld', [house.person]],
    ]);
    const trail = await house.audit.of(house.database.queries, 'release', id);
    expect(trail.filter(({ action }) => action === 'release.dueFailed')).toHaveLength(1);
    broken = false;
    clock.travel(1_000);
    await due.tick();
    expect(await stateOf(id)).toBe('released');
  });

  test('an hour in the past is refused, and an hour may be taken back', async () => {
    await connected();
    const parts = {
      database: house.database,
      releases,
      publish: house.publisher(jobs),
      audit: house.audit,
      clock,
    };
    const id = await house.approved();
    const schedule = new ScheduleRelease({ ...parts, ...unproposed });
    const past = await problemOf(schedule.perform(id, '2020-01-01T08:00:00+08:00', house.spokesperson()));
    expect(past.reasons[0].code).toBe('inThePast');
    await schedule.perform(id, '2030-01-01T08:00:00+08:00', house.spokesperson());
    await new CancelSchedule(parts).perform(id, house.spokesperson());
    expect(await releases.find(house.database.queries, id)).toMatchObject({
      state: 'approved',
      scheduledAt: null,
    });
  });
});

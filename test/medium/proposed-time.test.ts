import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InlineJobs } from '@koujing/jobs';
import { civilTime, SystemClock } from '@koujing/kernel';
import {
  PersonsToTell,
  ProposalStore,
  ProposeTime,
  ReleaseDue,
  ScheduleRelease,
  TickLease,
} from '@koujing/schedule';
import { conferencesIn } from '../support/a-conference.js';
import { aCity, type City } from '../support/a-city.js';
import { aRelease } from '../support/a-release.js';
import { onEachEngine } from '../support/engines.js';
import { refused } from '../support/refused.js';
import { agendaOf } from '../../apps/dispatcher/schedule-cases.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

onEachEngine('a proposed time', (open) => {
  let house: House;
  let city: City;
  let propose: ProposeTime;
  let schedule: ScheduleRelease;
  let due: ReleaseDue;

  beforeAll(async () => {
    house = await House.open(await open());
    // The city has an office of the same name.
    await house.database.queries
      .updateTable('organ')
      .set({ name: '另一机关' })
      .where('id', '=', house.organ)
      .execute();
    city = await aCity(house.database);
    await house.connect(new Platform('portal', { waitsForPortal: false }));
    const { releases, audit, ready } = city.cases;
    const jobs = new InlineJobs([{ name: 'dispatch', policy: 'each' }], city.clock);
    const parts = {
      ...{ database: house.database, releases, audit, clock: city.clock, proposals: new ProposalStore() },
      ...{ publish: house.publisher(jobs), ready },
    };
    propose = new ProposeTime(parts);
    schedule = new ScheduleRelease(parts);
    due = new ReleaseDue({
      ...parts,
      ...{ lease: new TickLease(), persons: new PersonsToTell(), wall: new SystemClock() },
      notifier: { notify: async (_, message) => void house.notices.push(message) },
      log: { info: () => undefined, warn: (event, fields) => console.warn(event, fields) },
    });
  });
  afterAll(() => house.close());

  const water = (desk: Parameters<City['actor']>[1]) => city.actor('water', desk);
  const about = (what: string) =>
    aRelease(city).by('water').saying(`关于${what}的通告`, `${what}期间请提前储水。`);
  const inAWhile = (ms: number) => civilTime(new Date(city.clock.now().getTime() + ms));
  const stateOf = async (id: string) => (await city.cases.releases.find(house.database.queries, id))?.state;
  const actionsOf = async (id: string) =>
    (await city.cases.audit.of(house.database.queries, 'release', id)).map(({ action }) => action);
  const tick = async () => {
    city.clock.travel(1_000);
    await due.tick();
  };

  test('is the drafter’s to make and to take back, is told with its reason, and sets no hour', async () => {
    const { release } = await about('管网冲洗').approved();
    const at = inAWhile(60 * minuteMs);
    expect(await refused(propose.perform(release.id, { at, why: '' }, await water('approver')))).toEqual([
      'lacksRole',
    ]);
    await propose.perform(release.id, { at, why: '赶在停水前一小时。' }, await water('drafter'));
    const [summary] = await city.cases.listing.summaries(house.database.queries, [release.id], { all: true });
    expect(summary).toMatchObject({
      scheduledAt: null,
      proposal: { at, why: '赶在停水前一小时。', by: { id: 'water-drafter' } },
    });
    city.clock.travel(2 * 60 * minuteMs);
    await tick();
    expect(await stateOf(release.id)).toBe('approved');
    await propose.takeBack(release.id, await water('drafter'));
    expect(await refused(propose.takeBack(release.id, await water('drafter')))).toEqual(['notProposed']);
    const actions = ['release.proposeTime', 'release.takeBackTime'];
    expect(await actionsOf(release.id)).toEqual(expect.arrayContaining(actions));
    const past = propose.perform(release.id, { at, why: '晚了' }, await water('drafter'));
    expect(await refused(past)).toEqual(['inThePast']);
  });

  test('is adopted or changed by who approves, and the approved hour alone lets the release out', async () => {
    const { release } = await about('水表更换').approved();
    const proposed = inAWhile(60 * minuteMs);
    await propose.perform(release.id, { at: proposed, why: '居民在家。' }, await water('drafter'));
    expect(await refused(schedule.perform(release.id, proposed, await water('drafter')))).toEqual([
      'lacksRole',
    ]);
    const later = inAWhile(120 * minuteMs);
    await schedule.perform(release.id, later, await water('approver'));
    expect(
      await refused(propose.perform(release.id, { at: later, why: '再改' }, await water('drafter'))),
    ).toEqual(['hourSettled']);
    city.clock.travel(61 * minuteMs);
    await tick();
    expect(await stateOf(release.id)).toBe('scheduled');
    city.clock.travel(60 * minuteMs);
    await tick();
    expect(await stateOf(release.id)).toBe('released');
    expect(await actionsOf(release.id)).toContain('release.schedule');
  });

  test('an approval at the last minute is in time, also when the time passes while somebody clicks', async () => {
    for (const [what, before] of [
      ['水质检测', 30_000],
      ['水厂参观', -30_000],
    ] as const) {
      const { release } = await about(what).reviewed();
      const proposed = inAWhile(10 * minuteMs);
      await propose.perform(release.id, { at: proposed, why: '整点发布。' }, await water('drafter'));
      city.clock.travel(10 * minuteMs - before);
      const approver = { ...(await water('approver')), provedAt: city.clock.now() };
      const { version } = (await city.cases.releases.find(house.database.queries, release.id)) ?? release;
      const content = await city.cases.releases.version(house.database.queries, release.id, version);
      await city.cases.approve.perform(
        { releaseId: release.id, digest: content?.digest ?? '', note: '' },
        approver,
      );
      await schedule.perform(release.id, proposed, approver);
      expect(await actionsOf(release.id)).toContain('release.adoptTime');
      city.clock.travel(minuteMs);
      await tick();
      expect([what, await stateOf(release.id)]).toEqual([what, 'released']);
    }
  });

  test('a time that passed long ago is adopted no more, and the approval stands', async () => {
    const { release } = await about('泵站检修').approved();
    const proposed = inAWhile(minuteMs);
    await propose.perform(release.id, { at: proposed, why: '尽快。' }, await water('drafter'));
    city.clock.travel(10 * minuteMs);
    expect(await refused(schedule.perform(release.id, proposed, await water('approver')))).toEqual([
      'inThePast',
    ]);
    expect(await stateOf(release.id)).toBe('approved');
  });

  test('an hour at which a signature would be too old is refused when it is set, not when it comes', async () => {
    const { release } = await about('水价公示').approved();
    const days = city.cases.rules.signOff.signatureDays.value ?? 0;
    const at = inAWhile((days + 1) * dayMs);
    const codes = await refused(schedule.perform(release.id, at, await water('approver')));
    expect(codes[0]).toBe('signatureExpiresBefore');
    expect(codes).toContain('signatureExpired');
    await schedule.perform(release.id, inAWhile((days - 1) * dayMs), await water('approver'));
    expect(await stateOf(release.id)).toBe('scheduled');
  });

  test('stands in the agenda of those whose business it is, until an hour is set', async () => {
    const { release } = await about('供水抢修').drafted();
    const agenda = agendaOf(city.cases, await conferencesIn(city));
    const at = inAWhile(2 * dayMs);
    await propose.perform(release.id, { at, why: '抢修前一天。' }, await water('drafter'));
    const day = at.slice(0, 10);
    const seenBy = async (organ: string) =>
      (await agenda.show({ from: day, to: day }, await city.actor(organ, 'drafter'))).items.flatMap(
        (entry) =>
          entry.kind === 'release' && entry.release.id === release.id ? [[entry.phase, entry.at]] : [],
      );
    expect(await seenBy('water')).toEqual([['proposed', at]]);
    expect(await seenBy('transport')).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease, releaseNow, type Built } from '../../test/support/a-release.js';
import { directiveInputSchema } from '../matter/directive/directive.api.js';
import { onEachEngine, onPostgres, type TestDatabase } from '../../test/support/engines.js';

const day = 24 * 3_600_000;

for (const rules of ['measures', 'guizhou'] as const)
  onEachEngine(`a release that declares a trigger of Art.12 · ${rules}`, (open) => {
    let opened: TestDatabase;
    let city: City;
    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database, undefined, rules);
    });
    afterAll(() => opened.drop());

    const triggered = (title: string) =>
      aRelease(city)
        .saying(title, `${title}，自12月8日起。`)
        .with({ kind: 'other', declaration: { triggers: ['vitalInterests'] } });
    const clocksOf = async ({ release: { id } }: Built) =>
      (await city.cases.clocks.deadlines.ofSubject(opened.database.queries, { kind: 'release', id })).filter(
        ({ rule }) => rule === 'triggeredRelease',
      );
    const gapOf = async ({ release }: Built) => {
      await city.cases.dutyGaps.tick();
      const key = `duty:triggeredRelease:release:${release.id}@${release.organId}`;
      return (await city.cases.findings.byKeys(opened.database.queries, [key]))[0];
    };

    test('in time or not, it is a gap of its organ once its own hour has passed, and its release closes it (Art.12, 15)', async () => {
      const prompt = await triggered('公交线路调整通告').released();
      const built = await triggered('停车收费调整通告').approved();
      expect(await gapOf(built)).toBeUndefined();
      city.clock.travel(16 * day);
      const gap = await gapOf(built);
      expect(gap).toMatchObject({
        kind: 'gap',
        state: 'open',
        explanation: expect.stringContaining(rules === 'guizhou' ? '五个工作日' : '第十二条'),
      });
      expect(await gapOf(prompt)).toBeUndefined();
      await releaseNow(city, built.release.id);
      expect(await gapOf(built)).toMatchObject({ state: 'closed' });
      expect((await clocksOf(built)).map(({ state }) => state)).toEqual(['metLate']);
    });

    test('on a matter without an hour runs by its own limit, to its own gap (Art.12, 15)', async () => {
      const matter = await aMatter(city).titled('桥下停车场改造').ownedBy('transport').opened();
      const built = await triggered('桥下停车场改造通告').with({ matter }).submitted();
      expect((await clocksOf(built)).map(({ state }) => state)).toEqual(['running']);
      city.clock.travel(16 * day);
      expect(await gapOf(built)).toMatchObject({ kind: 'gap', state: 'open' });
    });

    test('on a matter with an hour owes it by the clock of the matter, and without a trigger by none (Art.12)', async () => {
      const matter = await aMatter(city)
        .titled('学校周边限行安排')
        .ownedBy('transport')
        .due('2027-01-08T18:00:00+08:00')
        .opened();
      const onMatter = await triggered('学校周边限行安排通告').with({ matter }).submitted();
      const plain = await aRelease(city).with({ kind: 'other' }).submitted();
      expect([await clocksOf(onMatter), await clocksOf(plain)]).toEqual([[], []]);
    });

    test('on a matter with an hour that another organ owns owes it by its own limit all the same (Art.12, 15)', async () => {
      const matter = await aMatter(city)
        .titled('跨河大桥分流安排')
        .ownedBy('emergency')
        .concerning('transport')
        .due('2027-03-08T18:00:00+08:00')
        .opened();
      const built = await triggered('跨河大桥分流通告').with({ matter }).submitted();
      expect((await clocksOf(built)).map(({ state }) => state)).toEqual(['running']);
      city.clock.travel(20 * day);
      expect(await gapOf(built)).toMatchObject({ kind: 'gap', state: 'open' });
    });

    test('that is routine runs by the limit of Art.19 from its approval on', async () => {
      const built = await triggered('站牌更换通告').with({ kind: 'routine' }).submitted();
      expect((await clocksOf(built)).map(({ state }) => state)).toEqual(['running']);
      const approved = await triggered('候车亭更换通告').with({ kind: 'routine' }).approved();
      expect((await clocksOf(approved)).map(({ state }) => state)).toEqual(['cancelled']);
    });

    test('counts from its first submission, though it is returned and handed in again (Art.12)', async () => {
      const built = await triggered('渡口班次调整通告').submitted();
      const first = (await clocksOf(built))[0];
      city.clock.travel(2 * day);
      const { releases, submit, return: giveBack } = city.cases;
      const { release, version } = built;
      const leader = await city.actor(release.organId, 'approver');
      await giveBack.perform({ releaseId: release.id, digest: version.digest, note: '请再核对。' }, leader);
      await submit.perform(release.id, version.digest, await city.actor(release.organId, 'drafter'));
      expect((await releases.find(opened.database.queries, release.id))?.state).toBe('submitted');
      expect((await clocksOf(built)).map(({ dueAt, state }) => [dueAt, state])).toEqual([
        [first?.dueAt, 'running'],
      ]);
    });

    const rehoured = async (matterId: string, dueAt: string | null): Promise<void> => {
      const coordinator = await city.actor('office', 'coordinator');
      const matter = await city.cases.matters.find(opened.database.queries, matterId);
      if (matter === null) throw new Error('no such matter');
      const { title, kind, trigger, ownerOrganId, concernedOrganIds, revision } = matter;
      await city.cases.matter.revise.perform(
        matterId,
        {
          expectedRevision: revision,
          matter: { title, kind, trigger, ownerOrganId, concernedOrganIds: [...concernedOrganIds], dueAt },
        },
        coordinator,
      );
    };

    test('goes by the hour that its matter is given later, and by its own again, from its first day, when that is taken back (Art.12)', async () => {
      const matter = await aMatter(city).titled('沿江停车泊位收费').ownedBy('transport').opened();
      const built = await triggered('沿江停车泊位收费通告').with({ matter }).submitted();
      const [own] = await clocksOf(built);
      city.clock.travel(2 * day);
      await rehoured(matter, '2027-06-30T18:00:00+08:00');
      expect((await clocksOf(built)).map(({ state }) => state)).toEqual(['cancelled']);
      const events = await city.cases.clocks.deadlines.history(opened.database.queries, own?.id ?? '');
      expect(events.at(-1)).toMatchObject({
        event: 'cancelled',
        detail: { reason: expect.stringContaining('按事项的时限计') },
      });
      city.clock.travel(20 * day);
      await rehoured(matter, null);
      expect((await clocksOf(built)).map(({ state, dueAt }) => [state, dueAt])).toEqual([
        ['cancelled', own?.dueAt],
        ['running', own?.dueAt],
      ]);
      expect(await gapOf(built)).toMatchObject({ kind: 'gap', state: 'open' });
    });

    test('handed in on a matter with an hour counts from that day when the hour is taken back (Art.12)', async () => {
      const matter = await aMatter(city)
        .titled('隧道养护封闭')
        .ownedBy('transport')
        .due('2027-06-30T18:00:00+08:00')
        .opened();
      const built = await triggered('隧道养护封闭通告').with({ matter }).submitted();
      const handedIn = city.clock.now();
      city.clock.travel(3 * day);
      await rehoured(matter, null);
      expect((await clocksOf(built)).map(({ state, eventAt }) => [state, eventAt])).toEqual([
        ['running', handedIn],
      ]);
    });

    test('goes by the hour that an order gives its matter (Art.12(4))', async () => {
      const matter = await aMatter(city).titled('夜间公交停运').ownedBy('transport').opened();
      const built = await triggered('夜间公交停运通告').with({ matter }).submitted();
      const later = new Date(city.clock.now().getTime() + 60 * day).toISOString();
      const order = directiveInputSchema.parse({
        ...{ fromOrganId: 'office', toOrganId: 'transport', title: '请就夜间公交停运发布通告' },
        ...{ text: '请说明停运线路和时间。', dueAt: later, matterId: matter },
      });
      await city.cases.directive.issue.perform(order, await city.actor('office', 'coordinator'));
      expect((await clocksOf(built)).map(({ state }) => state)).toEqual(['cancelled']);
    });
  });

onPostgres('a release handed in while its matter gets its hour', (open) => {
  test('goes by the matter’s clock, and by none of its own beside it (Art.12)', async () => {
    const opened = await open();
    const city = await aCity(opened.database);
    const { matters, submit, clocks } = city.cases;
    const id = await aMatter(city).titled('轮渡航线调整').ownedBy('transport').opened();
    const { release, version } = await aRelease(city)
      .saying('轮渡航线调整通告', '轮渡航线自12月8日起调整。')
      .with({ kind: 'other', matter: id, declaration: { triggers: ['vitalInterests'] } })
      .drafted();
    const drafter = await city.actor(release.organId, 'drafter');
    const submitting: Promise<unknown>[] = [];
    await opened.database.transaction(async (queries) => {
      const matter = await matters.lock(queries, id);
      if (matter === null) throw new Error('no such matter');
      await matters.write(queries, { ...matter, dueAt: new Date('2027-03-08T18:00:00+08:00') });
      submitting.push(submit.perform(release.id, version.digest, drafter));
      // Long enough to be handed in, did it not wait for the matter.
      await Promise.race([...submitting, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    });
    await Promise.all(submitting);
    const subject = { kind: 'release', id: release.id };
    const own = await clocks.deadlines.ofSubject(opened.database.queries, subject);
    expect(own.filter(({ rule }) => rule === 'triggeredRelease')).toEqual([]);
    await opened.drop();
  });
});

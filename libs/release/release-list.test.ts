import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { StartDeadline } from '@koujing/deadline';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease, type Built } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { releaseQuerySchema, type ReleaseList } from './release.api.js';

onEachEngine('the list of releases', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const set = (id: string, change: object) =>
    opened.database.queries.updateTable('release').set(change).where('id', '=', id).execute();
  const list = (actor: Actor, query: object): Promise<ReleaseList> =>
    city.cases.showReleases.page(releaseQuerySchema.parse(query), actor);
  const ids = async (actor: Actor, query: object) => (await list(actor, query)).items.map(({ id }) => id);
  const idOf = ({ release }: Built) => release.id;

  test('is in the order of the times that it shows, whatever was touched last', async () => {
    const draft = await aRelease(city).by('water').drafted();
    city.clock.travel(3_600_000);
    const released = await aRelease(city).by('transport').drafted();
    city.clock.travel(3_600_000);
    const scheduled = await aRelease(city).by('emergency').drafted();
    await set(released.release.id, { state: 'released', released_at: new Date('2026-11-14T10:00:00+08:00') });
    await set(scheduled.release.id, {
      state: 'scheduled',
      scheduled_at: new Date('2026-12-01T09:00:00+08:00'),
    });
    const { items } = await city.cases.listing.page(
      opened.database.queries,
      { all: true },
      { page: 1, pageSize: 10 },
    );
    expect(items.map(({ id }) => id)).toEqual([scheduled.release.id, draft.release.id, released.release.id]);
  });

  test('finds releases by their clocks, and tells these to nobody but those whose business they are', async () => {
    const title = '关于泵站检修的通告';
    const running = await aRelease(city)
      .by('water')
      .saying(title, '泵站于12月8日检修，请提前储水。')
      .approved();
    const own = await city.actor('water', 'drafter');
    const stranger = await city.actor('transport', 'drafter');
    const found = (clock: string, actor = own) => ids(actor, { clock, q: title });
    expect(await found('running')).toEqual([idOf(running)]);
    expect(await found('none')).toEqual([]);
    const [clock] = (await list(own, { q: title })).items.map((item) => item.clock);
    expect(clock).toMatchObject({ paused: false, article: expect.stringContaining('十九') as unknown });
    const left = clock?.leftMs ?? 0;
    const dayMs = 86_400_000;
    expect([await found('overdue'), await found('today'), await found('week')]).toEqual([[], [], []]);
    city.clock.travel(left - 3 * dayMs);
    expect([await found('today'), await found('week')]).toEqual([[], [idOf(running)]]);
    city.clock.travel(3 * dayMs - 60_000);
    expect([await found('overdue'), await found('today')]).toEqual([[], [idOf(running)]]);
    city.clock.travel(120_000);
    expect([await found('overdue'), await found('week')]).toEqual([[idOf(running)], []]);
    // Before the public: everybody sees it, and its clock is still its organ's own business.
    await set(idOf(running), { state: 'released', released_version: 1, released_at: city.clock.now() });
    expect((await list(stranger, { q: title })).items.map((item) => item.clock)).toEqual([null]);
    expect(await found('overdue', stranger)).toEqual([]);
  });

  test('lists what waits without a signature by its urgency: stopped, then by the clock, then what waits longest', async () => {
    const about = (what: string) =>
      aRelease(city).by('transport').saying(`关于${what}的公告`, `${what}于12月9日进行，请配合。`);
    const free = await about('疫苗接种').drafted();
    city.clock.travel(60_000);
    const younger = await about('义诊').drafted();
    const stopped = await about('体检').drafted();
    const pressing = await about('献血').drafted();
    const signed = await about('培训').submitted();
    const distant = await about('讲座').drafted();
    await set(idOf(stopped), { state: 'heldByGate' });
    const due = async (built: Built, days: number) => {
      const started = await opened.database.transaction((queries) =>
        new StartDeadline(city.cases.clocks.parts).perform(queries, {
          ...{ rule: 'routineRelease', subject: { kind: 'release', id: idOf(built) }, organId: 'transport' },
          ...{ title: '', link: '', eventAt: city.clock.now(), emergency: false, actor: 'system:deadline' },
        }),
      );
      await opened.database.queries
        .updateTable('deadline')
        .set({ due_at: new Date(city.clock.now().getTime() + days * 86_400_000) })
        .where('id', '=', started?.id ?? '')
        .execute();
    };
    await due(pressing, 1);
    await due(distant, 30);
    const me = await city.actor('transport', 'drafter');
    const { items, total } = await list(me, { mine: 'toDo', q: '的公告', pageSize: 4 });
    expect(items.map(({ id }) => id)).toEqual([stopped, pressing, free, younger].map(idOf));
    expect(total).toBe(5);
    expect(await ids(me, { mine: 'toDo', q: '的公告' })).not.toContain(idOf(signed));
  });

  test('finds what somebody drafted, marked, and what waits for exactly this person to sign', async () => {
    const about = (what: string) =>
      aRelease(city).by('emergency').saying(`关于${what}的通告`, `${what}于12月9日进行，请配合。`);
    const draft = await about('应急演练').drafted();
    const submitted = await about('器材检查').submitted();
    const reviewed = await about('通道清理').reviewed();
    const q = '的通告';
    const seenAs = async (desk: Parameters<City['actor']>[1]) =>
      new Set(await ids(await city.actor('emergency', desk), { mine: 'waiting', q }));
    const [drafter, reviewer, leader] = [
      await seenAs('drafter'),
      await seenAs('confidentialityReviewer'),
      await seenAs('approver'),
    ];
    expect(drafter).toContain(idOf(draft));
    expect(drafter).not.toContain(idOf(submitted));
    expect([...reviewer]).toEqual([idOf(submitted)]);
    // What has not been reviewed yet waits for its reviewer, not for who approves after that.
    expect([...leader]).toEqual([idOf(reviewed)]);
    const me = await city.actor('emergency', 'drafter');
    expect(await ids(me, { mine: 'drafted', state: 'submitted', q })).toHaveLength(2);
    const mark = (action: 'mark' | 'unmark') =>
      city.cases.releaseList
        .many({ info: () => undefined, warn: () => undefined })
        .perform({ action, items: [{ id: idOf(draft), digest: draft.version.digest }] }, me);
    await mark('mark');
    expect(await ids(me, { mine: 'marked' })).toEqual([idOf(draft)]);
    expect((await list(me, { q: '应急演练' })).marked).toEqual([idOf(draft)]);
    expect((await list(await city.actor('emergency', 'approver'), { q: '应急演练' })).marked).toEqual([]);
    await mark('unmark');
    expect(await ids(me, { mine: 'marked' })).toEqual([]);
  });

  test('says who may draft, so that the button for it knows', async () => {
    const codes = async (desk: Parameters<City['actor']>[1]) =>
      (await list(await city.actor('water', desk), {})).actions.create.reasons.map(({ code }) => code);
    expect([await codes('drafter'), await codes('approver')]).toEqual([[], ['lacksRole']]);
  });
});

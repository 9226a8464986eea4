import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import { releaseDraftSchema } from '../release/release.api.js';
import { aCity, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { AlertStore } from './alert-store.sql.js';

onEachEngine('what a message replaces', (open) => {
  let opened: TestDatabase;
  let city: City;
  const alerts = new AlertStore();
  const matterId = 'typhoon';
  const now = new Date('2026-11-23T10:00:00+08:00');

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const drafted = async (organId: string): Promise<string> => {
    const draft = releaseDraftSchema.parse({
      ...{ organId, kind: 'warning', title: '暴雨橙色预警信号', accountIds: ['portal'] },
      blocks: blocksFromText('预计未来3小时降雨量将达50毫米以上，请减少外出。'),
    });
    return (await city.cases.create.perform(draft, await city.actor(organId, 'drafter'))).id;
  };
  const issued = async (
    releaseId: string,
    organ: string,
    change: { event?: string; hours?: number } = {},
  ) => {
    const { event = '暴雨', hours = 24 } = change;
    await alerts.add(opened.database.queries, {
      ...{ release: { releaseId, version: 1, matterId }, act: 'issue', sender: 's', event, xml: '' },
      ...{ identifier: `m-${releaseId}`, headline: '', senderName: organ },
      ...{
        sentAt: new Date('2026-11-23T09:00:00+08:00'),
        expiresAt: new Date(now.getTime() + hours * 3_600_000),
      },
    });
    return `m-${releaseId}`;
  };
  const replaced = async (
    releaseId: string,
    organ: string,
    event: string,
    matter: string | null = matterId,
  ) =>
    (await alerts.standing(opened.database.queries, { releaseId, matterId: matter, organ, event }, now)).map(
      ({ identifier }) => identifier,
    );

  test('those that were written are read one after the other, and the newest of a release is told', async () => {
    const { queries } = opened.database;
    const [first, second] = [await drafted('water'), await drafted('water')];
    for (const [id, version] of [
      [first, 1],
      [first, 2],
      [second, 1],
    ] as const)
      await alerts.add(queries, {
        ...{ release: { releaseId: id, version, matterId: null }, act: 'issue', sender: 's', event: '大风' },
        ...{
          identifier: `w-${id}-${version}`,
          headline: '',
          senderName: '教育局',
          xml: `<alert>${version}</alert>`,
        },
        ...{ sentAt: new Date(`2026-11-23T09:0${version}:00+08:00`), expiresAt: now },
      });
    const read = async (after = '') => {
      const names = await alerts.writtenAfter(queries, after, 9);
      const files = await Promise.all(names.map((name) => alerts.file(queries, name)));
      return files.map((file) => [file?.identifier, file?.isNewest]);
    };
    expect(await read()).toEqual([]);
    expect(await alerts.file(queries, `w-${first}-1`)).toBeNull();
    await alerts.written(queries, [`w-${first}-1`, `w-${second}-1`], now);
    const [one, two] = [first, second].toSorted();
    expect(await read()).toEqual([
      [`w-${one}-1`, true],
      [`w-${two}-1`, true],
    ]);
    await alerts.written(queries, [`w-${first}-2`], now);
    expect(new Map((await read()) as [string, boolean][]).get(`w-${first}-1`)).toBe(false);
    expect(new Map((await read()) as [string, boolean][]).get(`w-${first}-2`)).toBe(true);
    expect(await read(`w-${two}-1`)).toEqual(two === first ? [[`w-${first}-2`, true]] : []);
    expect([...(await alerts.named(queries, [first, `w-${second}-1`, 'forged']))].toSorted()).toEqual(
      [first, `w-${second}-1`].toSorted(),
    );
  });

  test('the same organ’s on the same event, never another organ’s nor another hazard’s on the matter', async () => {
    const own = await issued(await drafted('water'), '水务局');
    await issued(await drafted('transport'), '交通局');
    await issued(await drafted('water'), '水务局', { event: '台风' });
    await issued(await drafted('water'), '水务局', { hours: -1 });
    expect(await replaced(await drafted('water'), '水务局', '暴雨')).toEqual([own]);
  });

  test('what the release says it supersedes, though no matter joins them; a withdrawal cancels its own alone', async () => {
    const first = await drafted('water');
    const identifier = await issued(first, '水务局', { event: '洪水' });
    const second = await drafted('water');
    await opened.database.queries
      .updateTable('release')
      .set({ supersedes: first })
      .where('id', '=', second)
      .execute();
    expect(await replaced(second, '水务局', '停水', null)).toEqual([identifier]);
    const own = await issued(second, '水务局', { event: '停水' });
    const cancelled = await alerts.ofRelease(opened.database.queries, second, now);
    expect(cancelled.map((each) => each.identifier)).toEqual([own]);
  });
});

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

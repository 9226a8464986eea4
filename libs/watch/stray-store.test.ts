import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecentPost } from '@koujing/channel';
import { json } from '@koujing/database';
import { aCity } from '../../test/support/a-city.js';
import { aLedger } from '../../test/support/a-ledger.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { StrayStore } from './stray-store.sql.js';

onEachEngine('what stands on an account of ours', (open) => {
  const strays = new StrayStore();
  let opened: TestDatabase;
  let title: string;

  /** Sent from here: one with an address, one that the platform lists under another name, one under none that is known. */
  const receipts = {
    weibo: { remoteId: '5000', url: 'https://weibo.example/5000' },
    'wechat-listed': { remoteId: '1000000001', data: { kind: 'mass', listedAs: '2200000001_1' } },
    'wechat-unlisted': { remoteId: '1000000002', data: { kind: 'mass' } },
  };

  beforeAll(async () => {
    opened = await open();
    const city = await aCity(opened.database);
    const { release } = await aRelease(city).drafted();
    title = release.title;
    const { queries } = opened.database;
    for (const [account, receipt] of Object.entries(receipts)) {
      await aLedger(queries, release.id, [
        { account, channel: 'wechat', operation: 'send', state: 'delivered' },
      ]);
      await queries
        .updateTable('delivery')
        .set({ receipt: json(receipt), updated_at: new Date() })
        .where('account_id', '=', account)
        .execute();
    }
  });
  afterAll(() => opened.drop());

  const unknownOn = async (account: string, ...found: readonly (readonly [string, string])[]) => {
    const posts = found.map(([remoteId, text]): RecentPost => ({
      remoteId,
      text,
      publishedAt: '2026-11-23T00:00:00Z',
    }));
    const unknown = await strays.unknown(opened.database.queries, account, posts);
    return unknown.map(({ remoteId }) => remoteId);
  };

  test('is ours by its number, or by the name that the platform lists it under', async () => {
    expect(await unknownOn('weibo', ['5000', '任何文字'], ['5001', '别的'])).toEqual(['5001']);
    const mass = ['2200000001_1', '任何文字'] as const;
    expect(await unknownOn('wechat-listed', mass, ['2200000001_2', '别的'])).toEqual(['2200000001_2']);
  });

  test('is ours by its title where neither is known', async () => {
    expect(await unknownOn('wechat-unlisted', ['2200000009_1', title], ['2200000010_1', '别的'])).toEqual([
      '2200000010_1',
    ]);
    // A post with an address of its own is told by nothing else.
    expect(await unknownOn('weibo', ['5002', title])).toEqual(['5002']);
  });

  test('is kept whatever letters it holds: a nought or half a letter must not blind the watch', async () => {
    const at = new Date('2026-11-23T00:00:00Z');
    const post = { remoteId: 'tz/9.html', text: '紧急\0通知\ud83d', publishedAt: at.toISOString() };
    expect(await strays.keep(opened.database.queries, 'weibo', [post], at)).toEqual([post]);
  });
});

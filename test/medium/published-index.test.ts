import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { PublishedEntry } from '@koujing/channels/portal';
import { StoredPublishedIndex } from '@koujing/dispatch';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';
import { onEachEngine } from '../support/engines.js';

const anEntry = (releaseId: string, minute: number, more: Partial<PublishedEntry> = {}): PublishedEntry => {
  const at = new Date(`2026-11-23T08:${String(minute).padStart(2, '0')}:00Z`);
  const path = `r/${releaseId}.html`;
  return {
    releaseId,
    version: 1,
    path,
    title: releaseId,
    summary: '',
    organ: '市水务局',
    column: '通知公告',
    publishedAt: at,
    updatedAt: at,
    ...more,
  };
};

onEachEngine('the site’s published pages', (open) => {
  let house: House;
  let index: StoredPublishedIndex;
  beforeAll(async () => {
    house = await House.open(await open());
    index = new StoredPublishedIndex(house.database, 'portal');
  });
  afterEach(() => house.clear());
  afterAll(() => house.close());
  const connected = () => house.connect(new Platform('portal', { waitsForPortal: false }));

  test('the newest page comes first, and a column shows only its own', async () => {
    await connected();
    for (const [position, id] of ['a', 'b', 'c'].entries())
      await index.record(anEntry(id, position, id === 'b' ? { column: '预警信息' } : {}));
    expect((await index.newest(2)).map(({ releaseId }) => releaseId)).toEqual(['c', 'b']);
    expect((await index.newest(9, '通知公告')).map(({ releaseId }) => releaseId)).toEqual(['c', 'a']);
  });

  test('an older version never replaces a newer one, and a correction keeps the first date', async () => {
    await connected();
    await index.record(anEntry('a', 1));
    await index.record(anEntry('a', 9, { version: 2, title: '更正' }));
    await index.record(anEntry('a', 5, { version: 1, title: '旧' }));
    expect(await index.find('a')).toMatchObject({
      version: 2,
      title: '更正',
      publishedAt: anEntry('a', 1).publishedAt,
    });
    await index.remove('a');
    expect(await index.find('a')).toBeNull();
  });

  test('two writers of the lists take turns, also when one of them fails', async () => {
    await connected();
    const other = new StoredPublishedIndex(house.database, 'portal');
    let inside = 0;
    const write = (fails: boolean) => async () => {
      inside += 1;
      expect(inside).toBe(1);
      await index.newest(1);
      inside -= 1;
      if (fails) throw new Error('the disk is full');
    };
    const results = await Promise.allSettled([
      index.exclusively(write(false)),
      other.exclusively(write(true)),
      index.exclusively(write(false)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

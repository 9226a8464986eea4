import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity } from '../../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { selectorsSchema } from './foreign-source.api.js';
import { SourceStore } from './source-store.sql.js';

onEachEngine('a site that several processes would read', (open) => {
  let opened: TestDatabase;
  const store = new SourceStore();
  const now = new Date('2026-11-23T09:00:00+08:00');

  beforeAll(async () => {
    opened = await open();
    await aCity(opened.database);
    const source = {
      ...{ id: 's1', organId: 'water', name: '水务局网站', kind: 'feed' as const, enabled: true },
      ...{ url: 'https://water.example/feed', selectors: selectorsSchema.parse({}) },
    };
    await store.save(opened.database.queries, source, now);
  });
  afterAll(() => opened.drop());

  test('is read by one of them; who died with it is followed after the lease, and its late answer counts no more', async () => {
    const { queries } = opened.database;
    const claim = (holder: string) => store.claim(queries, { holder, now, limit: 4 });
    const [first, second] = await Promise.all([claim('a'), claim('b')]);
    expect([...first, ...second].map(({ id }) => id)).toEqual(['s1']);
    const holder = first.length === 1 ? 'a' : 'b';
    const [taken] = [...first, ...second];
    await queries
      .updateTable('foreign_source')
      .set({ lease_until: new Date(0) })
      .execute();
    const [retaken] = await claim('c');
    const nextAt = new Date(now.getTime() + 900_000);
    const look = { outcome: 'read' as const, reason: null, at: now, nextAt, failures: 0 };
    if (taken === undefined || retaken === undefined) throw new Error('nobody took it');
    expect(await store.settle(queries, taken, holder, look)).toBe(false);
    expect(await store.settle(queries, retaken, 'c', look)).toBe(true);
    expect(await claim('d')).toEqual([]);
  });
});

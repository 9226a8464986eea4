import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity } from '../../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { selectorsSchema } from './foreign-source.api.js';
import { FakeHttp } from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { Robots } from './robots.js';
import { SourceStore } from './source-store.sql.js';
import { VisitStore } from './visit-store.sql.js';
import { VisitTexts } from './visit-texts.js';

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

  test('what is reworded behind its link is heard anew, and what was taken down twice is held against nobody', async () => {
    const { database } = opened;
    const { queries } = database;
    const clock = new TravellingClock(now.toISOString());
    let place = 100;
    const takePlace = async () => (place += 1);
    const url = 'https://water.example/n/1';
    const page = {
      ...{ id: 's2', organId: 'water', name: '水务局通知', kind: 'page' as const, enabled: true },
    };
    const selectors = selectorsSchema.parse({ item: 'li', article: 'article' });
    await store.save(queries, { ...page, url: 'https://water.example/list', selectors }, now);
    const item = {
      guid: url,
      url,
      title: '停水通知',
      body: '11月25日停水。',
      publishedAt: now,
      dateFault: null,
    };
    await store.hear(queries, 's2', { items: [item], at: now, takePlace });
    let shown: string | null = item.body;
    const http = new FakeHttp((request) =>
      request.url.endsWith('/robots.txt') || shown === null
        ? { status: 404, headers: {}, body: Buffer.from('') }
        : { status: 200, headers: {}, body: Buffer.from(`<article>${shown}</article>`) },
    );
    const reach = { http, innerHosts: [], userAgent: 'KoujingWatch/1.0' };
    const robots = new Robots(reach, () => clock.now().getTime());
    const visits = new VisitTexts({
      ...{ database, sources: store, visits: new VisitStore(), reach, robots, clock, takePlace },
    });
    const visit = async (hours: number) => {
      clock.travel(hours * 3_600_000);
      await visits.tick();
      return queries
        .selectFrom('heard_text')
        .select(['body', 'withdrawn', 'gate_seq', 'looks'])
        .where('guid', '=', url)
        .executeTakeFirstOrThrow();
    };
    expect(await visit(0.5)).toMatchObject({ looks: 0 });
    expect(await visit(0.6)).toMatchObject({ looks: 1, gate_seq: 101 });
    expect(await visit(2)).toMatchObject({ looks: 1 });
    shown = '11月26日停水。';
    expect(await visit(2)).toMatchObject({
      body: '11月26日停水。',
      withdrawn: false,
      gate_seq: 102,
      looks: 0,
    });
    shown = null;
    expect(await visit(2)).toMatchObject({ withdrawn: false, looks: 1 });
    expect(await visit(4)).toMatchObject({ withdrawn: true, gate_seq: 103 });
    // The list goes on telling of it.
    await store.hear(queries, 's2', {
      items: [{ ...item, body: '11月26日停水。' }],
      at: clock.now(),
      takePlace,
    });
    expect(await visit(0)).toMatchObject({ withdrawn: true, gate_seq: 103 });
    expect((await store.unknown(queries, 's2', [url])).size).toBe(0);
  });
});

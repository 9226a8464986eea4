import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SearchSite, StoredPublishedIndex } from '@koujing/dispatch';
import type { SearchQuery } from '@koujing/template';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

const texts = [
  ['关于供水管网冲洗的公告', '文昌路、望江路夜间冲洗，请提前储水。', '市水务局', '通知公告', '2025-12-31'],
  ['文昌路封闭施工通告', '施工期间车辆绕行望江路。', '市公安局', '通知公告', '2026-01-01'],
  ['供水条例政策解读', "居民用水价格不变，热线12345，\\'报修';", '市水务局', '政策解读', '2026-03-01'],
] as const;

onEachEngine('the search of the portal', (open) => {
  let house: House;
  let search: SearchSite;
  beforeAll(async () => {
    house = await House.open(await open());
    await house.connect(new Platform('portal', { waitsForPortal: false }));
    const index = new StoredPublishedIndex(house.database, 'portal');
    search = new SearchSite(house.database, 'portal');
    for (const [position, [title, body, organ, column, day]] of texts.entries()) {
      const at = new Date(`${day}T00:00:00+08:00`);
      const entry = {
        ...{ releaseId: `${position}`, version: 1, path: `r/${position}.html`, title, summary: '', organ },
        ...{ organs: [organ], column, publishedAt: at, updatedAt: at },
      };
      const html = `<article><h1>${title}</h1><div class="body"><p>${body}</p></div></article>`;
      const rendition = { ...{ channel: 'portal', template: 't', parts: { html } }, slots: [], assets: [] };
      await index.record({ entry, rendition }, () => []);
    }
  });
  afterAll(() => house.close());

  test('more questions at once than the database can spare are refused, and the next one is answered', async () => {
    const ask = () => search.perform({ q: '望江路', organ: '', column: '', from: '', to: '', page: 1 });
    const all = await Promise.allSettled(Array.from({ length: 6 }, ask));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(all.at(-1)).toMatchObject({ reason: { status: 503, reasons: [{ code: 'searchBusy' }] } });
    expect(await ask()).toMatchObject({ total: 2, isIndexing: false });
  });

  test('while pages of before are not indexed the answer says so', async () => {
    const { queries } = house.database;
    await queries.deleteFrom('portal_search').where('release_id', '=', '0').execute();
    const query = { q: '望江路', organ: '', column: '', from: '', to: '', page: 1 };
    const index = new StoredPublishedIndex(house.database, 'portal');
    const starting = new SearchSite(house.database, 'portal');
    expect(await starting.perform(query)).toMatchObject({ total: 1, isIndexing: true });
    await index.indexMissing(9);
    expect(await starting.perform(query)).toMatchObject({ total: 2, isIndexing: false });
  });

  const found = async (change: Partial<SearchQuery>) => {
    const query = { ...{ q: '', organ: '', column: '', from: '', to: '', page: 1 }, ...change };
    const { hits, total, isPartial } = await search.perform(query);
    return { paths: hits.map(({ path }) => path), total, isPartial };
  };

  test('all words must be in title or text; newest first', async () => {
    expect(await found({ q: '望江路' })).toEqual({
      ...{ paths: ['r/1.html', 'r/0.html'], total: 2, isPartial: false },
    });
    expect((await found({ q: '望江路 储水' })).paths).toEqual(['r/0.html']);
    expect((await found({ q: '１２３４５' })).paths).toEqual(['r/2.html']);
  });

  test('organ, column and days narrow it, both days included', async () => {
    expect((await found({ q: '供水', organ: '市水务局' })).paths).toEqual(['r/2.html', 'r/0.html']);
    expect((await found({ q: '供水', column: '通知公告' })).paths).toEqual(['r/0.html']);
    expect((await found({ q: '供水', organ: '市公安局' })).total).toBe(0);
    expect((await found({ q: '文昌路', from: '2026-01-01' })).paths).toEqual(['r/1.html']);
    expect((await found({ q: '文昌路', to: '2025-12-31' })).paths).toEqual(['r/0.html']);
  });

  test('where no page has all words it says so and shows what has some; a later page keeps the total', async () => {
    expect(await found({ q: '储水 价格' })).toMatchObject({ total: 2, isPartial: true });
    expect(await found({ q: '望江路', page: 2 })).toEqual({ paths: [], total: 2, isPartial: false });
    expect(await found({ q: "\\') | ('" })).toMatchObject({ total: 0 });
  });

  test('what was withdrawn is not found, and pages from before the search are made found', async () => {
    const index = new StoredPublishedIndex(house.database, 'portal');
    await index.remove({ releaseId: '1', version: 1, at: new Date('2026-04-01T00:00:00Z') }, () => []);
    expect((await found({ q: '望江路' })).paths).toEqual(['r/0.html']);
    await house.database.queries.deleteFrom('portal_search').execute();
    expect((await found({ q: '望江路' })).total).toBe(0);
    expect(await index.indexMissing(9)).toBe(2);
    expect((await found({ q: '望江路' })).paths).toEqual(['r/0.html']);
  });

  test('a word that many pages have is counted as far as is shown, and its pages can be turned', async () => {
    const index = new StoredPublishedIndex(house.database, 'portal');
    for (let number = 0; number < 70; number += 1) {
      const at = new Date(Date.parse('2026-05-01T00:00:00Z') + number * 60_000);
      const entry = {
        ...{ releaseId: `n${number}`, version: 1, path: `r/n${number}.html`, title: `汛情通报${number}` },
        ...{ summary: '', organ: '市水务局', organs: ['市水务局'], column: '通知公告' },
        ...{ publishedAt: at, updatedAt: at },
      };
      const rendition = { channel: 'portal', template: 't', parts: {}, slots: [], assets: [] };
      await index.record({ entry, rendition }, () => []);
    }
    const ask = (page: number) =>
      search.perform({ ...{ q: '汛情', organ: '', column: '', from: '', to: '' }, page });
    const first = await ask(1);
    expect([first.total, first.isMore, first.hits[0]?.path]).toEqual([20, true, 'r/n69.html']);
    const last = await ask(4);
    expect([last.total, last.isMore, last.hits.length, last.hits[0]?.path]).toEqual([
      ...[70, false, 10, 'r/n9.html'],
    ]);
  });

  test('a word that only the newest have is found whole, and a text of more words than a statement takes is kept', async () => {
    const index = new StoredPublishedIndex(house.database, 'portal');
    const publish = (releaseId: string, title: string, body: string, at: number) => {
      const moment = new Date(at);
      const entry = {
        ...{ releaseId, version: 1, path: `r/${releaseId}.html`, title, summary: '', organ: '市水务局' },
        ...{ organs: ['市水务局'], column: '通知公告', publishedAt: moment, updatedAt: moment },
      };
      const html = `<article><h1>${title}</h1><div class="body"><p>${body}</p></div></article>`;
      const rendition = { ...{ channel: 'portal', template: 't', parts: { html } }, slots: [], assets: [] };
      return index.record({ entry, rendition }, () => []);
    };
    const june = Date.parse('2026-06-01T00:00:00Z');
    for (let number = 0; number < 20; number += 1)
      await publish(`t${number}`, `台风警报${number}`, '', june + number * 60_000);
    expect(await found({ q: '台风' })).toMatchObject({ total: 20, isPartial: false });

    const signs = Array.from({ length: 70_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7_919 + (at >> 8) * 104_729) % 20_000)),
    );
    await publish('long', '极长的公告', signs.join(''), june - 60_000);
    expect((await found({ q: '极长' })).paths).toEqual(['r/long.html']);
  });
});

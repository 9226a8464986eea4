import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Rendition } from '@koujing/channel';
import {
  PublishedIndexFake,
  type Owing,
  type Part,
  type PublishedEntry,
  type PublishedIndex,
} from '@koujing/channels/portal';
import { StoredPublishedIndex } from '@koujing/dispatch';
import fc from 'fast-check';
import { sql } from 'kysely';
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
    organs: ['市水务局'],
    column: '通知公告',
    publishedAt: at,
    updatedAt: at,
    ...more,
  };
};

const renditionOf = ({ title }: PublishedEntry): Rendition => ({
  ...{ channel: 'portal', template: 'portal-article@2', parts: { html: `<h1>${title}</h1>` } },
  ...{ slots: [], assets: [] },
});

onEachEngine('the site’s published pages', (open) => {
  let house: House;
  let index: StoredPublishedIndex;
  beforeAll(async () => {
    house = await House.open(await open());
    index = new StoredPublishedIndex(house.database, 'portal');
  });
  const record = (entry: PublishedEntry): Promise<unknown> =>
    index.record({ entry, rendition: renditionOf(entry) }, () => []);
  afterEach(() => house.clear());
  afterAll(() => house.close());
  const connected = () => house.connect(new Platform('portal', { waitsForPortal: false }));

  test('the newest page comes first, and a column shows only its own', async () => {
    await connected();
    for (const [position, id] of ['a', 'b', 'c'].entries())
      await record(anEntry(id, position, id === 'b' ? { column: '预警信息' } : {}));
    expect((await index.newest(2)).map(({ releaseId }) => releaseId)).toEqual(['c', 'b']);
    expect((await index.newest(9, 'column:通知公告')).map(({ releaseId }) => releaseId)).toEqual(['c', 'a']);
  });

  test('an older version never replaces a newer one, and a correction keeps the first date', async () => {
    await connected();
    await record(anEntry('a', 1));
    await record(anEntry('a', 9, { version: 2, title: '更正' }));
    await record(anEntry('a', 5, { version: 1, title: '旧' }));
    expect(await index.find('a')).toMatchObject({
      version: 2,
      title: '更正',
      publishedAt: anEntry('a', 1).publishedAt,
    });
    await index.remove({ releaseId: 'a', version: 2, at: new Date('2026-11-23T09:00:00Z') }, () => []);
    expect(await index.find('a')).toBeNull();
  });

  test('a version that is recorded again keeps its times', async () => {
    await connected();
    await record(anEntry('a', 1));
    await record(anEntry('a', 9));
    const { publishedAt, updatedAt } = anEntry('a', 1);
    expect(await index.find('a')).toMatchObject({ version: 1, publishedAt, updatedAt });
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

  test('lists, changes, withdrawals and what is owed are as in the fake, whatever happens in whatever order', async () => {
    await connected();
    const fake = new PublishedIndexFake();
    const owing: Owing = (touched) => [
      { kind: 'home' },
      ...touched.places.map(({ list, position }): Part => ({ kind: 'list', list, page: position })),
      ...touched.changes.map(({ list, position }): Part => ({ kind: 'list', list, page: -position })),
      ...(touched.goneChanged ? [{ kind: 'gone' } as const] : []),
    ];
    const versions = new Map<string, number>();
    const steps = fc.sample(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), act: fc.nat(3), minute: fc.nat(59) }),
      { numRuns: 30, seed: 11 },
    );
    for (const { id, act, minute } of steps) {
      const version = (versions.get(id) ?? 0) + (act === 1 ? 0 : 1);
      const at = new Date(`2026-12-31T15:${String(minute).padStart(2, '0')}:00Z`);
      for (const each of [index, fake])
        if (act === 0 && versions.has(id)) await each.remove({ releaseId: id, version, at }, owing);
        else {
          const column = act === 2 ? '预警信息' : '通知公告';
          const organs = act === 3 ? ['市水务局', '市公安局'] : ['市水务局'];
          const known = await each.find(id);
          const entry = anEntry(id, minute, {
            ...{ version: Math.max(version, 1), column, organs },
            publishedAt: known?.publishedAt ?? at,
          });
          await each.record({ entry, rendition: renditionOf(entry) }, owing);
        }
      versions.set(id, Math.max(version, 1));
    }
    const seen = async (each: PublishedIndex) => ({
      lists: await each.lists(),
      newest: await each.newest(9),
      between: await each.between('column:通知公告', 2, 9),
      changes: await each.changesBetween(2, 99),
      withdrawn: await each.withdrawn(),
      parts: await each.sitemapParts(),
      pages: await each.pages('a', 9),
      places: new Set(
        (await each.touched('b')).places.map((place) => JSON.stringify(Object.entries(place).sort())),
      ),
      owed: (await each.owed(999)).map(({ part }) => JSON.stringify(Object.entries(part).sort())).sort(),
    });
    expect(await seen(index)).toEqual(await seen(fake));
    const owed = await index.owed(999);
    await index.oweAll('look', [{ kind: 'home' }]);
    await index.settle(owed);
    expect((await index.owed(999)).map(({ part }) => part)).toEqual([{ kind: 'home' }]);
    expect(await index.form()).toBe('look');
  });

  test('what a release owes comes before what a new form does, and the hub hears of feeds that stand', async () => {
    await connected();
    await index.oweAll('look', [{ kind: 'map' }, { kind: 'home' }, { kind: 'news' }]);
    const owed = await index.record(
      { entry: anEntry('a', 1), rendition: renditionOf(anEntry('a', 1)) },
      () => [
        { kind: 'home' },
        { kind: 'feeds', list: 'site' },
        { kind: 'ping', list: 'site' },
        { kind: 'ping', list: 'organ:市水务局' },
      ],
    );
    const kinds = async (limit: number) => (await index.owed(limit)).map(({ part }) => part.kind);
    expect(await kinds(9)).toEqual(['home', 'feeds', 'map', 'news']);
    expect(await kinds(2)).toEqual(['home', 'feeds']);
    const told = async () => (await index.pings()).map(({ part }) => 'list' in part && part.list);
    expect(await told()).toEqual(['organ:市水务局']);
    await index.settle(owed.filter(({ part }) => part.kind !== 'ping'));
    expect([await kinds(9), await told()]).toEqual([
      ['map', 'news'],
      ['site', 'organ:市水务局'],
    ]);
  });

  test('what a newer program owes stays for it, and holds up nothing that this one can write', async () => {
    await connected();
    const ours: Owing = () => [{ kind: 'home' }];
    const later = { kind: 'digest', week: '2026-W48' };
    // The same journal, as a program of a later version writes it.
    const theirs: Owing = () =>
      Array.from({ length: 40 }, (_, week) => ({ ...later, week }) as unknown as Part);
    await index.record({ entry: anEntry('a', 1), rendition: renditionOf(anEntry('a', 1)) }, theirs);
    await index.record({ entry: anEntry('b', 2), rendition: renditionOf(anEntry('b', 2)) }, ours);
    const owed = await index.owed(32);
    expect(owed.map(({ part }) => part.kind)).toEqual(['home']);
    await index.settle(owed);
    expect(await index.owed(32)).toEqual([]);
    const { rows } = await sql<{ left: number }>`
      select count(*)::int as left from portal_owed where part::jsonb ->> 'kind' = 'digest'`.execute(
      house.database.queries,
    );
    expect(rows).toEqual([{ left: 40 }]);
  });

  test('pages are dressed once the form is the site’s and no article is owed in it', async () => {
    await connected();
    const fake = new PublishedIndexFake();
    for (const each of [index, fake]) {
      const dressed = () => Promise.all(['v1', 'v2'].map((form) => each.isDressed(form)));
      expect(await dressed()).toEqual([true, true]);
      await each.oweAll('v1', [{ kind: 'home' }]);
      expect(await dressed()).toEqual([true, false]);
      await each.oweAll('v2', [{ kind: 'articles', after: '' }]);
      expect(await dressed()).toEqual([false, false]);
      await each.settle(await each.owed(9));
      expect(await dressed()).toEqual([false, true]);
    }
  });

  test('of two programs side by side the newer writes the site, and the older takes it back only when the newer is gone', async () => {
    await connected();
    const starts = async (form: string) => {
      const standing = await index.standFor(form);
      if (standing === 'takesOver') await index.oweAll(form, []);
      return standing;
    };
    expect([await starts('v1'), await starts('v1'), await starts('v2')]).toEqual([
      'takesOver',
      'current',
      'takesOver',
    ]);
    expect([await starts('v1'), await starts('v2'), await starts('v1')]).toEqual([
      'yields',
      'current',
      'yields',
    ]);
    await house.database.queries
      .updateTable('portal_form_seen')
      .set({ seen_at: new Date('2020-01-01T00:00:00Z') })
      .where('form', '=', 'v2')
      .execute();
    expect([await starts('v1'), await starts('v2')]).toEqual(['takesOver', 'yields']);
  });
});

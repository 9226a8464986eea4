import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { aCity, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { refused } from '../../test/support/refused.js';
import { keepViewSchema } from './release-view.api.js';

onEachEngine('the views of a person', (open) => {
  let opened: TestDatabase;
  let city: City;
  let mine: Actor;
  let other: Actor;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    mine = await city.actor('water', 'drafter');
    other = await city.actor('water', 'reviewer');
  });
  afterAll(() => opened.drop());

  const views = () => city.cases.releaseList.views;

  test('are kept on the server under a name, and nobody else has or reaches them', async () => {
    const { items } = await views().keep({ name: '本局待发', filters: { state: 'approved' } }, mine);
    const [kept] = items;
    expect(items).toEqual([{ id: kept?.id, name: '本局待发', filters: { state: 'approved' } }]);
    expect(await views().list(mine)).toEqual({ items, first: null });
    expect((await views().list(other)).items).toEqual([]);
    for (const reached of [
      views().change(kept?.id ?? '', { name: '别人的' }, other),
      views().remove(kept?.id ?? '', other),
      views().setFirst(kept?.id ?? '', other),
    ])
      expect(await refused(reached)).toEqual(['viewNotFound']);
    // The same name is no hindrance to somebody else.
    expect((await views().keep({ name: '本局待发', filters: {} }, other)).items).toHaveLength(1);
  });

  test('are renamed, given other filters and put first; one that is deleted is first no more', async () => {
    const id = (await views().list(mine)).items[0]?.id ?? '';
    await views().keep({ name: '有冲突的', filters: { conflict: 'open' } }, mine);
    expect(await refused(views().change(id, { name: '有冲突的' }, mine))).toEqual(['viewNameTaken']);
    expect(await refused(views().keep({ name: '有冲突的', filters: {} }, mine))).toEqual(['viewNameTaken']);
    await views().change(id, { name: '等发布' }, mine);
    const changed = await views().change(id, { filters: { state: 'approved', clock: 'week' } }, mine);
    expect(changed.items[0]).toEqual({ id, name: '等发布', filters: { state: 'approved', clock: 'week' } });
    expect((await views().setFirst(id, mine)).first).toBe(id);
    expect((await views().setFirst('waiting', mine)).first).toBe('waiting');
    await views().setFirst(id, mine);
    expect(await views().remove(id, mine)).toMatchObject({ first: null, items: [{ name: '有冲突的' }] });
    expect(await refused(views().setFirst('nothing', mine))).toEqual(['viewNotFound']);
  });

  test('hold only filters that the list understands', () => {
    const kept = (filters: object) => keepViewSchema.safeParse({ name: '视图', filters }).success;
    expect(kept({ state: 'draft', mine: 'drafted', from: '2026-11-01' })).toBe(true);
    for (const filters of [{ state: 'unheard' }, { page: '2' }, { from: '2026-02-30' }, { clock: '' }])
      expect(kept(filters)).toBe(false);
  });
});

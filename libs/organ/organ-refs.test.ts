import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { organRefs } from './organ-refs.sql.js';

onEachEngine('the names of organs', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  test('are those that were asked for; one that is gone goes by its id, one that nobody asked for is a fault', async () => {
    const { queries } = opened.database;
    const known = (await city.cases.organs.all(queries)).find(({ id }) => id === 'water');
    const organ = await organRefs(queries, ['water', 'water', 'dissolved']);
    expect(organ('water')).toEqual({ id: 'water', name: known?.name, shortName: known?.shortName });
    expect(organ('dissolved').name).toBe('dissolved');
    expect(() => organ('office')).toThrow('not asked for');
    expect(await organRefs(queries, [])).toBeInstanceOf(Function);
    expect((await organRefs(queries))('office').name).not.toBe('office');
  });
});

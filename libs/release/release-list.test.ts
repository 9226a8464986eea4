import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

onEachEngine('the list of releases', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  test('is in the order of the times that it shows, whatever was touched last', async () => {
    const { queries } = opened.database;
    const draft = await aRelease(city).by('water').drafted();
    city.clock.travel(3_600_000);
    const released = await aRelease(city).by('transport').drafted();
    city.clock.travel(3_600_000);
    const scheduled = await aRelease(city).by('emergency').drafted();
    const set = (id: string, change: object) =>
      queries.updateTable('release').set(change).where('id', '=', id).execute();
    await set(released.release.id, { state: 'released', released_at: new Date('2026-11-14T10:00:00+08:00') });
    await set(scheduled.release.id, {
      state: 'scheduled',
      scheduled_at: new Date('2026-12-01T09:00:00+08:00'),
    });
    const { items } = await city.cases.listing.page(queries, { all: true }, { page: 1, pageSize: 10 });
    expect(items.map(({ id }) => id)).toEqual([scheduled.release.id, draft.release.id, released.release.id]);
  });
});

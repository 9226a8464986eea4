import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { aCity, type City } from '../support/a-city.js';
import { aRelease } from '../support/a-release.js';
import { onPostgres, type TestDatabase } from '../support/engines.js';

onPostgres('whoever writes findings', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  test('may name a release that somebody holds who waits to write findings too', async () => {
    const { release } = await aRelease(city).drafted();
    const { database } = opened;
    const { findings, releases } = city.cases;
    const held = Promise.withResolvers<void>();
    const inLine = Promise.withResolvers<void>();
    const publishing = database.transaction(async (queries) => {
      await releases.lock(queries, release.id);
      held.resolve();
      await inLine.promise;
      await findings.lockAll(queries);
    });
    const ruling = database.transaction(async (queries) => {
      await findings.lockAll(queries);
      await held.promise;
      inLine.resolve();
      // Until the other one waits for the lock that is held here.
      for (let waits = 0; waits === 0;) {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from pg_locks where locktype = 'advisory' and not granted`.execute(queries);
        waits = rows[0]?.n ?? 0;
      }
      // As the server asks when a row that names the release is inserted.
      await sql`select 1 from only release where id = ${release.id} for key share`.execute(queries);
    });
    await expect(Promise.all([publishing, ruling])).resolves.toBeDefined();
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { onPostgres, type TestDatabase } from '../../test/support/engines.js';
import { troubleOf } from './trouble.js';

onPostgres('two who wait for each other', (open) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.drop());

  test('are let go by the server, one of them with nothing done, and it is told as such', async () => {
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const takes = (first: number, second: number): Promise<void> =>
      opened.database.transaction(async (queries) => {
        await sql`select pg_advisory_xact_lock(4711, ${first}::int)`.execute(queries);
        both[first]?.resolve();
        await Promise.all(both.map(({ promise }) => promise));
        await sql`select pg_advisory_xact_lock(4711, ${second}::int)`.execute(queries);
      });
    const ends = await Promise.allSettled([takes(0, 1), takes(1, 0)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = ends.find((end) => end.status === 'rejected');
    expect(troubleOf(refused?.reason)).toBe('contended');
  });
});

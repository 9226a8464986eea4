import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CompiledQuery, sql } from 'kysely';
import { askedOnce } from './asked-once.js';
import type { Database } from './database.js';
import { emptyHouse } from '../../test/support/empty-house.js';

let database: Database;
beforeAll(async () => {
  database = await emptyHouse();
});
afterAll(() => database.close());

const issuers = (queries: Database['queries'], subject: string) =>
  queries.selectFrom('statutory_issuer').select('basis').where('subject', '=', subject).execute();
const enter = (subject: string) =>
  database.queries
    .insertInto('statutory_issuer')
    .values({ subject, organ_ids: sql`'[]'::jsonb`, basis: `${subject}法` })
    .execute();

test('the same question gets the answer that it got first, another one its own', async () => {
  const page = askedOnce(database.queries);
  expect(await issuers(page, '气象')).toEqual([]);
  await enter('气象');
  await enter('地震');
  expect(await issuers(page, '气象')).toEqual([]);
  expect(await issuers(page, '地震')).toEqual([{ basis: '地震法' }]);
  expect(await issuers(askedOnce(database.queries), '气象')).toEqual([{ basis: '气象法' }]);
});

test('parts that ask at the same moment share the answer', async () => {
  const page = askedOnce(database.queries);
  const ask = () => sql<{ at: Date }>`select clock_timestamp() as at`.execute(page);
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(one.rows).toEqual(other.rows);
});

test('nothing is written through it', async () => {
  const page = askedOnce(database.queries);
  for (const statement of [
    'delete from organ',
    'insert into organ default values',
    'with gone as (delete from organ returning id) select id from gone',
  ])
    await expect(page.executeQuery(CompiledQuery.raw(statement))).rejects.toThrow('a page only reads');
  await expect(page.transaction().execute(async () => 1)).rejects.toThrow('no transaction');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { json, type Database } from '@koujing/database';
import { aCity } from '../../test/support/a-city.js';
import { emptyHouse } from '../../test/support/empty-house.js';
import { ConsentStore } from './consent-store.sql.js';

const store = new ConsentStore();
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 1, minute));
const consent = {
  ...{ digest: 'd', sessionId: 's', personId: 'transport-drafter', accountId: 'weibo' },
  until: at(10),
};
const untouched = { breaker: 'closed', breaker_failures: 0, settings: json({}) };
let database: Database;

beforeAll(async () => {
  database = await emptyHouse();
  await aCity(database);
  await database.queries
    .insertInto('account')
    .values({ id: 'weibo', channel: 'weibo', name: '微博', enabled: true, ...untouched })
    .execute();
});
afterAll(() => database.close());

test('it is taken by nobody else, in no other session, and once', async () => {
  await store.begin(database.queries, consent, at(0));
  const take = (changes: object = {}) => store.take(database.queries, { ...consent, ...changes }, at(10));
  expect([await take({ sessionId: 'another' }), await take({ personId: 'water-drafter' })]).toEqual([
    null,
    null,
  ]);
  expect([await take({ digest: 'made-up' }), await take(), await take()]).toEqual([null, 'weibo', null]);
});

test('after its ten minutes it is taken no more, and goes when the next sets out', async () => {
  await store.begin(database.queries, consent, at(0));
  expect(await store.take(database.queries, consent, at(11))).toBeNull();
  await store.begin(database.queries, { ...consent, digest: 'next', until: at(21) }, at(11));
  const left = await database.queries.selectFrom('consent').select('digest').execute();
  expect(left).toEqual([{ digest: 'next' }]);
});

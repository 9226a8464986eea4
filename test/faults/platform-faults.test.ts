import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { wechatErrors } from '../../libs/channels/wechat/wechat-errors.js';
import { weiboErrors } from '../../libs/channels/weibo/weibo-errors.js';
import { FaultHouse } from './fault-house.js';
import type { FaultRow } from './fault-row.js';
import { switchRows } from './switch-rows.js';
import { wechatCodes, wechatDoneRows, wechatRows } from './wechat-rows.js';
import { weiboCodes, weiboDoneRows, weiboRows } from './weibo-rows.js';

let house: FaultHouse;
beforeAll(async () => {
  house = await FaultHouse.open();
});
afterEach(() => house.newDay());
afterAll(() => house.close());

const play = async ({ account, faults, expected }: FaultRow): Promise<void> => {
  for (const fault of faults) house.sandbox.faults.add(fault);
  const ending = await house.publish(account);
  expect({
    ends: ending.row.state,
    posted: ending.posted,
    told: ending.told,
    fix: expected.ends === 'delivered' ? null : ending.row.fix,
    field: ending.row.field,
    stops: ending.stopped,
    doubled: ending.doubles.length > 0,
  }).toEqual({
    ends: expected.ends,
    posted: expected.posted,
    told: expected.told,
    fix: expected.fix ?? null,
    field: expected.field ?? null,
    stops: expected.stops ?? false,
    doubled: expected.doubled ?? false,
  });
  expect(ending.waitedMs).toBeGreaterThanOrEqual(expected.waitsMs ?? 0);
  if (expected.ends !== 'delivered') expect(ending.row.told?.persons.length).toBe(expected.told.length);
  if (expected.stops === true) await resumed(account, ending.row.releaseId);
};

/** Once an operator has been there, the account works and what it refused goes out, once. */
const resumed = async (account: FaultRow['account'], releaseId: string): Promise<void> => {
  house.sandbox.faults.clear();
  await house.mend(account);
  await house.resume(account);
  const again = await house.follow(releaseId, account);
  expect([again.row.state, again.posted, again.doubles]).toEqual(['delivered', 1, []]);
};

const plays = (title: string, rows: readonly FaultRow[]): void =>
  describe(title, () => {
    for (const row of rows) test(`${row.name} ${row.says} → ${row.expected.ends}`, () => play(row));
  });

plays('WeChat answers', [...wechatRows, ...wechatDoneRows]);
plays('Weibo answers', [...weiboRows, ...weiboDoneRows]);
plays('a switch of the sandbox', switchRows);

test('every code of A8 and B5 that the channels know has its row', () => {
  expect([...wechatErrors.keys()].sort()).toEqual([...wechatCodes].sort());
  expect([...weiboErrors.keys()].sort()).toEqual([...weiboCodes].sort());
});

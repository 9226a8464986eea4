import { expect, test } from '@jest/globals';
import { tellsOf } from './tells-of.js';

const incident = {
  title: '青石桥隧道坍塌事故',
  place: '滨海市东港区青石桥隧道',
  occurredAt: new Date('2026-11-23T08:00:00+08:00'),
};
const says = (body: string, title = '情况说明', at = '2026-11-24T09:00:00+08:00'): boolean =>
  tellsOf(incident, { title, body, at: new Date(at) });

test('a text that names place, event and day of an incident tells of it, however the day is written', () => {
  expect(says('11月23日8时许，青石桥隧道发生坍塌。')).toBe(true);
  expect(says('昨日上午，青石桥隧道发生一起事故，正在抢修。')).toBe(true);
  expect(says('记者问：二〇二六年十一月二十三日发生了什么？答：青石桥隧道一段坍塌。')).toBe(true);
});

test('without its place, its event or its day in one breath it does not', () => {
  for (const body of [
    '11月23日8时许，青石桥隧道恢复双向通行。',
    '11月23日8时许，南苑小区围墙坍塌。',
    '11月20日8时许，青石桥隧道发生坍塌。',
    '青石桥隧道坍塌原因的调查报告已经完成。',
    '11月23日，市教育局召开会议。会议部署了冬季工作。青石桥隧道设计上考虑了防坍塌。',
    '11月23日，东港区发生一起事故。',
  ])
    expect([body, says(body)]).toEqual([body, false]);
});

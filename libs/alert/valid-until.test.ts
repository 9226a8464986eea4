import { expect, test } from '@jest/globals';
import { civilTime } from '@koujing/kernel';
import { validUntil } from './valid-until.js';

const sentAt = new Date('2026-11-23T15:00:00+08:00');
const until = (text: string): string | null => {
  const end = validUntil(text, sentAt);
  return end === null ? null : civilTime(end).slice(0, 16);
};

test.each([
  ['预计未来3小时东山区降雨量将达50毫米以上，雷电强。', '2026-11-23T18:00'],
  ['预计未来6至12小时内有强降雨。', '2026-11-24T03:00'],
  ['2小时内可能出现雷雨大风。', '2026-11-23T17:00'],
  ['今后2天持续低温，请注意防寒。', '2026-11-25T15:00'],
  ['预计23日20时至24日8时，本市沿海有8级大风。', '2026-11-24T08:00'],
  ['11月23日至25日本市森林火险等级高，请勿携带火种进山。', '2026-11-26T00:00'],
  ['本预警有效期至11月24日12时。', '2026-11-24T12:00'],
  ['预计今天夜间到明天上午大部有中到大雪。', '2026-11-25T00:00'],
  ['预计今天夜间有雾。', '2026-11-24T08:00'],
  ['预计24日有寒潮；26日8时至18时风力增大。', '2026-11-26T18:00'],
])('%s holds until %s', (text, end) => {
  expect(until(text)).toBe(end);
});

test.each([
  '市气象台11月23日15时发布暴雨橙色预警信号，请市民减少外出。',
  '截至11月23日14时，已转移群众120人。',
  '11月20日至22日累计降雨80毫米，土壤含水饱和。',
  '发现火情请拨打12119。',
])('%s says no end', (text) => {
  expect(until(text)).toBeNull();
});

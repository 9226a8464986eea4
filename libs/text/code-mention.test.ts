import { expect, test } from '@jest/globals';
import { codesIn } from './code-mention.js';
import { normalise } from './normalise.js';
import { statesIn } from './state-word.js';

const values = (text: string): string[] =>
  codesIn(normalise(text).text).map((code) => `${code.kind} ${code.about}${code.value}`);

test.each([
  ['咨询电话：0571-88889999', ['phone 057188889999']],
  ['拨打12345', ['phone 12345']],
  ['捐赠热线:8555 1230', ['phone 85551230']],
  ['打电话8277 6001报名', ['phone 82776001']],
  ['登录 mz.example.gov.cn/yuyue 预约', ['url mz.example.gov.cn/yuyue']],
  ['手机13800000000', ['phone 13800000000']],
  ['暴雨橙色预警信号', ['warningColour 暴雨橙']],
  ['橙色高温预警', ['warningColour 高温橙']],
  ['防汛Ⅲ级应急响应', ['responseLevel 防汛3']],
  ['启动一级响应', ['responseLevel 1']],
  ['防汛1级应急响应', ['responseLevel 防汛1']],
  ['4.2级地震', ['magnitude 4.2']],
  ['里氏5级', ['magnitude 5.0']],
  ['临政发〔2026〕12号', ['documentNumber 临政发〔2026〕12号']],
])('%s holds %j', (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each([
  '共8555 1230户',
  '邮箱 a@example.gov.cn',
  '共12345人',
  '8级大风',
  '一级建造师',
  '红色教育',
  '2026年12月',
])('%s holds no code', (text) => {
  expect(values(text)).toEqual([]);
});

test('words of one group with other signs exclude each other', () => {
  expect(statesIn('灯会取消').map((state) => [state.group, state.sign])).toEqual([['operation', -1]]);
  expect(statesIn('灯会照常举行').map((state) => [state.group, state.sign])).toEqual([['operation', 1]]);
});

test.each(['不断完善', '无人机', '未来三天', '下落不明', '不得不停留'])('%s denies nothing', (text) => {
  expect(statesIn(text).filter((state) => state.group === 'negation')).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { namedApart, namedThingsIn } from './named-things.js';

const apart = (one: string, other: string): boolean => namedApart(namedThingsIn(one), namedThingsIn(other));

test.each([
  ['地铁2号线停运检修', '地铁3号线开通'],
  ['文昌大桥封闭维修', '望江大桥夜间封闭'],
  ['市第一人民医院门诊调整', '市第二人民医院门诊调整'],
  ['市一中招生说明会', '市二中招生说明会'],
  ['流感疫苗开打', '水痘疫苗开打'],
])('%s and %s are two things', (one, other) => {
  expect(apart(one, other)).toBe(true);
});

test.each([
  ['地铁2号线停运检修', '2号线检修期间公交接驳'],
  ['文昌大桥封闭维修', '文昌桥维修绕行'],
  ['市第一人民医院门诊调整', '一座大桥开工'],
  ['辖区小学停课', '各小学照常上课'],
])('%s and %s may be one', (one, other) => {
  expect(apart(one, other)).toBe(false);
});

test('hostile text costs no more than its length', () => {
  expect(namedThingsIn('号线桥路'.repeat(20_000)).length).toBeLessThan(10);
});

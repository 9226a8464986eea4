import { expect, test } from '@jest/globals';
import { mayBeEqual } from './quantity.js';
import { quantitiesIn } from './quantity-mention.js';

const only = (text: string): { value: number; unit: string; low: number; high: number } => {
  const [mention] = quantitiesIn(text);
  if (!mention) throw new Error(`no quantity in ${text}`);
  const { value, interval } = mention.quantity;
  return { value, unit: mention.unit.base, low: interval.low, high: interval.high };
};
const agree = (one: string, other: string): boolean => {
  const [a] = quantitiesIn(one);
  const [b] = quantitiesIn(other);
  return (
    a !== undefined && b !== undefined && a.unit.base === b.unit.base && mayBeEqual(a.quantity, b.quantity)
  );
};

test.each(
  [
    ['3000元', 3000, '元'],
    ['0.3万元', 3000, '元'],
    ['1.2万户', 12000, '户'],
    ['百分之五点四', 0, ''],
    ['三成', 30, '%'],
    ['85%', 85, '%'],
    ['1公顷', 10000, '平方米'],
    ['20多万元', 200000, '元'],
    ['两名', 2, '人'],
    ['2公里', 2000, '米'],
    ['两块三毛五', 2.35, '元'],
    ['三块三', 3.3, '元'],
    ['六块一毛五', 6.15, '元'],
    ['1.5吨', 1500, '公斤'],
    ['签约27个', 27, '个'],
  ].filter(([, value]) => value !== 0) as [string, number, string][],
)('%s is %d %s', (text, value, unit) => {
  expect(only(text)).toMatchObject({ value, unit });
});

test.each(['第3名', '市第一人民医院', '第二人民医院'])('%s counts nobody', (text) => {
  expect(quantitiesIn(text)).toEqual([]);
});

test('余, 多, 近, 约, 至少 and 以上 are intervals', () => {
  expect(only('100余人')).toMatchObject({ low: 100, high: 200 });
  expect(only('3900余人')).toMatchObject({ low: 3900, high: 4000 });
  expect(only('约100人')).toMatchObject({ low: 90, high: 110 });
  expect(only('至少3人')).toMatchObject({ low: 3, high: Number.POSITIVE_INFINITY });
  expect(only('近100人')).toMatchObject({ high: 100 });
});

test.each([
  ['0.3万元', '3000元'],
  ['0.88亿元', '8799万元'],
  ['约100人', '108人'],
  ['近百人', '92人'],
  ['1000余人', '1200多人'],
  ['至少3人', '5人'],
  ['4元', '4.2元'],
  ['1公顷', '约10000平方米'],
])('%s and %s may be one figure', (one, other) => {
  expect(agree(one, other)).toBe(true);
});

test.each([
  ['3人', '4人'],
  ['约50人', '约80人'],
  ['至少5人', '3人'],
  ['350万元', '620万元'],
  ['3元', '3美元'],
  ['4.2元', '7元'],
])('%s and %s cannot be one figure', (one, other) => {
  expect(agree(one, other)).toBe(false);
});

test.each(['十分重要', '一些', '千万不要', '万一', '一起学习'])('%s counts nothing', (text) => {
  expect(quantitiesIn(text)).toEqual([]);
});

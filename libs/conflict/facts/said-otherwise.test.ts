import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { saidOtherwise } from './said-otherwise.js';

let count = 0;
const told = (organ: string, at: string, title: string, body: string): ReleaseText => ({
  id: `${(count += 1)}`,
  organ,
  title,
  body,
  publishedAt: `2026-11-${at}:00+08:00`,
});
const between = (one: string, other: string, titles = ['有关事项公告', '居民请看']): readonly string[] =>
  saidOtherwise(
    told('云川市商务局', '18T09:00', titles[0] as string, one),
    told('东山区人民政府', '18T10:00', titles[1] as string, other),
  ).map(({ attribute, a, b }) => `${attribute}: ${a.value} × ${b.value}`);

test.each([
  ['the way in', '参观票通过“云川会展”APP预约。', '本次不开通网上预约，到社区领票。'],
  ['whoever is let in', '凡本市户籍的老人均可申领。', '申领不限户籍，60岁以上都可以。'],
  ['what is left out', '燃油车不在补贴范围。', '燃油车、新能源车都可以领补贴。'],
  ['the fee', '大件清运每件收费30元至80元。', '大件清运一律不收费。'],
  ['who must agree', '须经全体业主同意方可申报。', '三分之二以上业主同意即可申报。'],
  ['who runs it', '该校食堂由学校自主经营。', '该校食堂承包给一家餐饮公司。'],
  ['the road', '南湖大道全封闭施工。', '南湖大道半幅施工，车辆可以过。'],
  ['the day off', '市图书馆10月1日闭馆一天。', '市图书馆假期天天开放。'],
])('%s: what one denies or asks for, and the other offers, is told', (_, one, other) => {
  expect(between(one, other)).toHaveLength(1);
  expect(between(other, one)).toHaveLength(1);
});

test.each([
  ['who says both', '可网上预约，老人不接受网上预约的可到现场。', '现场领票，不开通网上预约。'],
  ['some only', '景区门票半价，60岁以上老人免票。', '60岁以上老人免票。'],
  ['closed, and open again later', '南湖大道双向中断。', '南湖大道已恢复双向通行。'],
  ['two roads', '南湖大道全封闭施工。', '滨江东路半幅施工。'],
  ['a warning of swindlers', '领券不收费。', '谨防冒充人员每件收费30元。'],
  ['both ask for it', '须经全体业主同意。', '全体业主签字同意后申报。'],
])('%s: nothing is told', (_, one, other) => {
  expect(between(one, other)).toEqual([]);
});

test('one thing held in two places is told, whatever they are called', () => {
  const titles = ['金桂招聘会公告', '金桂招聘会来了'];
  const at = (place: string): string => `金桂招聘会本周六在${place}举办。`;
  expect(between(at('市会展中心2号馆'), at('人民体育场西广场'), titles)).toEqual([
    'place: 市会展中心2号馆 × 人民体育场西广场',
  ]);
  expect(between(at('市会展中心2号馆'), at('云川会展中心'), titles)).toEqual([]);
  expect(between(at('市会展中心2号馆'), '金桂招聘会在全市各街道举办。', titles)).toEqual([]);
});

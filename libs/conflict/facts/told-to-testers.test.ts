import { expect, test } from '@jest/globals';
import { compareFacts } from './compare-facts.js';
import { conflicts, told } from './told-pair.js';

/** Each of these was once misread; the sentences are our own. */
test.each([
  [
    'cases at one school, its district named or not',
    '截至18日12时，柳塘区育林小学累计报告病例21例。',
    '截至18日12时，我区育林小学累计报告诺如病毒感染病例27例。',
    ['people: 21人 × 27人'],
  ],
  [
    'two halls of one works',
    '18日6时许，青山化工三车间发生爆燃。',
    '18日6时许，青山化工五车间发生爆燃。',
    ['place: 3车间 × 5车间'],
  ],
  [
    'two stretches of one motorway',
    '柳安高速北桥枢纽至河口收费站路段双向封闭。',
    '柳安高速河口收费站至南岗收费站路段双向封闭。',
    ['place: 北桥枢纽—河口收费站 × 南岗收费站—河口收费站'],
  ],
  [
    'a rumour that the next sentence denies, and the other states',
    '有网民发帖称“红旗大桥11月20日起封闭施工”。经核实，该消息不属实，红旗大桥不会封闭施工。',
    '自11月20日0时起，红旗大桥双向封闭施工，禁止一切车辆通行。',
    ['polarity'],
  ],
  [
    'what the weather did',
    '17日夜间，大风造成柳塘区80座蔬菜大棚受损。',
    '17日夜间，暴雪造成柳塘区80座蔬菜大棚受损。',
    ['hazard: 大风 × 暴雪'],
  ],
])('%s', (_, one, other, expected) => {
  const found = conflicts(one, other);
  expect(expected.every((each) => found.some((conflict) => conflict.startsWith(each)))).toBe(true);
});

test.each([
  [
    'a span to come is the moment of no count',
    '11月20日22时至11月21日6时，柳塘区停水。',
    '11月20日22时至11月21日9时，柳塘区停水。',
  ],
])('%s', (_, one, other) => {
  expect(conflicts(one, other)).toEqual(['time: 06:00 × 09:00']);
});

test.each([
  ['tickets of two kinds', '石岭景区门票每人60元。', '石岭景区观光车票每人20元。'],
  [
    'who is still treated is not who was hurt',
    '事故造成1人死亡、6人受伤。',
    '事故死亡人数增至2人，另有3人仍在医院治疗。',
  ],
  ['who lives in a village', '已疏散山脚村民152人。', '已疏散村民150余人。'],
])('%s', (_, one, other) => {
  expect(conflicts(one, other)).toEqual([]);
});

const later = (body: string) => ({ ...told('市水利局', '20T09:00', body), title: '抗旱工作动态' });
const earlier = {
  ...told('市水利局', '17T09:00', '抗旱咨询电话：0558-3301122。'),
  title: '市水利局启动干旱防御应急响应',
};

test('one organ’s line in a later text stands against its earlier one, unless it says that it changed', () => {
  const standing = (body: string): readonly string[] =>
    compareFacts(earlier, later(body)).flatMap(({ attribute, update }) =>
      update === true ? [] : [attribute],
    );
  expect(standing('抗旱咨询电话：0558-3301221。')).toEqual(['phone']);
  expect(standing('抗旱咨询电话调整为：0558-3301221。')).toEqual([]);
});

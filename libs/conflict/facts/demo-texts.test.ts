import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';

const r = (organ: string, at: string, title: string, body: string): ReleaseText => ({
  id: organ,
  organ,
  title,
  body,
  publishedAt: `2026-11-${at}:00+08:00`,
});

const found = (a: ReleaseText, b: ReleaseText): readonly string[] =>
  compareFacts(a, b)
    .filter(({ update }) => update !== true)
    .map((conflict) => `${conflict.attribute}: ${conflict.a.value} × ${conflict.b.value}`);

const pipe = r(
  '滨海市水务局',
  '24T08:40',
  '关于城区供水主管道抢修的通报',
  '11月24日5时20分许，建设路与人民路交叉口一处DN800供水主管道破裂，影响约1.2万户居民用水，预计当日18时前恢复供水。供水热线0000-8990110。',
);

test('two crossings and two counts of households told of one burst pipe are found', () => {
  const traffic = r(
    '滨海市公安局交通警察支队',
    '24T09:20',
    '关于建设路供水管道抢修期间临时交通管制的公告',
    '因建设路与解放路交叉口供水主管道破裂抢修，自11月24日5时40分起双向封闭。此次停水涉及居民2万余户，预计11月24日22时恢复通行。咨询电话：0000-8122122。',
  );
  expect(found(pipe, traffic)).toEqual(
    expect.arrayContaining([
      'count: 约12000户 × 逾20000户',
      'place: 人民路与建设路路口 × 建设路与解放路路口',
    ]),
  );
});

test('the hotlines of two organs, and the ends of two things, are not held against each other', () => {
  const traffic = r(
    '滨海市公安局交通警察支队',
    '24T09:20',
    '临时交通管制公告',
    '因供水管道抢修，建设路自11月24日5时40分起双向封闭，预计22时恢复通行。咨询电话：0000-8122122。',
  );
  expect(found(pipe, traffic)).toEqual([]);
});

test('two dates for the beginning of one heating period are found', () => {
  const housing = r(
    '滨海市住建局',
    '13T10:00',
    '关于冬季供热时间的通告',
    '供热期为12月1日零时至次年3月31日24时。',
  );
  const company = r(
    '市供热公司',
    '16T09:00',
    '关于今冬供热的公告',
    '今冬供热期为12月5日零时至次年3月31日24时。',
  );
  expect(found(housing, company)).toEqual(['date: 2026-12-01 × 2026-12-05']);
});

test('a response that starts and is lifted the next day is no contradiction', () => {
  const start = r(
    '市应急局',
    '10T20:00',
    '市防指启动防汛Ⅳ级应急响应',
    '市防汛抗旱指挥部决定自11月10日20时起启动防汛Ⅳ级应急响应。',
  );
  const lift = r(
    '市水务局',
    '11T12:00',
    '市防指解除防汛应急响应',
    '市防汛抗旱指挥部决定自11月11日12时起解除防汛应急响应。',
  );
  expect(found(start, lift)).toEqual([]);
});

test('the moment of an as-of phrase is not the moment of the event', () => {
  const first = r(
    '市应急局',
    '22T09:20',
    '爆燃事故通报',
    '11月22日5时40分许，宏远车间发生爆燃。截至11月22日8时，事故造成2人死亡、6人受伤。',
  );
  const air = r(
    '市生态环境局',
    '22T11:00',
    '周边环境监测',
    '爆燃事故发生后布设8个监测点。截至11月22日10时，各点位浓度均在正常范围。',
  );
  expect(found(first, air)).toEqual([]);
});

test('the whole city and one of its districts count two things', () => {
  const city = r(
    '市住建局',
    '19T09:30',
    '全市老旧小区改造完成',
    '今年全市计划改造老旧小区86个，涉及居民3.4万户，加装电梯57部。',
  );
  const west = r(
    '西岭区人民政府',
    '21T10:00',
    '西岭区老旧小区改造',
    '今年西岭区计划改造老旧小区17个，涉及居民6200户，加装电梯9部。',
  );
  expect(found(city, west)).toEqual([]);
});

test('levels are shown as official texts write them', () => {
  const four = r('市应急局', '10T20:00', '启动应急响应', '市防指决定自11月10日20时起启动防汛Ⅳ级应急响应。');
  const three = r('市水务局', '10T20:40', '启动应急响应', '市防指决定自11月10日20时起启动防汛三级应急响应。');
  expect(found(four, three)).toEqual(['responseLevel: 防汛Ⅳ级 × 防汛Ⅲ级']);
});

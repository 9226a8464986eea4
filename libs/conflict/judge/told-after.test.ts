import { expect, test } from '@jest/globals';
import { Detector } from '../detector.js';
import type { ReleaseText } from '../release-text.js';

const organs = [
  { name: '云川市体育局', level: 'city', remit: ['体育赛事'] },
  { name: '云川市人民政府新闻办公室', level: 'city', kind: 'government', remit: ['新闻发布'] },
  { name: '云川公交集团', level: 'city', kind: 'utility', remit: ['公交运营'] },
  { name: '云川地铁公司', level: 'city', kind: 'utility', remit: ['地铁运营'] },
  { name: '云川市防汛抗旱指挥部', level: 'city', area: '云川市', remit: ['防汛'] },
  { name: '东山县人民政府', level: 'county', area: '东山县', kind: 'government', remit: ['本县综合事务'] },
];
const release = (id: string, organ: string, at: string, text: readonly [string, string]): ReleaseText => ({
  id,
  organ,
  title: text[0],
  body: text[1],
  publishedAt: `2026-11-${at}:00+08:00`,
});
const kinds = (first: ReleaseText, second: ReleaseText): readonly string[] => {
  const detector = new Detector({ organs });
  detector.add(first);
  return detector.check(second).map(({ kind }) => kind);
};

const announced = release('a', '云川市体育局', '10T09:00', [
  '2026云川马拉松11月22日开跑',
  '2026云川马拉松将于11月22日7时30分在市民广场鸣枪起跑，赛事规模20000人。',
]);

test('who announced a thing and who tells how it went do not contradict each other, nor speak twice', () => {
  const over = release('b', '云川市人民政府新闻办公室', '22T14:00', [
    '2026云川马拉松顺利完赛',
    '今天上午，2026云川马拉松在市民广场鸣枪起跑，19036人出发，18427人完成比赛。',
  ]);
  expect(kinds(announced, over)).toEqual([]);
});

test('two who announce it do', () => {
  const again = release('b', '云川市人民政府新闻办公室', '11T14:00', [
    '2026云川马拉松11月22日鸣枪',
    '2026云川马拉松将于11月22日7时30分在市民广场鸣枪起跑，赛事规模22000人。',
  ]);
  expect(kinds(announced, again)).toEqual(expect.arrayContaining(['multiHeaded', 'inconsistent']));
});

test('the buses and the metro each tell how they run on one day', () => {
  const bus = release('a', '云川公交集团', '20T09:00', [
    '云川马拉松当天公交线路调整',
    '11月22日云川马拉松举办当天，途经赛道的42条公交线路5时30分至14时绕行。',
  ]);
  const metro = release('b', '云川地铁公司', '20T11:00', [
    '云川马拉松当天地铁提前发车',
    '11月22日云川马拉松举办当天，地铁1号线首班车5时30分发出，选手凭号码布免费乘车。',
  ]);
  expect(kinds(bus, metro)).toEqual([]);
});

test('the city and one of its counties each respond on their own level', () => {
  const city = release('a', '云川市防汛抗旱指挥部', '09T08:10', [
    '市防指启动防汛Ⅲ级应急响应',
    '市防汛抗旱指挥部决定自11月9日8时起启动全市防汛Ⅲ级应急响应。',
  ]);
  const county = release('b', '东山县人民政府', '09T10:20', [
    '东山县启动县级防汛Ⅱ级应急响应',
    '东山县防汛抗旱指挥部决定于11月9日10时启动东山县县级防汛Ⅱ级应急响应。',
  ]);
  expect(kinds(city, county)).toEqual([]);
});

test('a toll is no plan, whatever is said to be done next', () => {
  const first = release('a', '东山县人民政府', '10T09:00', [
    '东山县槐树镇仓库火灾情况通报',
    '11月10日3时，槐树镇一仓库发生火灾。截至10日8时，造成3人死亡、2人受伤，县里将伤者送医救治。',
  ]);
  const over = release('b', '云川市人民政府新闻办公室', '10T22:00', [
    '槐树镇仓库火灾救援已经结束',
    '11月10日3时，东山县槐树镇一仓库发生火灾，救援已全部结束。截至10日8时，火灾造成5人死亡、2人受伤。',
  ]);
  expect(kinds(first, over)).toContain('inconsistent');
});

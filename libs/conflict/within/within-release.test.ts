import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { withinRelease } from './within-release.js';

const release = (title: string, body: string, more: Partial<ReleaseText> = {}): ReleaseText => ({
  id: 'r1',
  organ: '云浦市应急管理局',
  title,
  body,
  publishedAt: '2026-11-23T16:00:00+08:00',
  ...more,
});

const facts = (one: ReleaseText, options?: Parameters<typeof withinRelease>[1]): readonly string[] =>
  (withinRelease(one, options)?.facts ?? []).map(
    ({ attribute, a, b }) => `${attribute}: ${a.value} × ${b.value}`,
  );

test.each([
  [
    'the toll of the title is not the body’s',
    '仓库火灾已致4人死亡',
    '11月23日，东港路仓库起火，事故造成3人死亡、2人受伤。',
    ['deaths: 4人 × 3人'],
  ],
  [
    'more are badly and lightly hurt than are hurt',
    '公交车碰撞事故',
    '11月23日7时30分，一辆公交车与小客车相撞，共造成3人受伤。伤者中1人重伤、3人轻伤，均已送医。',
    ['injured: 3人 × 1人重伤、3人轻伤，合计4人'],
  ],
  [
    'the colour of the title is not the body’s',
    '市气象台发布暴雨红色预警',
    '市气象台11月23日15时发布暴雨橙色预警信号。',
    ['warningColour: 暴雨红色 × 暴雨橙色'],
  ],
  [
    'the level of the title is not the body’s',
    '我市启动防汛Ⅱ级应急响应',
    '市防指决定于11月23日16时启动防汛Ⅲ级应急响应。',
    ['responseLevel: 防汛Ⅱ级 × 防汛Ⅲ级'],
  ],
  [
    'the casualties are not the dead and the hurt',
    '事故通报',
    '事故造成8人伤亡，其中2人死亡、5人受伤。',
    ['people: 8人 × 2人死亡、5人受伤，合计7人'],
  ],
  [
    'the weekday is another day’s',
    '停水通知',
    '定于2026年11月26日（星期五）8时至18时停水。',
    ['date: 2026-11-26（星期四） × 星期五'],
  ],
])('%s: one finding that names the one release', (_, title, body, expected) => {
  const one = release(title, body);
  expect(facts(one)).toEqual(expected);
  expect(withinRelease(one)).toMatchObject({ kind: 'inconsistent', releases: ['r1'], severity: 'warn' });
});

test('districts that come to more than the whole are found', () => {
  const body = '截至18时，全市新增流感病例20例，其中青溪区12例、龙台区7例、石梁县4例。';
  expect(facts(release('流感情况', body))).toEqual(['people: 20人 × 各项合计23人']);
});

test.each([
  ['a rounded headline', '近万户居民恢复供水', '截至16时，9862户居民恢复供水。'],
  ['the right weekday', '停水通知', '定于2026年11月26日（星期四）8时至18时停水。'],
  ['casualties that add up', '事故通报', '事故造成8人伤亡，其中2人死亡、6人受伤。'],
  ['some districts of the whole', '流感情况', '全市新增流感病例20例，其中青溪区12例、龙台区7例。'],
  ['the day of issue in the title', '11月23日流感疫情通报', '11月22日0时至24时，全市新增流感病例20例。'],
  [
    'a warning raised',
    '市气象台将暴雨橙色预警升级为红色',
    '11月23日15时，市气象台将暴雨橙色预警信号升级为暴雨红色预警信号。',
  ],
  ['the same toll in other words', '仓库火灾致3死2伤', '事故造成三人遇难、两人受伤。'],
  ['a street and its district', '东港路仓库起火', '青溪区东港路一仓库起火，无人员伤亡。'],
])('%s is no slip', (_, title, body) => {
  expect(withinRelease(release(title, body))).toBeUndefined();
});

const notice = release(
  '停水通知',
  '11月26日8时至18时，东港路沿线停水，影响用户3200户，咨询电话：0768-2210011。',
);

test('a rendition with another hour is found and named', () => {
  const weibo = { name: '微博', text: '【停水通知】11月26日8时至20时，东港路沿线停水，影响用户3200户。' };
  const found = withinRelease(notice, { companions: [weibo] })?.facts ?? [];
  expect(found.map(({ attribute, b }) => [attribute, b.value, b.source])).toEqual([
    ['time', '20:00', '微博'],
  ]);
});

test('a rendition that is shorter, in other notation, or only a part is no slip', () => {
  const companions = [
    { name: '微博', text: '11月26日上午8点到下午6点，东港路停水。' },
    { name: '微信', title: '东港路停水', text: '影响3200户，请提前储水。' },
  ];
  expect(withinRelease(notice, { companions })).toBeUndefined();
});

test('an attachment with another telephone number is found', () => {
  const annex = { name: '附件1', text: '停水范围：东港路沿线。咨询电话：0768-2210017。' };
  expect(facts(notice, { companions: [annex] })).toEqual(['phone: 07682210011 × 07682210017']);
});

const toll = (id: string, dead: number, more = '') =>
  release('事故续报', `截至11月23日15时，事故造成${dead}人死亡。${more}`, { id });

test('a toll that falls from one version to the next without a word is found', () => {
  expect(facts(toll('r2', 3), { earlier: [toll('r1', 5)] })).toEqual(['deaths: 5人 × 3人']);
});

test('a toll that falls and says why, or rises, is no slip', () => {
  expect(facts(toll('r2', 3, '经核实，此前统计有重复，予以订正。'), { earlier: [toll('r1', 5)] })).toEqual(
    [],
  );
  expect(facts(toll('r2', 6), { earlier: [toll('r1', 5)] })).toEqual([]);
});

test('of what goes out with a release only the head is read, however long it is', () => {
  const said = release('仓库火灾情况', '11月23日，东港路仓库起火，事故造成3人死亡、2人受伤。');
  const far = `${'请各单位认真落实安全责任。'.repeat(900)}事故造成4人死亡、2人受伤。`;
  const near = '事故造成4人死亡、2人受伤。';
  expect(facts(said, { companions: [{ name: '附件《通报》', text: near }] })).toEqual(['deaths: 3人 × 4人']);
  expect(facts(said, { companions: [{ name: '附件《通报》', text: far }] })).toEqual([]);
});

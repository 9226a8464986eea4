import { describe, expect, test } from '@jest/globals';
import type { AgreedLine, FactAttribute } from '@koujing/matter';
import type { ReleaseText } from '../release-text.js';
import { departure, type AgreedMatter } from './departures.js';
import { ReadLine } from './line-fact.js';

const line = (attribute: FactAttribute, value: string, more: Partial<AgreedLine> = {}): AgreedLine => ({
  id: `${attribute}-1`,
  lineId: attribute,
  matterId: 'fire',
  version: 1,
  attribute,
  about: '',
  value,
  unit: '',
  asOf: null,
  ownerOrganId: 'emergency',
  retired: false,
  reason: '',
  changedBy: 'someone',
  changedAt: new Date('2026-11-23T08:00:00+08:00'),
  ...more,
});

const agreed = (...lines: AgreedLine[]): AgreedMatter => ({
  matter: { id: 'fire', title: '和平路火灾', openedAt: new Date('2026-11-23T06:00:00+08:00') },
  lines,
  organName: () => '滨海市应急管理局',
});

const says = (body: string, title = '关于和平路火灾的情况通报'): ReleaseText => ({
  id: 'release',
  organ: '东山区人民政府',
  title,
  body,
  publishedAt: '2026-11-23T10:00:00+08:00',
});

const asOf8 = { asOf: new Date('2026-11-23T08:00:00+08:00') };

/** What is told, the line, and a text that departs from it. */
const departing: readonly (readonly [string, AgreedLine, string])[] = [
  ['another death toll', line('deaths', '2', { unit: '人' }), '火灾造成3人死亡，伤者已送医。'],
  ['the toll in other words', line('deaths', '2'), '事故已致三名人员遇难。'],
  ['a toll older than the line', line('deaths', '4', asOf8), '截至11月23日7时，事故造成2人死亡。'],
  ['another day', line('date', '11月26日', { about: '开工时间' }), '该项目定于11月25日开工。'],
  ['another hour', line('time', '22时', { about: '停水' }), '11月25日20时起停水，请提前储水。'],
  ['another sum', line('amount', '12.5', { about: '总投资', unit: '亿元' }), '项目总投资11亿元，工期两年。'],
  ['another share', line('percent', '5.2', { about: '同比增长' }), '全市生产总值同比增长4.8%。'],
  ['another number', line('phone', '0571-96390', { about: '咨询电话' }), '咨询电话：0571-88990011。'],
  ['another colour', line('warningColour', '橙色', { about: '暴雨' }), '市气象台发布暴雨红色预警信号。'],
  ['another level', line('responseLevel', 'III', { about: '防汛' }), '市防指启动防汛二级应急响应。'],
  ['another cause', line('cause', '电气线路短路'), '经查，起火原因系违规动火施工。'],
  ['more cases', line('cases', '3', { about: '确诊病例' }), '全市报告确诊病例5例。'],
];

/** The same lines, and texts that keep to them or speak of something else. */
const keeping: readonly (readonly [string, AgreedLine, string])[] = [
  ['the same toll in other notation', line('deaths', '2'), '火灾造成两人死亡。'],
  ['at least as many', line('deaths', '2'), '火灾造成至少2人死亡。'],
  ['a later as-of time', line('deaths', '2', asOf8), '截至11月23日10时，事故造成3人死亡。'],
  ['a part of the toll', line('deaths', '2'), '火灾造成2人死亡，其中1人为消防员。'],
  ['the toll of an earlier year', line('deaths', '2'), '火灾造成2人死亡。2019年5月3日，该路段曾有5人死亡。'],
  ['another count', line('deaths', '2'), '火灾造成6人受伤。'],
  ['the same day', line('date', '11月26日', { about: '开工时间' }), '该项目定于11月26日开工。'],
  ['the day of something else', line('date', '11月26日', { about: '开工时间' }), '该项目11月20日通过评审。'],
  ['the same sum in other units', line('amount', '0.3', { about: '补助', unit: '万元' }), '每户补助3000元。'],
  ['another sum', line('amount', '12.5', { about: '总投资', unit: '亿元' }), '已拨付资金2亿元。'],
  [
    'another line of telephones',
    line('phone', '0571-96390', { about: '咨询电话' }),
    '抢修热线：0571-88990011。',
  ],
  ['newly reported cases', line('cases', '30', { about: '累计确诊病例' }), '昨日新增确诊病例5例。'],
];

describe('a release on a matter', () => {
  test.each(departing)('departs from the agreed line with %s', (_, agreedLine, body) => {
    const finding = departure(says(body), agreed(agreedLine));
    expect(finding?.facts.map(({ attribute }) => attribute)).toEqual([agreedLine.attribute]);
    const [fact] = finding?.facts ?? [];
    const text = `关于和平路火灾的情况通报\n${body}`;
    expect(body).toContain(text.slice(fact?.b.start, fact?.b.end));
    expect(finding?.explanation).toContain('滨海市应急管理局');
  });

  test.each(keeping)('keeps to the agreed line with %s', (_, agreedLine, body) => {
    expect(departure(says(body), agreed(agreedLine))).toBeUndefined();
  });

  test('is told both values and the line in words', () => {
    const finding = departure(says('事故造成3人死亡、6人受伤。'), agreed(line('deaths', '2', asOf8)));
    expect(finding).toMatchObject({
      kind: 'inconsistent',
      severity: 'block',
      releases: ['release'],
      matter: 'fire',
    });
    const [fact] = finding?.facts ?? [];
    expect([fact?.a.value, fact?.b.value]).toEqual(['2人', '3人']);
    expect(fact?.a.text).toBe('口径（滨海市应急管理局）：截至2026年11月23日8时，死亡2人');
    expect(fact?.b.text).toContain('3人死亡');
  });

  test('is told a departure in title and body once', () => {
    const finding = departure(
      says('火灾造成3人死亡。', '和平路火灾已致3人死亡'),
      agreed(line('deaths', '2')),
    );
    expect(finding?.facts).toHaveLength(1);
  });
});

describe('an agreed line', () => {
  const reader = new ReadLine();
  const stated = (attribute: FactAttribute, about: string, value: string, unit = '') => ({
    ...{ attribute, about, value, unit, asOf: null },
  });

  test.each([
    stated('deaths', '', '两', '人'),
    stated('date', '开工时间', '11月26日'),
    stated('time', '停水', '22时30分'),
    stated('amount', '总投资', '12.5', '亿元'),
    stated('place', '集合地点', '东山区'),
    stated('url', '报名网址', 'https://www.example.gov.cn/bm'),
    stated('documentNumber', '文号', '滨政发〔2026〕12号'),
    stated('magnitude', '', '4.5'),
    stated('polarity', '马拉松', '取消'),
  ])('is taken where the grammar reads it: $attribute $value', (line) => {
    expect(reader.reasons(line)).toEqual([]);
  });

  test.each([
    stated('deaths', '', '很多'),
    stated('date', '开工时间', '近期'),
    stated('time', '停水', '适时'),
  ])('is refused where nothing could be held against it: $attribute $value', (line) => {
    expect(reader.reasons(line)[0]).toMatchObject({ code: 'lineUnreadable', field: 'value' });
  });
});

import { expect, test } from '@jest/globals';
import { check, ofKind, release } from './city.js';

const notice =
  '为保障管网安全，云川水务集团定于11月21日22时至22日6时对西河区和平路DN400供水管进行阀门更换，届时和平路沿线3200户居民用水将受影响，请提前储水。恢复供水后如有浑浊，请打开水龙头放水片刻。服务热线：0429-2233445。';
const title = '西河区和平路计划停水公告';

test('the same text by another organ without attribution is a duplicate that blocks, not also multi-headed', () => {
  const findings = check([
    release('a', '20 09:00', { organ: '云川水务集团', title, body: notice }),
    release('b', '20 12:00', { organ: '西河区人民政府', title, body: notice }),
  ]);
  expect(findings.map(({ kind, releases, severity }) => ({ kind, releases, severity }))).toEqual([
    { kind: 'duplicate', releases: ['a', 'b'], severity: 'block' },
  ]);
});

test('the same text again by the same organ is a duplicate', () => {
  const findings = check([
    release('a', '20 09:00', { organ: '云川水务集团', title, body: notice }),
    release('b', '20 18:00', { organ: '市水务集团', title: `【提醒】${title}`, body: notice }),
  ]);
  expect(ofKind(findings, 'duplicate')).toEqual(['duplicate: a b']);
});

test('a lightly edited copy with no new fact is a duplicate', () => {
  const findings = check([
    release('a', '20 09:00', { organ: '云川水务集团', title, body: notice }),
    release('b', '20 12:00', {
      organ: '西河区人民政府',
      title: '和平路计划停水公告',
      body: notice.replace('请提前储水', '请做好储水准备').replace('放水片刻', '适当放水'),
    }),
  ]);
  expect(ofKind(findings, 'duplicate')).toEqual(['duplicate: a b']);
});

test('a copy that asks the same in another word is a duplicate', () => {
  const asked = (words: string): string => `${notice}停水期间${words}打开阀门或者靠近作业坑。`;
  const findings = check([
    release('a', '20 09:00', { organ: '云川水务集团', title, body: asked('请不要') }),
    release('b', '20 12:00', { organ: '西河区人民政府', title, body: asked('请勿') }),
  ]);
  expect(ofKind(findings, 'duplicate')).toEqual(['duplicate: a b']);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('three copies are one finding', () => {
  const findings = check([
    release('a', '20 09:00', { organ: '云川水务集团', title, body: notice }),
    release('b', '20 12:00', { organ: '西河区人民政府', title, body: notice }),
    release('c', '20 13:00', { organ: '云川市人民政府新闻办公室', title, body: notice }),
  ]);
  expect(ofKind(findings, 'duplicate')).toEqual(['duplicate: a b c']);
});

test.each([
  ['relayOf names the release', { relayOf: 'a' }],
  ['relayOf names the organ', { relayOf: { organ: '市水务集团' } }],
  ['the text credits its source', { body: `${notice}（来源：云川水务集团）` }],
  ['the two release jointly', { jointWith: ['云川水务集团'] }],
  ['it supersedes the first', { supersedes: 'a' }],
])('a copy is no duplicate when %s', (_, link) => {
  const findings = check([
    release('a', '20 09:00', { organ: '云川水务集团', title, body: notice }),
    release('b', '20 12:00', { organ: '西河区人民政府', title, body: notice, ...link }),
  ]);
  expect(findings).toEqual([]);
});

test('the same template for another street and day is no duplicate', () => {
  const other = notice
    .replace(/和平路/g, '文昌街')
    .replace('11月21日22时至22日6时', '11月24日22时至25日6时')
    .replace('3200', '1800')
    .replace('DN400', 'DN600');
  const findings = check([
    release('a', '20 09:00', { organ: '云川水务集团', title, body: notice }),
    release('b', '23 09:00', { organ: '云川水务集团', title: '西河区文昌街计划停水公告', body: other }),
  ]);
  expect(findings).toEqual([]);
});

test("next month's bulletin in the same words is no duplicate", () => {
  const body = (month: number, days: number, value: string) =>
    `${month}月份，云川市环境空气质量优良天数${days}天，PM2.5平均浓度${value}微克/立方米，空气质量综合指数同比改善，首要污染物为细颗粒物。`;
  const findings = check([
    release('a', '05 09:00', {
      organ: '云川市生态环境局',
      title: '2026年9月云川市环境空气质量状况',
      body: body(9, 28, '22'),
    }),
    release('b', '12 09:00', {
      organ: '云川市生态环境局',
      title: '2026年10月云川市环境空气质量状况',
      body: body(10, 25, '31'),
    }),
  ]);
  expect(findings).toEqual([]);
});

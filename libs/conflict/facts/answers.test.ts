import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';
import { extractFacts } from './extract-facts.js';
import type { Fact } from './fact.js';
import { sentenceLinks } from './sentence-links.js';

const notice = (organ: string, body: string): ReleaseText => ({
  id: organ,
  organ,
  title: '',
  body,
  publishedAt: '2026-11-10T09:00:00+08:00',
});

const found = (one: string, other: string): readonly string[] =>
  compareFacts(notice('市商务局', one), notice('市财政局', other))
    .filter(({ update }) => update !== true)
    .map(({ attribute, a, b }) => `${attribute} ${a.value} ${b.value}`);

test.each([
  [
    'the one number of posts left in either notice',
    '11月22日，市会展中心举办专场招聘会，90家企业提供岗位2600个。',
    '90家单位带着3600个就业岗位，22日在会展中心等你来。',
    'count 2600个 3600个',
  ],
  [
    'two bounds of one rule',
    '12月1日起，职工月最低工资标准由1800元调整为2010元。',
    '12月1日起，用人单位支付的月工资不得低于1980元。',
    'amount 2010元 1980元',
  ],
  [
    'places counted by the head and by the piece',
    '本期育婴师培训班设名额80个，11月20日开班。',
    '11月20日开班的育婴师培训班计划招收100人。',
    'people 80人 100人',
  ],
])('%s disagree', (_name, one, other, expected) => {
  expect(found(one, other)).toContain(expected);
});

test.each([
  [
    'a ticket and a monthly ticket',
    '市域列车12月1日开行，单程票5元。',
    '市域列车12月1日开行，月票每张160元。',
  ],
  [
    'the window and the app',
    '居民医保缴费窗口办理时间为9时至17时。',
    '居民医保缴费可在手机上7时至22时办理。',
  ],
  ['the first lot and the whole', '梅苑公租房首批200套11月12日交付。', '梅苑公租房共900套，分三批交付。'],
  [
    'a date put off and the date before',
    '护士招聘报名11月10日截止。',
    '护士招聘报名截止时间由11月10日延长至11月14日。',
  ],
  [
    'the setting up of a fair and the fair',
    '农博会11月20日至23日在会展中心举办。',
    '农博会布展时间为11月17日至19日。',
  ],
  ['two rush hours', '接驳1线早高峰7:00至9:00每8分钟一班。', '接驳1线晚高峰17:00至19:00每12分钟一班。'],
])('%s do not disagree', (_name, one, other) => {
  expect(found(one, other)).toEqual([]);
});

test('a state is said of what the clause before it names', () => {
  expect(
    found('市体育中心游泳馆检修完毕，11月9日恢复开放。', '市体育中心游泳馆余氯超标，目前仍停业整改。').join(),
  ).toMatch(/polarity 恢复开放 \S*停业/);
});

test('open fire that still burns contradicts a fire that is out', () => {
  expect(
    found('截至10日8时，大石山火情明火已全部扑灭。', '截至10日8时，大石山火情仍有3处明火。').join(),
  ).toMatch(/polarity 扑灭 仍有3处明火/);
});

test('where one walk starts from two places, the places disagree', () => {
  expect(
    found(
      '“江畔行”健步走11月15日8时在滨江公园北门出发。',
      '11月15日“江畔行”健步走由市民中心广场出发，沿途管制。',
    ).join(),
  ).toMatch(/place 滨江公园北门 市民中心/);
});

test('a sentence is tied to the one that shares what no other sentence holds', () => {
  const storm = extractFacts(
    notice(
      '市防指',
      '台风影响我市，全市转移3200人。台风影响期间，跨海大桥自16日0时起封闭。台风影响，公交停运。',
    ),
  );
  const police = extractFacts(
    notice('市交警支队', '台风影响，跨海大桥16日2时封闭。台风影响，请居家避险，备好3天食物。'),
  );
  const links = sentenceLinks(storm, police);
  const at = (facts: readonly Fact[], word: string): Fact =>
    facts.find(({ sentenceKey }) => sentenceKey.includes(word)) as Fact;
  const bridge = at(storm, '跨海大桥');
  expect(links.mutual(bridge, at(police, '跨海大桥'))).toBe(true);
  expect(links.mutual(at(storm, '转移'), at(police, '跨海大桥'))).toBe(false);
  expect(links.between(bridge, at(police, '跨海大桥'))).toBeGreaterThan(
    links.between(bridge, at(police, '居家')),
  );
});

test('those taken away and taken in are one count where neither release counts both', () => {
  expect(found('截至7时，全市转移安置危险区域人员6.3万人。', '截至7时，4.8万名群众接到安置点。')).toContain(
    'evacuated 63000人 48000人',
  );
  expect(found('截至7时，全市转移危险区域人员6.3万人。', '截至7时，4.8万名群众接到安置点。')).toEqual([]);
});

test('two organs’ short lines of service are two lines', () => {
  expect(found('职称评审咨询电话12333。', '职称评审投诉电话12315。')).toEqual([]);
});

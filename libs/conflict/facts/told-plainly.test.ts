import { expect, test } from '@jest/globals';
import { compareFacts } from './compare-facts.js';
import { conflicts, told } from './told-pair.js';

/** Each of these was once missed, or raised where nothing is wrong; the sentences are our own. */
test.each([
  [
    'put off and told to go ahead',
    '因近期降雨，原定11月21日举行的云浦市职工健步走推迟，时间另行通知。',
    '11月21日，云浦市职工健步走在滨湖绿道举办，活动照常进行。',
    ['polarity: 推迟 × 照常进行'],
  ],
  [
    'two days that one thing is put off to',
    '原定11月18日举行的青岭火把节延期至11月23日晚举行，地点不变。',
    '青岭火把节将于11月24日晚举行。',
    ['date: 2026-11-23 × 2026-11-24'],
  ],
  [
    'one scheme by two names',
    '城市低保标准提高到每人每月820元。',
    '城市最低生活保障标准提高到每人每月802元。',
    ['amount: 820元 × 802元'],
  ],
  [
    'weights in two units',
    '罐车侧翻，约1.8吨柴油泄漏到路面。',
    '罐车翻倒，漏出柴油大约600公斤。',
    ['count: 约1.8吨 × 约600公斤'],
  ],
  [
    'what people say for the price',
    '第二阶梯水价为每立方米3.30元。',
    '二阶水价每立方米三块六。',
    ['amount: 3.3元 × 3.6元'],
  ],
  [
    'another cause, told over a comma',
    '经勘验，山火系输电线路距树枝过近，大风中放电引燃枯草所致。',
    '调查认定，山火是由游客丢弃烟头引起的。',
    ['cause: 输电线路距树枝过近，大风中放电引燃枯草 × 游客丢弃烟头'],
  ],
  [
    'booked entry that is practised',
    '清明期间公墓实行预约祭扫。',
    '清明期间公墓祭扫不用预约。',
    ['polarity: 须预约 × 无需预约'],
  ],
  [
    'open again, and later still closed',
    '截至11月18日14时，省道S312线青岭段已抢通。',
    '截至11月18日16时，省道S312线青岭段仍处于中断状态，尚未抢通。',
    ['polarity: 抢通 × 中断'],
  ],
  [
    'the place of an examination',
    '市属事业单位招聘笔试考点设在云浦职业技术学院。',
    '市属事业单位招聘笔试考点在云浦市第二中学。',
    ['place: 云浦职业技术学院 × 云浦市第二中学'],
  ],
])('%s', (_, one, other, expected) => {
  expect(conflicts(one, other)).toEqual(expected);
});

test.each([
  [
    'two warnings, the second after the first',
    '市气象台11月18日8时发布暴雨蓝色预警信号。',
    '市气象台11月18日16时已发布暴雨橙色预警信号。',
  ],
  ['two schemes', '失业保险金标准提高到每人每月1650元。', '城市低保标准提高到每人每月880元。'],
  ['two seasons', '夏季开放时间为9时至18时。', '冬季开放时间为9时至16时30分。'],
  [
    'a span that ends with something',
    '考前一小时至考试结束，严禁产生噪声的作业。',
    '11月21日举行的笔试已经结束。',
  ],
  ['the hospital’s number', '3名伤者在市第一人民医院治疗。', '3名伤者在市人民医院治疗。'],
  ['the levels of two hours', '柳湖水库18日7时水位88.62米。', '柳湖水库18日18时水位88.31米。'],
  ['the year that is to come', '供热期自11月15日至明年3月15日。', '供热期自11月15日至2027年3月15日。'],
  [
    'two things of one holiday, which ends for both on one day',
    '4月1日至6日，南山公墓实行预约祭扫，每个墓位每天限4人入园。',
    '4月4日至6日开行两条祭扫专线，6时首发，票价2元。',
  ],
  [
    'the day that a thing is put off to and the days that it rained',
    '受降雨影响，原定11月18日举行的火把节延期至11月23日晚举行。',
    '11月18日至20日，我市再次出现强降雨过程。',
  ],
  ['what is signed and what is near it', '现场签约27个项目。', '共签约项目27个。'],
  ['the supply is asked about', '11月18日，河湾区供水正常。', '有人问河湾区11月18日是否停水。'],
])('%s do not disagree', (_, one, other) => {
  expect(conflicts(one, other)).toEqual([]);
});

test('of two releases of one hour it is the same whichever is asked about', () => {
  const goesAhead = told('云川市商务局', '18T09:00', '演出如期举行，由市商务局主办。');
  const calledOff = told('云川市总工会', '18T09:00', '演出取消，由市总工会主办。');
  const words = (one: typeof goesAhead, other: typeof goesAhead) =>
    compareFacts(one, other).map(({ attribute, a, b }) =>
      [attribute, ...[a.value, b.value].sort()].join(' '),
    );
  expect(words(goesAhead, calledOff).sort()).toEqual(words(calledOff, goesAhead).sort());
  expect(words(goesAhead, calledOff)).toHaveLength(2);
});

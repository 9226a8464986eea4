import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { withinRelease } from './within-release.js';

const said = (body: string, title = '情况发布'): readonly string[] => {
  const release: ReleaseText = {
    id: 'r1',
    organ: '云浦市商务局',
    title,
    body,
    publishedAt: '2026-11-23T16:00:00+08:00',
  };
  return (withinRelease(release)?.facts ?? []).map(
    ({ attribute, a, b }) => `${attribute}: ${a.value} × ${b.value}`,
  );
};

test.each([
  [
    'parts that exceed the whole',
    '签约项目174个，其中境内项目126个、境外项目58个。',
    'count: 174个 × 各项合计184个',
  ],
  [
    'two sums that make up a third',
    '工程总投资1280万元，由市级补助资金700万元和区级配套资金480万元两部分组成。',
    'amount: 12800000元 × 各项合计11800000元',
  ],
  [
    'kinds beside which there is no other',
    '共检查企业37家。按行业分为三类：化工18家、建材9家、食品6家，无其他类别。',
    'count: 37家 × 各项合计33家',
  ],
  [
    'the two halves that fall short of it',
    '计划招生12400人，比去年增加600人。其中公办普通高中9600人，民办普通高中2600人。',
    'people: 12400人 × 各项合计12200人',
  ],
  [
    'all parts there are',
    '面向社会招聘教师186名，由三个学段组成：高中教师42名、初中教师58名、小学教师76名。',
    'people: 186人 × 各项合计176人',
  ],
  [
    'a list with its sum behind it',
    '调拨帐篷600顶、折叠床1200张、发电机组300台，共计2000件。',
    'count: 2000件 × 各项合计2100',
  ],
  [
    'a list of one unit',
    '涉及桥头村120户、柳湾社区96户、新塘村34户，共260户。',
    'count: 260户 × 各项合计250',
  ],
  [
    'all but one in fifty of the parts',
    '共产生入围家庭426户，其中有孩家庭180户、新市民家庭160户、普通家庭76户。',
    'count: 426户 × 各项合计416户',
  ],
  [
    'parts with a rest that fall far short of the whole',
    '登记车辆500辆，其中轿车280辆、货车120辆、其他车辆50辆。',
    'count: 500辆 × 各项合计450辆',
  ],
  [
    'parts of what is new',
    '10月份城镇新增岗位4100个，其中制造业1600个、建筑业1800个、服务业900个。',
    'count: 4100个 × 各项合计4300个',
  ],
  [
    'samples that are neither good nor bad',
    '本期共抽检420批次。检验结果显示，合格412批次，不合格6批次。',
    'count: 420批 × 两项合计418批',
  ],
  [
    'the two halves of a division that follows the whole',
    '一季度，全市零售总额320.4亿元，增长5.1%。按经营单位所在地分，城镇零售额268.1亿元，增长4.9%；乡村零售额62.3亿元，增长6.0%。',
    'amount: 32040000000元 × 各项合计33040000000元',
  ],
  [
    'more of them than were counted',
    '事故造成1人死亡、3人受伤。4名伤者已全部送往市第一人民医院治疗。',
    'injured: 3人 × 4人',
  ],
  [
    'more of what was found than was found',
    '检出不合格样品7批次。对抽检发现的9批次不合格样品已责令下架。',
    'count: 7批 × 9批',
  ],
])('%s are found', (_, body, expected) => {
  expect(said(body)).toEqual([expected]);
});

test.each([
  ['the parts make up the whole', '签约项目184个，其中境内项目126个、境外项目58个。'],
  ['figures with a point are rounded', '全市秋粮已收获233.7万亩，其中玉米158.2万亩、水稻75.5万亩。'],
  ['some parts of many are named', '招聘教师186名，其中语文教师42名、数学教师58名。'],
  ['a rest is named that makes up the whole', '登记车辆500辆，其中轿车280辆、货车120辆、其他车辆100辆。'],
  ['a change stands before the parts', '新增就业比去年增加600人，其中高校毕业生400人、农民工300人。'],
  ['the sum counts other things', '出动车辆12台、人员30名，共清运垃圾300吨。'],
  ['some samples are still looked at', '共抽检420批次，合格412批次，不合格6批次，待检2批次。'],
  ['good and bad are all', '共抽检420批次，合格414批次，不合格6批次。'],
  ['some of the hurt went home', '事故造成5人受伤。3名伤者均已出院。'],
  ['all of the hurt are spoken of again', '事故造成3人受伤。3名伤者均无生命危险。'],
  ['new cases are added', '昨日新增2例。截至今日，累计5例，5例患者均已出院。'],
  ['one left after the parts', '又找到3名失联人员，其中1人生还、2人遇难，仍有3人失联。'],
])('nothing is said where %s', (_, body) => {
  expect(said(body)).toEqual([]);
});

test('of many figures the body’s with the words of the title is held against it', () => {
  const body = '全年优良天数比例为85.2%，同比提高1.6个百分点；其中冬季下降5.0%。';
  expect(said(body, '2025年优良天数比例达82.5%')).toEqual(['percent: 82.5% × 85.2%']);
  expect(said(body, '2025年优良天数比例达85.2%')).toEqual([]);
});

test('a sum of the headline that the body does not know is held against the body’s total', () => {
  const body = '本届节会共签约项目27个，总金额5.2亿元，其中购销3.2亿元、装备1.1亿元、文旅0.9亿元。';
  expect(said(body, '开渔节闭幕 签约6.2亿元')).toEqual(['amount: 620000000元 × 520000000元']);
  expect(said(body, '开渔节闭幕 签约5.2亿元')).toEqual([]);
  expect(said(body, '开渔节闭幕 购销3.2亿元')).toEqual([]);
});

test('whom the title counts without a word on what became of them is counted again in the body', () => {
  const body = '市人社局为408名停产企业职工发放生活补助，每人1200元。';
  expect(said(body, '为480名停产企业职工发放生活补助')).toEqual(['people: 480人 × 408人']);
});

test('digits that change places under the headline are found, and a fire in another district', () => {
  expect(said('截至27日，已完成26座换热站检查，发现问题41个。', '市住建局完成62座换热站体检')).toEqual([
    'count: 62座 × 26座',
  ]);
  expect(said('11月27日9时，炭谷区矿山西路一家汽修厂起火，无人员伤亡。', '东屯区一汽修厂起火')).toHaveLength(
    1,
  );
  expect(said('11月27日9时，我区工业园一厂房失火，无人员伤亡。', '东屯区工业园失火')).toEqual([]);
});

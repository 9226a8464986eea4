import { expect, test } from '@jest/globals';
import { nearestOf } from './counterpart.js';
import type { ReleaseText } from './release-text.js';
import { check, ofKind, release } from './scenarios/city.js';

/** One contribution told by two in words of their own: by themselves hardly one matter. */
const contribution = release('fee', '09 16:00', {
  organ: '云川市医疗保障局',
  title: '关于2027年度城乡居民医保缴费的公告',
  body: '2027年度城乡居民基本医疗保险集中缴费期为2026年11月1日至12月31日，个人缴费标准为每人每年430元。参保人可通过税务App、银行网点缴费，逾期参保设置3个月待遇等待期。',
});
const toldAtHome = release('home', '19 10:00', {
  organ: '东山区人民政府',
  title: '城乡居民医保，您缴费了吗',
  body: '父老乡亲们：城乡居民医保一年一缴，小病不愁、大病不慌。今年个人交420块钱，财政再补大头。请大家抓紧在年底前缴清，可用手机缴，也可请村干部代办。过了年再缴，要等3个月才能报销。',
});

const said: readonly (readonly [organ: string, title: string, body: string])[] = [
  ['云川市气象局', '未来三天天气', '预计明后两天多云，最低气温零下3℃，北风3至4级，请注意添衣保暖。'],
  [
    '云川水务集团',
    '长江路停水通知',
    '因管道抢修，11月17日9时至15时长江路沿线停水，影响用户约1200户，请提前储水。',
  ],
  ['云川市教育局', '小学生作文比赛获奖名单', '经学校推荐、专家评审，评出一等奖12名，现予公示，公示期5天。'],
  [
    '云川市交通运输局',
    '公交3路延伸',
    '为方便居民出行，11月20日起3路车延伸至会展中心，首班6时，末班21时30分。',
  ],
  [
    '云川市文化和旅游局',
    '湿地公园观鸟季开始',
    '越冬候鸟陆续抵达，观鸟季持续到明年3月，周末安排志愿讲解，参观前请阅读须知。',
  ],
  [
    '云川市消防救援支队',
    '冬季用火提示',
    '取暖季到来，请勿在楼道给电动车充电，离家前关闭电源，发现险情拨打119。',
  ],
  ['云川市生态环境局', '10月空气质量', '10月市区优良天数27天，细颗粒物平均浓度每立方米34微克，同比改善。'],
  ['云川市市场监督管理局', '儿童用品抽查结果', '抽查童车、玩具共60批次，57批次合格，不合格产品已责令下架。'],
  [
    '云川市公安局交通警察支队',
    '环城路安装护栏',
    '环城路中段安装中央护栏，施工期间每晚占用一条车道，请减速慢行。',
  ],
  ['云川市卫生健康委员会', '献血者节活动', '11月21日在市民中心举办献血者表彰活动，现场设流动采血车两辆。'],
  ['云川市应急管理局', '矿山安全培训班开班', '全市矿山企业负责人120人参加为期三天的安全培训，结业统一考试。'],
  ['西河区人民政府', '西河区新建口袋公园', '今年建成口袋公园6处，新增绿地1.2万平方米，老旧围墙改为绿篱。'],
];
const company = said.map(([organ, title, body], at) =>
  release(`c${at}`, `${String(10 + (at % 8)).padStart(2, '0')} 0${at % 9}:00`, { organ, title, body }),
);
const contradictions = (releases: readonly ReleaseText[]): readonly string[] =>
  ofKind(check(releases), 'inconsistent');

test('two that are hardly one matter by themselves are, where each is the other’s nearest among all others', () => {
  expect(contradictions([contribution, ...company, toldAtHome])).toEqual(['inconsistent: fee home']);
});

test('where there is no company, being the nearest says nothing', () => {
  expect(contradictions([contribution, toldAtHome])).toEqual([]);
  expect(contradictions([contribution, ...company.slice(0, 5), toldAtHome])).toEqual([]);
});

test('what is released later and is nearer to the one takes the other’s place', () => {
  const nearer = release('nearer', '20 09:00', {
    organ: '西河区人民政府',
    title: '关于西河区2027年度城乡居民医保缴费的公告',
    body: '2027年度城乡居民基本医疗保险集中缴费期为2026年11月1日至12月31日，西河区个人缴费标准为每人每年430元。参保人可通过税务App、银行网点缴费，逾期参保设置3个月待遇等待期。',
  });
  expect(contradictions([contribution, ...company, toldAtHome, nearer])).toEqual([]);
});

test('two like events in two districts are near each other and yet two', () => {
  const fire = (id: string, organ: string, district: string, told: string): ReleaseText =>
    release(id, '19 23:00', { organ, title: `${district}一处起火`, body: told });
  const found = contradictions([
    ...company,
    fire(
      'east',
      '云川市消防救援支队',
      '东山区',
      '11月19日20时15分，东山区鑫源市场一仓库起火，21时40分扑灭，过火面积300平方米，无人员伤亡。',
    ),
    fire(
      'west',
      '西河区人民政府',
      '西河区',
      '11月19日20时许，西河区青石街一处民房起火，21时30分扑灭，过火面积约80平方米，1人受轻伤。',
    ),
  ]);
  expect(found).toEqual([]);
});

test('where words and evidence name two, neither is the nearest', () => {
  const near = (id: string, words: number, probability: number) => ({
    other: release(id, '10 09:00', { organ: id, title: id, body: id }),
    words,
    probability,
  });
  expect(nearestOf([near('a', 9, 0.1), near('b', 3, 0.05)])?.other.id).toBe('a');
  expect(nearestOf([near('a', 9, 0.1), near('b', 3, 0.2)])).toBeUndefined();
  expect(nearestOf([near('a', 9, 0.005), near('b', 3, 0.001)])).toBeUndefined();
  expect(nearestOf([])).toBeUndefined();
});

/** On one matter by their day, hour and hall; of the price nothing in their clauses is alike. */
const admitted = release('free', '09 09:00', {
  organ: '云川市文化馆',
  title: '第九届群众文艺汇演入场须知',
  body: '第九届群众文艺汇演11月14日19时在市民剧场开演，全程免费，观众不必领票，排队进场，坐满为止。',
});
const sold = release('sold', '10 15:00', {
  organ: '云川市文化和旅游局',
  title: '周末看汇演',
  body: '本周六晚七点，第九届群众文艺汇演在市民剧场上演，20支队伍登台。门票每张30元，请在小程序购买。',
});

test('of counterparts, clauses less alike are held against each other than of any two', () => {
  expect(contradictions([admitted, ...company, sold])).toEqual(['inconsistent: free sold']);
  expect(contradictions([admitted, sold])).toEqual([]);
});

test('what counterparts say alike in other words is no difference, however little is asked', () => {
  const agreed = {
    ...sold,
    body: sold.body.replace('门票每张30元，请在小程序购买。', '不收门票，先到先坐。'),
  };
  expect(contradictions([admitted, ...company, agreed])).toEqual([]);
});

import { expect, test } from '@jest/globals';
import type { Attribute } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { fullText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';

const r = (organ: string, title: string, body: string, at = '16:00:00'): ReleaseText => ({
  id: organ,
  organ,
  title,
  body,
  publishedAt: `2026-11-23T${at}+08:00`,
});

/** What is told, the attributes that contradict, and the two releases. */
const told: readonly (readonly [string, readonly Attribute[], ReleaseText, ReleaseText])[] = [
  [
    'fire deaths',
    ['deaths'],
    r(
      '临江市消防救援支队',
      '关于“11·23”火灾的情况通报',
      '11月23日4时12分，我支队接到报警，东山区和平路一居民楼发生火灾。经全力扑救，5时30分明火被扑灭。火灾造成2人死亡、3人受伤，过火面积约60平方米。起火原因正在调查。',
      '09:00:00',
    ),
    r(
      '东山区人民政府',
      '情况说明',
      '今日凌晨，我区和平路某小区一住户家中起火。区委、区政府立即组织消防、公安、卫健等部门开展救援。事故致3人遇难，另有3人送医治疗，暂无生命危险。目前善后工作正在进行。',
      '10:00:00',
    ),
  ],
  [
    'water time',
    ['time'],
    r(
      '临江市水务集团',
      '停水通知',
      '因管网改造，定于11月25日22时至次日6时对解放路沿线停水，请市民提前储水。咨询电话：0571-96390。',
    ),
    r(
      '西湖区住建局',
      '关于解放路管网改造停水的温馨提示',
      '解放路管网改造期间，25日20时起停水，预计26日6时恢复供水。抢修热线：0571-88990011。',
    ),
  ],
  [
    'school',
    ['polarity'],
    r('临江市教育局', '关于台风期间停课的通知', '受台风影响，11月24日全市中小学、幼儿园停课一天。'),
    r('东山区教育局', '致家长的一封信', '各位家长：11月24日我区中小学、幼儿园正常上课，请合理安排出行。'),
  ],
  [
    'warning levels',
    ['warningColour'],
    r(
      '临江市气象台',
      '暴雨橙色预警信号',
      '临江市气象台11月23日15时发布暴雨橙色预警信号：预计未来3小时我市降雨量将达50毫米以上。',
    ),
    r('临江发布', '暴雨预警', '气象部门23日15时发布暴雨红色预警，请市民减少外出。'),
  ],
  [
    'response',
    ['responseLevel'],
    r('临江市防汛抗旱指挥部', '启动应急响应', '临江市防汛抗旱指挥部决定于23日16时启动防汛Ⅲ级应急响应。'),
    r('临江市应急管理局', '应急动态', '市防指23日16时启动防汛二级应急响应，各区进入临战状态。'),
  ],
  [
    'traffic place',
    ['place'],
    r(
      '临江市公安局交通警察支队',
      '警情通报',
      '11月23日14时20分许，一辆货车在东山区迎宾大道与长江路路口发生侧翻，造成2人受伤。',
    ),
    r(
      '临江市应急管理局',
      '事故快报',
      '23日14时20分许，西湖区迎宾大道与长江路路口发生一起货车侧翻事故，致两人受伤。',
    ),
  ],
  [
    'subsidy',
    ['amount'],
    r(
      '临江市人力资源和社会保障局',
      '稳岗补贴政策',
      '符合条件的企业，每招用1名高校毕业生给予一次性补贴1500元。',
    ),
    r(
      '临江市财政局',
      '惠企政策解读',
      '企业每招用一名高校毕业生，可获得一次性补贴2000元，资金由市财政统筹安排。',
    ),
  ],
  [
    'toll same asof',
    ['deaths', 'missing'],
    r('临江市应急管理局', '事故续报', '截至23日15时，事故已造成2人死亡、4人失联。', '15:20:00'),
    r('东山区人民政府', '事故续报', '截至23日15时，事故已造成5人遇难、1人失联，搜救仍在进行。', '15:30:00'),
  ],
  [
    'GDP conflict',
    ['percent'],
    r('临江市统计局', '前三季度经济运行情况', '前三季度，全市地区生产总值1850.6亿元，同比增长5.6%。'),
    r(
      '临江市发展和改革委员会',
      '经济形势分析',
      '初步核算，今年前三季度我市地区生产总值同比增长6.5%，总量达1850.6亿元。',
    ),
  ],
  [
    'event cancel',
    ['polarity'],
    r(
      '临江市文化广电和旅游局',
      '灯会公告',
      '原定11月28日举办的滨江灯会因天气原因取消，已购票市民可全额退款。',
    ),
    r('东山区人民政府', '周末去哪儿', '11月28日，滨江灯会将如期举行，欢迎广大市民前来观赏。'),
  ],
  [
    'bridge dates',
    ['date'],
    r('临江市交通运输局', '通行公告', '滨江大桥自11月24日起封闭维修，工期30天。'),
    r('临江市公安局交通警察支队', '绕行提示', '滨江大桥自11月26日起封闭，请绕行长江大桥。'),
  ],
  [
    'vaccines',
    ['people'],
    r(
      '临江市卫生健康委员会',
      '流感防控',
      '11月22日，全市新增流感确诊病例126例，其中东山区36例、西湖区90例。',
    ),
    r('临江市疾病预防控制中心', '流感监测', '22日，我市新增流感确诊病例162例。'),
  ],
  [
    'phones',
    ['phone'],
    r('临江市水务集团', '停水通知', '咨询电话：0571-96390。'),
    r('西湖区住建局', '停水提示', '咨询电话：0571-96930，欢迎拨打。'),
  ],
  [
    'rumour',
    ['polarity'],
    r('临江市公安局', '辟谣', '网传“滨江水库决堤”系谣言，水库运行正常。'),
    r('东山区水利局', '紧急通知', '经核实，滨江水库决堤属实，请下游群众立即转移。'),
  ],
  [
    'price conflict',
    ['amount'],
    r('临江市发展和改革委员会', '天然气价格', '自12月1日起，居民用气价格调整为每立方米3.15元。'),
    r('临江燃气集团', '价格公告', '12月1日起，居民用气价格调整为每立方米3.51元。'),
  ],
  [
    'bus',
    ['count'],
    r('临江市交通运输局', '公交调整', '11月25日起，全市调整公交线路12条，新增夜班线路3条。'),
    r('临江公交集团', '线路调整公告', '11月25日起，我公司调整公交线路15条，新增夜班线路3条。'),
  ],
  [
    'meeting place',
    ['place'],
    r('临江市人民政府新闻办公室', '新闻发布会预告', '定于11月26日上午10时在市民中心三楼召开新闻发布会。'),
    r(
      '临江市教育局',
      '预告',
      '11月26日上午10时，市政府新闻办将在国际会展中心召开新闻发布会，市教育局负责人出席。',
    ),
  ],
  [
    'quake',
    ['magnitude'],
    r(
      '临江市地震局',
      '地震速报',
      '据中国地震台网正式测定，11月23日3时12分在临江市东山区发生3.6级地震，震源深度8千米。',
    ),
    r('东山区人民政府', '关于地震的通报', '23日凌晨我区发生3.8级地震，震感明显，暂未接到人员伤亡报告。'),
  ],
  [
    'pollution',
    ['polarity'],
    r('临江市生态环境局', '监测快报', '监测结果显示，饮用水水源地水质达标。'),
    r('东山区人民政府', '情况通报', '经检测，饮用水水源地水质超标，请市民暂勿饮用。'),
  ],
];

test.each(told)('two organs contradict each other about: %s', (_name, attributes, a, b) => {
  const conflicts = compareFacts(a, b).filter((conflict) => !conflict.update);
  expect(conflicts.some((conflict) => attributes.includes(conflict.attribute))).toBe(true);
});

test('every side quotes the clause of its own release, and the offsets hold the value', () => {
  for (const [, , a, b] of told) {
    for (const conflict of compareFacts(a, b)) {
      for (const [side, release] of [
        [conflict.a, a],
        [conflict.b, b],
      ] as const) {
        const text = fullText(release);
        expect(side.release).toBe(release.id);
        expect(side.text.length).toBeLessThanOrEqual(120);
        expect(text).toContain(side.text);
        expect(side.text).toContain(text.slice(side.start, side.end));
      }
    }
  }
});

test('a release never contradicts itself under another name', () => {
  for (const [, , a, b] of told) {
    for (const release of [a, b])
      expect(compareFacts(release, { ...release, id: 'copy', organ: '联合新闻办' })).toEqual([]);
  }
});

import { expect, test } from '@jest/globals';
import { conflicts } from './told-pair.js';

/** Each of these was once missed; the sentences are our own. */
test.each([
  [
    'the way a share moved',
    '前10个月，云川市税收收入312.8亿元，同比下降1.5%。',
    '1—10月，全市税收收入312.8亿元，比上年同期增长1.5%。',
    ['polarity: 下降1.5% × 增长1.5%'],
  ],
  [
    'days of one examination by two names',
    '初中学业水平考试定于6月18日至20日举行。',
    '中考时间为6月20日—22日。',
    ['date: 2026-06-18 × 2026-06-20', 'date: 2026-06-20 × 2026-06-22'],
  ],
  [
    'days without a 日 of their own',
    '菊花展11月18-20日在植物园展出。',
    '菊花展11月18-22日在植物园展出。',
    ['date: 2026-11-20 × 2026-11-22'],
  ],
  [
    'who is sought',
    '截至18日14时，安平煤矿透水事故中仍有4人被困。',
    '截至18日14时，安平煤矿透水事故井下尚有6人失去联系。',
    ['trapped: 4人 × 6人'],
  ],
  [
    'nobody else is hurt',
    '火灾造成2人轻伤，均已送医，无人员死亡。',
    '火灾致3人受伤，已送医院治疗。',
    ['injured: 2人 × 3人'],
  ],
  [
    'one of two days of the week',
    '12月起户籍窗口周六照常办理业务。',
    '12月起户籍窗口周六、周日均不对外办公。',
    ['polarity: 照常 × 不对外办公'],
  ],
  [
    'how long a span is',
    '跨江大桥自12月1日起全封闭施工，工期45天。',
    '跨江大桥12月1日起至2027年1月30日禁止通行。',
    ['period: 45天 × 2027-01-30'],
  ],
  [
    'at all hours or by day',
    '助残服务热线24小时受理。',
    '助残服务热线每天8时至20时有专人接听。',
    ['time: 24小时受理 × 每天8时至20时有专人接听'],
  ],
  [
    'a flow in two forms',
    '龙潭水库21日8时开闸，下泄流量每秒300立方米。',
    '龙潭水库21日8时开闸，流量500立方米/秒。',
    ['count: 300立方米/秒 × 500立方米/秒'],
  ],
  [
    'two ranges of age',
    '免费“两癌”筛查对象为35至64周岁妇女。',
    '“两癌”免费筛查面向40—60周岁妇女。',
    ['count: 35—64岁 × 40—60岁'],
  ],
  [
    'one way and both',
    '开学日学校周边道路实行单向通行。',
    '开学日学校周边道路双向通行。',
    ['polarity: 单向通行 × 双向通行'],
  ],
  ['two banks', '青河左岸王家段堤防出现渗漏。', '青河右岸王家段堤防发生渗水。', ['place: 左岸 × 右岸']],
  [
    'two medals',
    '云川选手在省青年锦标赛女子400米中夺得金牌。',
    '云川选手获省青年锦标赛女子400米银牌。',
    ['polarity: 金牌 × 银牌'],
  ],
  [
    'a rumour that the other states',
    '网传“市中心广场发生枪击案”不属实。',
    '11月18日，市中心广场发生一起枪击案件。',
    ['polarity: 市中心广场发生枪击案 × 市中心广场发生一起枪击案件'],
  ],
  [
    'all and not yet all',
    '排查出的1268栋危房已全部腾空。',
    '排查的1268栋危房中，仍有36栋未完成人员撤离。',
    ['count: 全部腾空 × 仍有36栋未'],
  ],
  ['two grades of water', '清水河断面水质达到Ⅲ类。', '清水河断面水质为Ⅳ类，未达目标。', ['count: Ⅲ类 × Ⅳ类']],
  [
    'a cause that works are blamed for',
    '园区异味来源于某制药厂废气设施故障。',
    '园区异味系污水处理厂检修散发所致。',
    ['cause: 某制药厂废气设施故障 × 污水处理厂检修散发'],
  ],
  [
    'a cause that something led to',
    '爆燃事故系租户使用不合格软管导致燃气泄漏。',
    '爆燃事故系室外燃气管道被施工挖断引起。',
    ['cause: 租户使用不合格软管 × 室外燃气管道被施工挖断'],
  ],
  [
    'a colour that a warning has',
    '山洪灾害气象风险预警为橙色。',
    '山洪灾害气象风险红色预警已经发布。',
    ['warningColour: 山洪灾害橙色 × 山洪灾害红色'],
  ],
  [
    'the seat of a race',
    '城市马拉松11月29日在市民广场鸣枪开跑。',
    '城市马拉松11月29日起点奥体中心。',
    ['place: 市民广场 × 奥体中心'],
  ],
  [
    'people without their 人',
    '2025年末云川市常住人口386.2万人。',
    '2025年末云川市常住人口368.2万。',
    ['people: 3862000人 × 3682000人'],
  ],
  [
    'where a station moves to',
    '汽车南站12月1日关闭，班线全部迁至汽车东站。',
    '12月1日起汽车南站的班线调整到汽车西站发车。',
    ['place: 汽车东站 × 汽车西站'],
  ],
  [
    'a danger that there is or is not',
    '龙潭水库大坝坝体稳定，不存在溃坝风险。',
    '龙潭水库大坝出现险情，随时可能溃坝。',
    ['polarity: 大坝坝体稳定 × 出现险情'],
  ],
  [
    'a fee that is dropped or asked',
    '12月起取消门诊预约挂号费。',
    '12月起预约挂号每次收取1元挂号费。',
    ['amount: 取消门诊预约挂号费 × 收取1元挂号费'],
  ],
  [
    'one window by two names',
    '今年以来全市发生生产安全事故32起。',
    '前10个月全市发生生产安全事故36起。',
    ['count: 32起 × 36起'],
  ],
  [
    'the end of a month and a day of another',
    '12月底前完成全部餐饮单位油烟净化设施安装。',
    '餐饮单位油烟净化设施安装须在11月30日前全部完成。',
    ['date: 2026-12 × 2026-11-30'],
  ],
  [
    'up to a day that is to come',
    '残疾人就业年审12月31日截止。',
    '残疾人就业年审截至11月30日，逾期视为未安排。',
    ['date: 2026-12-31 × 2026-11-30'],
  ],
  [
    'free for some of whom the other asks half',
    '退役军人持证免费乘坐公交车。',
    '退役军人乘坐公交车享受半价优惠。',
    ['polarity: 免费乘坐 × 半价'],
  ],
])('%s: both sides are cited', (_, one, other, found) => {
  expect(conflicts(one, other)).toEqual(found);
});

/** Each of these was once raised, or would be by what finds those above. */
test.each([
  ['the days of two temperatures', '21日最低气温零下2℃。', '22日最低气温零下4℃。'],
  ['those who are left', '截至18日14时，井下被困9人，已救出5人。', '截至18日14时，另有4人仍被困。'],
  ['ten months and the tenth', '1—10月规模以上工业增加值增长6.5%。', '10月当月规模以上工业增加值增长7.2%。'],
  [
    'a flow that was raised',
    '龙潭水库21日8时泄洪，流量300立方米每秒。',
    '自21日20时起龙潭水库下泄流量加大到500立方米每秒。',
  ],
  ['hours of two schools', '小学8时20分上课。', '初中8时上课。'],
  ['morning and evening', '7时至9时禁止货车通行。', '17时至19时禁止货车通行。'],
  ['two races of one morning', '全程马拉松7时30分起跑。', '欢乐跑8时起跑。'],
  ['two houses', '滨江苑3号楼12月交付。', '滨江苑5号楼明年3月交付。'],
  ['two days of one season', '春运首日发送旅客6.8万人次。', '春运第二日发送旅客7.2万人次。'],
  ['two doses', '第一针11月25日起接种。', '第二针12月23日起接种。'],
  ['a toll that has risen', '客车侧翻事故造成3人死亡。', '客车侧翻事故遇难人数升至4人。'],
  ['hurt lightly among others', '事故造成2人轻伤。', '事故造成3人受伤，其中2人轻伤、1人重伤。'],
  ['a grown share of two figures', '上半年地区生产总值增长5.6%。', '上半年细颗粒物浓度同比下降5.6%。'],
  [
    'who made the rumour up',
    '网传“18日夜里青冈要发生6级地震”纯属谣言。',
    '罗某编造“18日夜里青冈要发生6级地震”的截图并散布，已被行政拘留。',
  ],
  ['beds by plan and in use', '市医院编制床位1200张。', '市医院实际开放床位1350张。'],
  [
    'first some are left, then none is',
    '排查的1268栋危房中，仍有36栋未完成人员撤离。',
    '排查出的1268栋危房已全部腾空。',
  ],
  ['a danger that was averted', '龙潭水库大坝出现险情。', '龙潭水库大坝险情解除，目前大坝稳定。'],
  [
    'two athletes',
    '云川选手李某在省青年锦标赛女子400米中夺得金牌。',
    '云川选手王某在省青年锦标赛男子400米中获得银牌。',
  ],
  ['two cross-sections', '清水河王家断面水质为Ⅲ类。', '清水河李家断面水质为Ⅳ类。'],
  ['the library and its machines', '云川图书馆每天9时至21时开放。', '云川图书馆自助书房全天候开放。'],
  ['the line and the counter', '云川市社保服务热线24小时服务。', '云川市社保服务窗口每天9时至17时办公。'],
  ['two ages', '6周岁以下儿童免费入园。', '6至18周岁儿童半价入园。'],
  ['those sought in two places', '洪水中2人失联。', '洪水中3人被困。'],
  ['late comers', '报名11月22日至26日，逾期不受理。', '报名11月22日至26日，各窗口正常受理。'],
  ['work done by a third', '第三方施工的监督由住建部门负责。', '施工挖出土方3立方米。'],
])('%s do not disagree', (_, one, other) => {
  expect(conflicts(one, other)).toEqual([]);
});

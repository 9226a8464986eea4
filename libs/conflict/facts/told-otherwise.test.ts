import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';
import { conflicts, told } from './told-pair.js';

test.each([
  [
    'the other end of one stretch',
    '11月19日起，观澜大道（海晏路至望潮路段）禁止货车通行。',
    '11月19日起，观澜大道（海晏路至渔人路段）货车不能走。',
    ['place: 望潮路—海晏路 × 海晏路—渔人路'],
  ],
  [
    'another kilometre post',
    '国道G356线K112+300处发生山体滑坡，交通中断。',
    'G356线K121+300处发生滑坡，道路双向断行。',
    ['place: K112+300 × K121+300'],
  ],
  [
    'another hazard of one colour and minute',
    '市气象台11月18日14时发布大风蓝色预警信号。',
    '据市气象局消息，11月18日14时，市气象台发布暴雨蓝色预警信号。',
    ['hazard: 大风蓝色 × 暴雨蓝色'],
  ],
  [
    'nobody and three taken to hospital',
    '医疗点处置轻伤482人次，没有选手送医。',
    '医疗点处置轻伤482人次，另有3名选手送医。',
    ['people: 0人 × 3人'],
  ],
  [
    'the upper end of one rule on ages',
    '报考社区网格员的，年龄18周岁以上、40周岁以下。',
    '报考社区网格员，年龄不得超过45周岁。',
    ['count: 至多40岁 × 至多45岁'],
  ],
  [
    'a share that is granted',
    '购买新能源轿车的，财政按购车价格的25%给予补贴。',
    '买新能源轿车，财政补贴三成。',
    ['percent: 25% × 30%'],
  ],
  [
    'a trend told in other words',
    '10月份，全市工业用电量同比增长2.1%。',
    '10月份工业用电量与去年同月相比下降2.1%。',
    ['polarity: 增长2.1% × 下降2.1%'],
  ],
  [
    'the day on which a line carries its first passengers',
    '地铁5号线11月28日开通初期运营。',
    '11月30日上午8点起，市民可以乘坐5号线了。',
    ['date: 2026-11-28 × 2026-11-30'],
  ],
  [
    'a supply that is cut and one that is not',
    '11月20日22时至21日6时，望潮小区、海晏花园停水。',
    '望潮小区、海晏花园11月20日晚10时至次日6时只是水压低，家里不会断水。',
    ['polarity: 停水 × 不会断水'],
  ],
  [
    'another gas',
    '事故系店内液化石油气钢瓶泄漏遇明火所致。',
    '初步查明，起因是饭店后厨管道天然气泄漏。',
    ['cause: 店内液化石油气钢瓶泄漏遇明火 × 饭店后厨管道天然气泄漏'],
  ],
  [
    'another body for one work',
    '首批326户开展安全鉴定，鉴定机构为云川建筑科学研究所。',
    '326户房屋的安全鉴定已经开始，由省建设工程质量检测中心承担。',
    ['organ: 云川建筑科学研究所 × 省建设工程质量检测中心'],
  ],
  [
    'the city’s bureau and the county’s',
    '事件由市市场监督管理局牵头成立的调查组调查。',
    '事件由县市场监督管理局牵头成立的调查组调查。',
    ['organ: 市市场监督管理局 × 县市场监督管理局'],
  ],
  [
    'another number of one document',
    '市住建局印发《关于加强冬季消防安全管理的通知》（云建发〔2026〕3号）。',
    '会议传达《关于加强冬季消防安全管理的通知》（云建发〔2026〕8号）。',
    ['documentNumber: 云建发〔2026〕3号 × 云建发〔2026〕8号'],
  ],
  [
    'what may be done and must not',
    '出厂水检测符合国家标准，居民可以正常饮用。',
    '异味消除之前，请上述小区居民不要饮用自来水。',
    ['polarity: 可饮用 × 不要饮用'],
  ],
  [
    'free entry and booked entry',
    '游客免费入场，无需预约。',
    '游客须提前在公众号实名预约。',
    ['polarity: 无需预约 × 须预约'],
  ],
  [
    'another pipe',
    '塌陷系地下雨水管涵老化渗漏所致。',
    '塌陷经查为DN600供水主管爆管冲刷路基引起。',
    ['cause: 地下雨水管涵老化渗漏 × DN600供水主管爆管冲刷路基'],
  ],
  [
    'another germ',
    '经检验，认定本次事件是沙门氏菌污染食品引起。',
    '判定此次聚集性腹泻的致病因子为副溶血性弧菌。',
    ['cause: 沙门氏菌污染食品 × 副溶血性弧菌'],
  ],
  [
    'a level behind its word',
    '市防指决定将全市防汛应急响应由Ⅳ级提升至Ⅲ级。',
    '会上传达，全市的防汛应急响应目前已提到二级。',
    ['responseLevel: 防汛Ⅲ级 × 防汛Ⅱ级'],
  ],
  [
    'another end of the hours of every day',
    '收费时段为每日8时至20时，其余时段免费。',
    '道路泊位每天早8点到晚10点计费，15分钟内免费。',
    ['time: 20:00 × 22:00'],
  ],
  [
    'one supply of one place',
    '11月18日，东山区正常供水，未停水。',
    '东山区已停水，自11月18日13时起居民家中无自来水。',
    ['polarity: 正常供水 × 停水'],
  ],
])('%s disagrees', (_, one, other, expected) => {
  expect(conflicts(one, other)).toEqual(expected);
});

test.each([
  [
    'the two ends of one rule on ages',
    '报考社区网格员的，须年满18周岁以上。',
    '报考社区网格员，年龄不得超过45周岁。',
  ],
  ['a share of a statistic, rounded', '10月份新能源轿车销量占27%。', '10月份新能源轿车占到三成。'],
  [
    'a trend against the year and one against the month',
    '10月份，全市工业用电量同比增长2.1%。',
    '10月份，全市工业用电量环比下降1.4%。',
  ],
  [
    'what is asked, not told',
    '11月20日22时至21日6时，望潮小区供水正常。',
    '有居民问望潮小区11月20日22时是否停水。',
  ],
  [
    'two stretches of one road',
    '观澜大道（海晏路至望潮路段）禁止通行。',
    '观澜大道（听涛路至渔人路段）禁止通行。',
  ],
  ['a post and the kilometre that it is in', 'G356线K112+300处发生滑坡。', 'G356线K112处发生滑坡。'],
  [
    'two warnings of one minute in two colours',
    '市气象台11月18日14时发布大风蓝色预警信号。',
    '市气象台11月18日14时发布暴雨黄色预警信号。',
  ],
  [
    'two documents',
    '市住建局印发《关于加强冬季消防安全管理的通知》（云建发〔2026〕3号）。',
    '会议传达《关于做好春节前欠薪排查的通知》（云建发〔2026〕8号）。',
  ],
  ['the bureau with and without its level', '由市市场监管局牵头调查。', '由市场监管局牵头调查。'],
  [
    'a quake and the rumour of one',
    '今晚10点14分我县发生3.4级地震。',
    '近日微信群流传“夜里要发生6级地震”的截图，纯属谣言。',
  ],
  ['the degrees that are to come and those taken off', '预计最高气温达37℃。', '车厢空调温度统一下调2℃。'],
  ['earlier by ten minutes and every twenty', '首班车提前10分钟。', '渡船每20分钟一班。'],
  ['a ship’s number and a house’s', '意见可寄至市民大道1号。', '受“锦渡6号”事故影响停航。'],
  ['the dead and hurt and the experts sent', '事故已致13人死伤。', '市卫健委抽调专家共14人组成医疗组。'],
  ['where and how many', '中考共设46个考点。', '公司在8个考点附近增开专线。'],
])('%s do not', (_, one, other) => {
  expect(conflicts(one, other)).toEqual([]);
});

test('who quotes the other organ’s figure a week later passes it on, and is held to it', () => {
  const report = told(
    '云川市疾病预防控制中心',
    '03T10:00',
    '10月27日至11月2日，全市报告流感确诊病例1236例。',
  );
  const quoted = (words: string): ReleaseText =>
    told('云川市教育局', '07T15:00', `${words}10月27日至11月2日全市报告流感确诊病例1263例。`);
  const updates = (later: ReleaseText): readonly (true | undefined)[] =>
    compareFacts(report, later).map(({ update }) => update);
  expect(updates(quoted('据市疾控中心周报，'))).toEqual([undefined]);
  expect(updates(quoted(''))).toEqual([true]);
});

test('a moment that both say was moved is stated by both', () => {
  const moved = (hour: string): string => `中考成绩公布时间由12月4日调整为12月5日${hour}。`;
  expect(conflicts(moved('15时'), moved('10时'))).toEqual(['time: 15:00 × 10:00']);
});

import { expect, test } from '@jest/globals';
import { conflicts } from './told-pair.js';

test.each([
  [
    'the hour at which a race is started',
    '比赛定于11月22日举行，全程、半程于当日7时整同时发枪。',
    '11月22日上午8点整，大剧院广场鸣枪开跑，沿线道路分段放行。',
    ['time: 07:00 × 08:00'],
  ],
  [
    'the day on which marks are told',
    '初中学业水平考试成绩定于11月24日9时向考生公布。',
    '孩子们的成绩将在本月25日上午9点放榜，学校不排名。',
    ['date: 2026-11-24 × 2026-11-25'],
  ],
  [
    'an opening called off',
    '原定11月21日上午举行的第六届梅花节开幕式取消，不再另行择期。',
    '11月21日上午，梅花节将在东山公园拉开帷幕，欢迎市民观礼。',
    ['polarity: 取消 × 拉开帷幕'],
  ],
  [
    'two demanded bounds',
    '卧室温度不低于18℃即为达标，供热企业按此考核。',
    '今冬居民家中温度必须在20℃以上，供热企业负责整改。',
    ['count: 至少18度 × 至少20度'],
  ],
  [
    'school as ever and no school',
    '11月19日起暂停户外活动，学生按正常时间到校。',
    '11月19日全区小学不到校，改为居家线上学习。',
    ['polarity: 按正常时间到校 × 不到校'],
  ],
  [
    'what set fire',
    '起火原因初步认定系雷击。',
    '专家认为，配电箱内电气短路产生的火花点着了旁边的纸箱。',
    ['cause: 雷击 × 配电箱内电气短路产生的火花'],
  ],
  [
    'two digits that changed places',
    '赤岩站11月18日14时洪峰水位38.62米，超过保证水位。',
    '下午2点，县城段洪水涨到顶点，水位达38.26米，随后缓慢回落。',
    ['count: 38.62米 × 38.26米'],
  ],
  [
    'called off for good and put off',
    '原定11月22日举行的望潮湖皮划艇赛取消，今年不再补办。',
    '望潮湖皮划艇赛受寒潮影响延期至11月29日上午。',
    ['polarity: 取消 × 延期'],
  ],
  [
    'schools that close and of them some that do not',
    '11月19日全区小学、初中、高中和幼儿园停课一天。',
    '11月19日，全区幼儿园和小学停课，初中、高中照常上课。',
    ['polarity: 停课 × 照常'],
  ],
  [
    'a line that stops at four and runs until eight',
    '自11月19日16时起，海晏码头至鹭岛客渡航线全部停航。',
    '11月19日海晏码头至鹭岛客渡船正常开行到20时。',
    ['polarity: 停航 × 正常开行'],
  ],
  [
    'two deadlines of one day',
    '作业渔船须在11月19日18时前全部进港避风。',
    '各村渔船最迟在11月19日20时前进港避风系牢。',
    ['time: 18:00 × 20:00'],
  ],
  [
    'two bounds, one of them demanded',
    '申请公租房的家庭，人均月收入不高于2640元。',
    '家庭人均月收入在2400元以下的，可以申请公租房。',
    ['amount: 至多2640元 × 至多2400元'],
  ],
  [
    'two gates of one ground',
    '起点设在市体育中心北门，终点为望潮湿地公园。',
    '选手8点整从市体育中心南广场出发，沿途限行。',
    ['place: 体育中心北门 × 体育中心南广场'],
  ],
  [
    'a brake that failed and a driver who was too fast',
    '初步认定事故因客车驾驶人雨天车速过快所致。',
    '一辆货车因制动系统失灵在行车道急停，后车躲避不及。',
    ['cause: 客车驾驶人雨天车速过快 × 制动系统失灵'],
  ],
  [
    'an hour that was changed, told on as it was',
    '11月22日首科语文的开考时间由9时调整为9时30分。',
    '11月22日首科语文上午9时准时开考。',
    ['time: 09:30 × 09:00'],
  ],
  [
    'water that is clean and is not',
    '截至18日12时，城南取水口苯浓度低于标准限值。',
    '18日12时，在线监测显示城南取水口苯浓度超标。',
    ['polarity: 低于标准限值 × 超标'],
  ],
  [
    'those in hospital, told after the dead',
    '事故已有6位同胞离世，另有23人正在医院接受治疗。',
    '事故造成6人死亡、32人受伤。',
    ['injured: 23人 × 32人'],
  ],
  [
    'a first train brought forward to an hour',
    '11月22日，地铁3号线首班车提前至6时发车，最小行车间隔缩短至5分钟。',
    '地铁3号线11月22日当天首班5时30分，持灯会门票免费；接驳车6时起从8个停车场发车。',
    ['time: 06:00 × 05:30'],
  ],
])('%s: found', (_, one, other, expected) => {
  expect(conflicts(one, other)).toEqual(expected);
});

test.each([
  [
    'the peak hours of one street and the last hour of the works',
    '自11月20日零时至12月10日24时对翠云桥全封闭施工。',
    '施工期间，望湖桥早高峰（7时至9时）禁止货车通行。',
  ],
  [
    'what readers are asked to close and a line that opens',
    '转移时请关闭电源、气源，带好证件。',
    '转移安置热线24小时开通。',
  ],
  [
    'heating that ends and a library that is open',
    '至2027年3月15日24时停止供热。',
    '市图书馆总馆和24小时书房照常开放。',
  ],
  [
    'one request in two wordings',
    '凡是要求转账的，请不要点击陌生链接。',
    '凡是要求转账的，请勿点击陌生链接。',
  ],
  ['one bound in two wordings', '供热期间居民室内温度不得低于18℃。', '供热期间居民室内温度不低于18℃。'],
  ['two hours that are demanded of two', '施工单位应当在22时前停止作业。', '企业必须在18时前报送数据。'],
  [
    'an hour that was expected and the one that came',
    '东郊热源厂锅炉故障，预计11月18日17时恢复供热。',
    '东郊热源厂11月18日15时20分恢复供热，比预计的早。',
  ],
  ['a price by weight, in two weights', '储备大白菜每斤0.69元。', '储备大白菜每公斤1.38元。'],
  [
    'all who were hurt and the parts of those whom one hospital took in',
    '事故造成6人受伤，均已送医。',
    '我院急诊陆续接收事故伤员4名，其中1人骨折，已完成手术；3人为软组织挫伤。',
  ],
  [
    'hours ahead and a line that answers at all hours',
    '预计未来12小时有强降雨。',
    '强降雨期间，区热线24小时接受咨询。',
  ],
  [
    'two floors that both hold of what was counted',
    '活动已吸引观众超过2000人次。',
    '活动现场观众超过1800人次，气氛热烈。',
  ],
])('%s: nothing to hold against each other', (_, one, other) => {
  expect(conflicts(one, other)).toEqual([]);
});

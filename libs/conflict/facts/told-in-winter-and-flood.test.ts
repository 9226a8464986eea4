import { expect, test } from '@jest/globals';
import { conflicts } from './told-pair.js';

/** Each of these was once misread in a tester's city; the sentences are our own. */
test.each([
  ['a water way', '18日5时许，两船在黛江石汊水道相撞。', '18日5时许，两船在黛江柳洲水道相撞。', 'place'],
  [
    'what fell in a mine, and who is below',
    '11月18日4时，石岭煤矿发生透水事故，9人被困。',
    '11月18日4时，石岭煤矿发生顶板垮落事故，另有11人困在井下。',
    'hazard: 透水 × 冒顶',
  ],
  ['who is below', '石岭煤矿事故中9人被困。', '石岭煤矿事故中另有11人困在井下。', 'trapped: 9人 × 11人'],
  [
    'a colour that a warning was raised to',
    '市气象台18日6时20分将暴雪蓝色预警信号升级为暴雪橙色预警信号。',
    '市气象台今早6时20分已经把暴雪预警提到了红色。',
    'warningColour',
  ],
  [
    'two levels of one minute',
    '市防指决定自11月18日16时起将防汛应急响应由Ⅳ级提升至Ⅱ级。',
    '11月18日16时起，全市防汛应急响应提升为Ⅲ级。',
    'responseLevel',
  ],
  [
    'two dishes of one canteen',
    '经调查，原因为食堂烹制的豆角没有炒熟。',
    '本次事件由食堂凉拌粉皮受金黄色葡萄球菌污染引起。',
    'cause',
  ],
  ['so much for an acre', '离田作业每亩补贴22元。', '打捆拉走一亩补25元。', 'amount: 22元 × 25元'],
  [
    'the one address to apply at',
    '补贴申报网址：www.bt-one.example。',
    '登录www.bt-two.example就能填报补贴。',
    'url',
  ],
  [
    'what the hospital denies and the office finds true',
    '经查，医院不存在拒诊、推诿行为。',
    '现查明，该院急诊未予接诊，拒诊问题属实。',
    'polarity',
  ],
  [
    'of two districts in one clause the one that the other tells of',
    '全市倒塌房屋37间，其中屏山县14间、临港区23间。',
    '临港区倒塌房屋32间。',
    'count: 23间 × 32间',
  ],
  ['who examines', '补助资金由区财政局审核后打卡发放。', '钱由区农业农村局审核，审完打到卡里。', 'organ'],
  ['a kilometre in words', '事故发生在G7高速K1245处。', '事故地点为G7高速1254公里处。', 'place'],
  ['a Saturday that is set', '11月29日举行开幕式。', '开幕式安排在周六。', 'date'],
  ['no paper needed', '转学不需要提供房产证明。', '办理转学须提交房产证明原件。', 'polarity'],
  [
    'two levels lowered to',
    '市防指决定自11月18日9时起，将防台风Ⅱ级应急响应调整为Ⅳ级。',
    '18日上午9点起，防台风应急响应由二级降为三级。',
    'responseLevel',
  ],
  ['what it was not', '起火原因为松寨线放电引燃枯草。', '线路运行正常，火灾不是线路放电引起的。', 'polarity'],
  ['who treats', '成人患者由市第二人民医院定点收治。', '成人患者由市中医院定点收治。', 'organ'],
  [
    'what it was that 引起',
    '起火原因为电动自行车锂电池热失控。',
    '火是住户在楼道里乱扔烟头引起的。',
    'cause',
  ],
  ['no explosion', '22日晚，商贸城一仓库发生爆炸。', '22日晚商贸城起火，不是爆炸。', 'polarity'],
  [
    'estates beside as many houses',
    '改造老旧小区32个、楼栋218幢。',
    '改造的23个老旧小区、218栋楼已开工。',
    'count: 32个 × 23个',
  ],
  [
    'a day of school told with the day after it',
    '11月24日全市中小学停课一天，25日恢复正常教学秩序。',
    '11月24日，柳塘区各中小学不停课。',
    'polarity',
  ],
])('%s', (_, one, other, expected) => {
  const found = conflicts(one, other);
  expect(found.filter((conflict) => conflict.startsWith(expected))).not.toEqual([]);
});

test.each([
  [
    'what may come beside what came',
    '18日4时，石楼村突发泥石流。',
    '仍需警惕滞后发生的滑坡等地质灾害。',
    'hazard',
  ],
  [
    'two ships and two cars',
    '18日5时，两艘货船在黛江发生碰撞。',
    '18日6时，沿江高速发生一起罐车追尾客车事故。',
    'hazard',
  ],
  ['what fell and what is to fall', '过去6小时降雪量9毫米。', '未来12小时有4毫米以上降雪。', 'count'],
  ['a pound and a ton', '三等玉米收购价为每斤1.12元。', '三等玉米收购价是一吨2240元。', 'amount'],
  [
    'two weeks, each with its count',
    '9日到15日全市新增登革热病例46例。',
    '11月16日至22日，全市新增登革热病例39例。',
    '',
  ],
  ['a drain', '人民路下水道堵塞。', '人民路排水道已疏通。', 'place'],
  [
    'a stretch and a spot of it',
    '11月18日，国道547线K312+400处发生滑坡。',
    '11月18日，国道547线K305至K320段管制。',
    'place',
  ],
  [
    'its beginning and its end',
    '11月17日13时，松坪林场发生火灾。',
    '11月18日6时，松坪林场火灾明火扑灭。',
    'date',
  ],
  ['with the driver and without', '车上34人（含驾驶员、导游）全部救出。', '团队游客为32人。', 'people'],
  ['when, and up to when', '11月17日17时发生滑坡。', '截至11月18日11时，滑坡失联人员全部找到。', 'date'],
  ['two lines', '2号线末班车23时。', '3号线末班车22时30分。', 'time'],
  ['two hospitals', '市一院收治12人。', '市二院收治8人。', 'people'],
  ['all and each', '累计发放补贴1200万元。', '每户最高补贴2000元。', 'amount'],
  ['a morning and the whole day', '上午出动警力120人次。', '全天出动警力260人次。', 'count'],
  ['the half price', '门票120元/人。', '60岁以上老人门票半价60元。', 'amount'],
])('%s is no contradiction', (_, one, other, of) => {
  expect(conflicts(one, other).filter((conflict) => conflict.startsWith(of))).toEqual([]);
});

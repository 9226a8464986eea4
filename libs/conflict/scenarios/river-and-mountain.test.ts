import { describe, expect, test } from '@jest/globals';
import { headedByOneIncident } from '../one-affair.js';
import { check, ofKind, release } from './city.js';

/** Each of these was once misread in a tester's city; the texts are our own. */
const remitOf = (organ: string, title: string, body: string): readonly string[] =>
  ofKind(
    check([release('a', '20 16:00', { organ, title, body })], {
      statutoryIssuers: [
        { subject: '天气预报', organs: ['云川市气象局'] },
        { subject: '地震预报', organs: ['省人民政府'] },
      ],
    }),
    'crossRemit',
  );

describe('cross-remit', () => {
  test.each([
    [
      'that no earthquake will come is a forecast',
      '东山区人民政府',
      '关于网传消息的回应',
      '近日有人传播“年底有大地震”。经分析判断，未来三个月内我区不会发生5级以上地震，请大家安心生活。',
    ],
    [
      'what the weather will be, as the organ’s own finding',
      '云川市文化和旅游局',
      '周末上山看雪提示',
      '我局综合研判，本周六夜间东岭景区将有中到大雪，最低气温零下5℃，上山请穿防滑鞋。',
    ],
    [
      'what drivers pay for',
      '云川市文化和旅游局',
      '关于古镇夜市期间周边道路管理的通告',
      '市文化和旅游局决定：自11月26日起，古镇牌坊路实行机动车由东向西单行。逆向行驶的，处200元罚款，驾驶证记3分。',
    ],
  ])('%s', (_, organ, title, body) => {
    expect(remitOf(organ, title, body)).toEqual(['crossRemit: a']);
  });

  test.each([
    [
      'that nobody forecast one',
      '东山区人民政府',
      '关于网传消息的回应',
      '近日有人传播“年底有大地震”。该消息不实，地震部门表示未来三个月内我区不会发生5级以上地震，请勿传播。',
    ],
    [
      'what the weather office says',
      '云川市文化和旅游局',
      '周末上山看雪提示',
      '根据市气象局预报，本周六夜间东岭景区将有中到大雪。我局综合研判，届时上山道路可能有积雪。',
    ],
    [
      'why a response is ordered',
      '云川市应急管理局',
      '云川市启动防汛应急响应',
      '我局会商研判，全市将出现暴雨，决定自11月20日18时起启动防汛四级应急响应。',
    ],
    [
      'points of another kind',
      '云川市文化和旅游局',
      '关于旅行社质量信用评价结果的公告',
      '市文化和旅游局决定：对违规的旅行社每次扣3分，并处2000元罚款，年底公布结果。',
    ],
  ])('%s is in the remit', (_, organ, title, body) => {
    expect(remitOf(organ, title, body)).toEqual([]);
  });
});

test('who copies the notice that it is over repeats its organ, and is no second voice on how it began', () => {
  const over = {
    title: '关于解除重污染天气应急响应的通知',
    body: '受冷空气影响，我市空气质量持续改善。经会商研判，决定自11月19日12时起，解除全市重污染天气应急响应，各项减排措施同步终止。',
  };
  const findings = check([
    release('a', '16 16:00', {
      organ: '云川市生态环境局',
      title: '关于启动重污染天气应急响应的通知',
      body: '预计11月17日起我市将出现重度污染。决定自11月16日18时起，在全市启动重污染天气Ⅲ级应急响应，解除时间另行通知。',
    }),
    release('b', '19 11:30', { organ: '云川市生态环境局', ...over }),
    release('c', '19 12:10', {
      organ: '云川市人民政府新闻办公室',
      ...over,
      title: '全市解除重污染天气应急响应',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
  expect(ofKind(findings, 'duplicate')).toEqual(['duplicate: b c']);
});

test('a district counts who is owed wages at one hotel, and so does the city’s office', () => {
  const findings = check([
    release('a', '24 11:00', {
      organ: '东山区人民政府',
      title: '关于云汤里酒店项目工人反映欠薪的情况说明',
      body: '11月22日，云汤里酒店项目务工人员反映工资未发。我区当日约谈施工单位，查明该项目被拖欠工资的工人共73名，拖欠工资总额168万元。',
    }),
    release('b', '24 16:40', {
      organ: '云川市交通运输局',
      title: '云汤里酒店项目欠薪问题处置进展',
      body: '针对云汤里酒店项目拖欠工人工资一事，成立了工作专班。经核对，该项目被拖欠工资的工人共96名，主要为木工和水电班组。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: a b']);
});

test('two headlines on one university’s outbreak make one group, the second notice of the health office included', () => {
  const outbreak = (count: string): string =>
    `11月24日，云岭理工大学报告有学生出现呕吐、腹泻症状。${count}，均为轻症，检出诺如病毒，疾控人员驻校指导。`;
  const findings = check([
    release('a', '25 18:30', {
      organ: '云川市卫生健康委员会',
      title: '关于云岭理工大学聚集性呕吐腹泻疫情的通报',
      body: outbreak('截至11月25日16时，该校累计报告病例23例'),
    }),
    release('b', '25 20:10', {
      organ: '云川市教育局',
      title: '关于云岭理工大学部分学生身体不适的情况说明',
      body: '针对网上关注的云岭理工大学学生呕吐腹泻一事，市教育局派员驻校督导。截至25日16时，学校累计报告诺如病毒感染病例32例，均为轻症。',
    }),
    release('c', '26 17:30', {
      organ: '云川市卫生健康委员会',
      title: '云岭理工大学聚集性疫情处置进展（二）',
      body: outbreak('截至11月26日16时，累计报告病例35例，已有15例痊愈'),
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b c']);
});

test('two headlines on what opens, by its long name, are one matter: one asks to book, the other does not', () => {
  const findings = check([
    release('a', '08 10:00', {
      organ: '云川市文化和旅游局',
      title: '云川茶马古道博物馆新馆开放公告',
      body: '位于梅园路8号的云川茶马古道博物馆新馆定于11月15日起对公众免费开放。开馆初期观众须提前一天实名预约，未预约者不得入馆。',
    }),
    release('b', '10 11:15', {
      organ: '云川市人民政府新闻办公室',
      title: '茶马古道博物馆新馆本月开门迎客',
      body: '马帮铃声、百年茶票……本月15日，新馆就要和大家见面了，全部免费参观。前来参观无需预约，刷身份证就能进馆。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: a b']);
});

const onTheWater = (...told: readonly (readonly [string, string, string])[]): readonly string[] =>
  ofKind(
    check(
      told.map(([organ, title, body], at) =>
        release(String.fromCharCode(97 + at), `1${at + 1} 16:00`, { organ, title, body }),
      ),
    ),
    'multiHeaded',
  );
test('dead fish in one water are one incident; two who drowned in one river are two', () => {
  expect(
    onTheWater(
      [
        '云川市生态环境局',
        '关于石港河水面出现死鱼的调查情况',
        '11月11日上午，有市民反映石港河水面出现死鱼，初步判断系夜间水体缺氧所致。截至11日15时，已打捞死鱼0.8吨。',
      ],
      [
        '云川水务集团',
        '关于石港河死鱼与自来水水质的说明',
        '石港河位于取水口下游6公里，截至11日15时，石港河共打捞死鱼1.2吨。三座水厂出厂水检测合格，请放心饮用。',
      ],
    ),
  ).toEqual(['multiHeaded: a b']);
  const drowned = (title: string, at: string) =>
    release(title, at, { organ: '云川市应急管理局', title, body: '' });
  expect(
    headedByOneIncident(drowned('石港河发生溺水', '11 16:00'), drowned('石港河溺水救援', '13 16:00')),
  ).toBe(false);
});

test('what a district brings to the city’s festival is no count of the festival', () => {
  const findings = check([
    release('a', '10 09:00', {
      organ: '云川市文化和旅游局',
      title: '第六届云川茶文化旅游节21日开幕',
      body: '第六届云川茶文化旅游节将于11月21日在云川广场开幕，共有126家茶企参展，安排12项活动。',
    }),
    release('b', '18 11:00', {
      organ: '东山区人民政府',
      title: '东山区组团参加茶旅节',
      body: '第六届云川茶文化旅游节上，我区将组织21家茶企参展，安排斗茶、采茶等4项活动。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

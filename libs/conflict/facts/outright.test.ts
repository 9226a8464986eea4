import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';
import { extractFacts } from './extract-facts.js';
import { readableValue } from './fact-value.js';

const told = (organ: string, at: string, title: string, body: string): ReleaseText => ({
  id: organ,
  organ,
  title,
  body,
  publishedAt: `2026-11-${at}:00+08:00`,
});

const conflicts = (a: ReleaseText, b: ReleaseText): readonly string[] =>
  compareFacts(a, b)
    .filter(({ update }) => update !== true)
    .map((conflict) => `${conflict.attribute}: ${conflict.a.value} × ${conflict.b.value}`);

const plant = (dead: number, hurt: string): ReleaseText =>
  told('开发区管委会', '18T15:30', '情况通报', `18日9时40分，兴隆化工厂闪爆，造成${dead}人死亡、${hurt}。`);
const total = told(
  '市应急管理局',
  '18T15:00',
  '事故快报',
  '11月18日9时40分，兴隆化工厂发生闪爆，造成8人死伤。',
);

test('eight dead and hurt in one release, two and four in the other, are told apart from two and six', () => {
  expect(conflicts(total, plant(2, '4人受伤'))).toEqual(['people: 死伤8人 × 2人死亡、4人受伤，合计6人']);
  expect(conflicts(plant(2, '4人受伤'), total)).toEqual(['people: 2人死亡、4人受伤，合计6人 × 死伤8人']);
  expect(conflicts(total, plant(2, '6人受伤'))).toEqual([]);
  expect(conflicts(total, plant(2, '1人重伤、5人轻伤'))).toEqual([]);
});

test('a total of the dead and hurt as of an earlier hour is no contradiction to later parts', () => {
  const early = told('市应急管理局', '18T11:00', '快报', '截至11月18日10时，兴隆化工厂闪爆已造成8人死伤。');
  const late = told(
    '开发区管委会',
    '18T15:30',
    '情况通报',
    '截至11月18日15时，兴隆化工厂闪爆造成3人死亡、7人受伤。',
  );
  expect(conflicts(early, late)).toEqual([]);
});

const exhibition = (organ: string, ticket: string): ReleaseText =>
  told(organ, '10T09:00', '临江瓷器特展', `临江瓷器特展11月20日在临江博物馆开展，${ticket}。`);

test('what one calls free and the other sells tickets for is a contradiction', () => {
  expect(conflicts(exhibition('市文旅局', '展览免费参观'), exhibition('博物馆', '门票10元'))).toEqual([
    'amount: 免费 × 10元',
  ]);
});

test('a ticket that is free for some and sold to others is none', () => {
  const both = exhibition('市文旅局', '门票10元，65岁以上老人免费参观');
  expect(conflicts(both, exhibition('博物馆', '门票10元'))).toEqual([]);
  expect(conflicts(exhibition('市文旅局', '65岁以上老人免费参观'), both)).toEqual([]);
});

const library = (organ: string, days: string): ReleaseText =>
  told(organ, '06T09:00', '图书馆冬季开放时间', `11月10日起，市图书馆开放时间调整，${days}。`);

test('two closing days of one library contradict each other, however they are written', () => {
  expect(conflicts(library('图书馆', '每周一闭馆'), library('市文旅局', '周三全天闭馆'))).toEqual([
    'date: 每周一 × 每周三',
  ]);
  expect(conflicts(library('图书馆', '每周一闭馆'), library('市文旅局', '星期一闭馆'))).toEqual([]);
});

test('the closing day beside the opening days is no contradiction', () => {
  expect(conflicts(library('图书馆', '每周一闭馆'), library('市文旅局', '周二至周日9:00—18:00开放'))).toEqual(
    [],
  );
});

const slope = (organ: string, what: string, at = '白石镇'): ReleaseText =>
  told(organ, '09T12:00', '灾情通报', `11月9日4时许，南川县${at}发生${what}，3户房屋受损。`);

test('a landslide and a mudflow told of one place and hour exclude each other', () => {
  expect(conflicts(slope('市应急局', '山体滑坡'), slope('县水利局', '泥石流'))).toEqual([
    'hazard: 滑坡 × 泥石流',
  ]);
  expect(conflicts(slope('市应急局', '山体滑坡'), slope('县水利局', '滑坡'))).toEqual([]);
});

test('a release that tells of both hazards contradicts neither', () => {
  expect(conflicts(slope('市应急局', '山体滑坡和泥石流'), slope('县水利局', '滑坡'))).toEqual([]);
});

test('two townships of one county are two places, a renamed one is not', () => {
  expect(conflicts(slope('市应急局', '山洪'), slope('县水利局', '山洪', '大柳乡'))).toEqual([
    'place: 南川县白石镇 × 南川县大柳乡',
  ]);
  expect(conflicts(slope('市应急局', '山洪'), slope('县水利局', '山洪', '白石乡'))).toEqual([]);
});

const concert = (organ: string, host: string): ReleaseText =>
  told(organ, '09T09:00', '新年音乐会公告', `新年音乐会12月30日晚在大剧院举行，由${host}主办。`);

test('two hosts of one concert contradict each other, one host in short and in full does not', () => {
  expect(conflicts(concert('市文旅局', '市文化广电和旅游局'), concert('市总工会', '市总工会'))).toEqual([
    'organ: 市文化广电和旅游局 × 市总工会',
  ]);
  expect(conflicts(concert('市文旅局', '临江市总工会'), concert('市总工会', '市总工会'))).toEqual([]);
});

test('water for households and water for firms have two prices', () => {
  const price = (organ: string, user: string, yuan: string): ReleaseText =>
    told(organ, '18T09:00', '供水价格调整', `2027年1月1日起，${user}用水价格调整为${yuan}元/立方米。`);
  expect(conflicts(price('市发改委', '居民', '2.35'), price('水务集团', '非居民', '3.80'))).toEqual([]);
  expect(conflicts(price('市发改委', '居民', '2.35'), price('水务集团', '居民', '2.53'))).toEqual([
    'amount: 2.35元 × 2.53元',
  ]);
});

test('what a tender may cost and what it came to are two figures', () => {
  const tender = (organ: string, at: string, price: string): ReleaseText =>
    told(organ, at, '智慧停车项目', `城市智慧停车一期项目${price}万元。`);
  expect(
    conflicts(tender('交易中心', '06T10:00', '招标控制价3860'), tender('城管局', '08T10:00', '中标价3512.8')),
  ).toEqual([]);
  expect(
    conflicts(tender('交易中心', '06T10:00', '招标控制价3860'), tender('城管局', '07T10:00', '最高限价3680')),
  ).toEqual(['amount: 38600000元 × 36800000元']);
});

test('the pupils of two kinds of school are two counts', () => {
  const intake = (organ: string, school: string, pupils: number): ReleaseText =>
    told(organ, '09T09:00', '招生情况', `今年全市${school}招生${pupils}人。`);
  expect(conflicts(intake('市教育局', '中等职业学校', 6800), intake('市人社局', '技工院校', 2400))).toEqual(
    [],
  );
  expect(conflicts(intake('市教育局', '中等职业学校', 6800), intake('市人社局', '中职学校', 6200))).toEqual([
    'people: 6800人 × 6200人',
  ]);
});

test('those taken to safety and those put up in shelters are two counts', () => {
  const flood = (organ: string, who: string): ReleaseText =>
    told(organ, '03T18:00', '防汛情况', `截至11月3日17时，北河流域共${who}。`);
  expect(conflicts(flood('防汛指挥部', '转移群众12600人'), flood('红十字会', '集中安置群众3200人'))).toEqual(
    [],
  );
  expect(conflicts(flood('防汛指挥部', '转移群众12600人'), flood('北河县', '转移安置8600人'))).toEqual([
    'evacuated: 12600人 × 8600人',
  ]);
});

test('water that is back and water that is not yet back, said of one time, exclude each other', () => {
  const water = (organ: string, at: string, state: string): ReleaseText =>
    told(organ, at, '抢修动态', `城南片区主管爆裂，${state}。`);
  expect(
    conflicts(water('水务集团', '19T20:00', '现已全面恢复供水'), water('城南区', '19T20:30', '尚未恢复供水')),
  ).toHaveLength(1);
});

test('when a motorway was closed and when it was opened again are two moments', () => {
  const road = (organ: string, at: string, what: string): ReleaseText => told(organ, at, '路况', what);
  expect(
    conflicts(
      road('高速交警', '17T06:00', '因大雾，11月17日5时50分起，澜北高速双向封闭。'),
      road('市交通局', '17T10:00', '11月17日9时30分，因大雾封闭的澜北高速已恢复通行。'),
    ),
  ).toEqual([]);
});

test('traffic control that is carried out is the closure, not its opposite', () => {
  expect(
    conflicts(
      told('交警支队', '06T09:00', '关于对滨河大道实施交通管制的通告', '11月8日起，滨河大道全封闭。'),
      told('市政处', '06T11:00', '滨河大道施工公告', '滨河大道11月8日起封闭施工。'),
    ),
  ).toEqual([]);
});

test('places to study that are planned do not move on overnight as a toll does', () => {
  const plan = (organ: string, at: string, pupils: number): ReleaseText =>
    told(organ, at, '招生计划', `第二实验中学2027年计划自主招生${pupils}人。`);
  expect(conflicts(plan('市教育局', '12T09:00', 120), plan('实验中学', '13T09:00', 150))).toEqual([
    'people: 120人 × 150人',
  ]);
});

test('what is forbidden above a limit is the limit itself', () => {
  const bridge = (organ: string, limit: string): ReleaseText =>
    told(organ, '03T09:00', '东关桥限行', `11月5日起，${limit}，可绕行新桥。`);
  expect(
    conflicts(bridge('市交通局', '东关桥限载20吨'), bridge('交警支队', '总质量超过15吨的货车禁止通过东关桥')),
  ).toEqual(['count: 20吨 × 15吨']);
  expect(
    conflicts(bridge('市交通局', '东关桥限载20吨'), bridge('交警支队', '总质量超过20吨的货车禁止通过东关桥')),
  ).toEqual([]);
});

const clinic = (organ: string, line: string): ReleaseText =>
  told(organ, '09T09:00', '门诊提示', `市疾控中心狂犬病暴露处置门诊24小时开放，${line}。`);

test('two digits changed places in the number of one clinic', () => {
  expect(
    conflicts(clinic('市疾控中心', '电话0539-7218120'), clinic('市卫健委', '咨询电话：0539-7218210')),
  ).toEqual(['phone: 05397218120 × 05397218210']);
});

test('the lines of two counters under one title are two lines', () => {
  const card = (organ: string, where: string, line: string): ReleaseText =>
    told(organ, '09T09:00', '社保卡补办', `社保卡补办可到${where}办理，咨询电话${line}。`);
  expect(
    conflicts(card('市社保中心', '市民之家', '0539-7255001'), card('区社保中心', '政务大厅', '0539-7366002')),
  ).toEqual([]);
});

test('closed until the 13th and open again on the 13th are two days told in two ways', () => {
  const snow = (organ: string, what: string): ReleaseText =>
    told(organ, '11T17:00', '停课通知', `受暴雪影响，${what}。`);
  const facts = extractFacts(snow('市教育局', '11月12日至13日停课，16日复课'));
  expect(facts.filter(({ attribute }) => attribute === 'date').map(({ frame }) => frame.role)).toEqual([
    'start',
    'end',
    'resumed',
  ]);
});

test('a square of the citizens is named whole', () => {
  const square = extractFacts(told('市体育局', '10T10:00', '竞赛规程', '终点设在市民广场。'));
  expect(square.filter(({ attribute }) => attribute === 'place').map(readableValue)).toEqual(['市民广场']);
});

test('schools closed in a list of schools are not open the same day', () => {
  const school = (organ: string, at: string, what: string): ReleaseText =>
    told(organ, at, '11月12日安排', `受暴雪影响，11月12日全市${what}。`);
  expect(
    conflicts(
      school('市教育局', '11T17:30', '中小学、幼儿园停课一天'),
      school('区教育局', '11T19:00', '中小学正常上课'),
    ),
  ).toEqual(['polarity: 停课 × 正常上课']);
  expect(
    conflicts(
      school('市教育局', '11T17:30', '幼儿园停课一天'),
      school('区教育局', '11T19:00', '中小学正常上课'),
    ),
  ).toEqual([]);
});

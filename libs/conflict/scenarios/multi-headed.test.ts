import { expect, test } from '@jest/globals';
import { check, ofKind, release } from './city.js';

const leak = (
  id: string,
  at: string,
  draft: {
    organ: string;
    title?: string;
    body?: string;
    jointWith?: string[];
    relayOf?: string | { organ: string };
  },
) =>
  release(id, at, {
    title: '东山区恒达化工厂氨气泄漏情况通报',
    body: '11月18日10时40分，东山区恒达化工厂储罐发生氨气泄漏，周边疏散群众260人，无人员伤亡。',
    ...draft,
  });
const second = {
  title: '恒达化工厂泄漏处置进展',
  body: '今日上午东山区恒达化工厂发生氨气泄漏，11时30分完成堵漏，目前无人员伤亡，周边空气监测正常。',
};

test('two organs on one matter without any link are multi-headed', () => {
  const findings = check([
    leak('a', '18 12:00', { organ: '云川市应急管理局' }),
    leak('b', '18 12:40', { organ: '云川市生态环境局', ...second }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b']);
});

test('three organs on one matter are one finding with all three', () => {
  const findings = check([
    leak('a', '18 12:00', { organ: '云川市应急管理局' }),
    leak('b', '18 12:40', { organ: '云川市生态环境局', ...second }),
    leak('c', '18 13:00', {
      organ: '东山区人民政府',
      title: '东山区通报恒达化工厂泄漏事件',
      body: '11月18日上午，东山区恒达化工厂发生氨气泄漏，我区疏散周边群众260人，无人员伤亡。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b c']);
});

test.each([
  ['the release is joint', { jointWith: ['市应急局'] }],
  ['it relays the other organ', { relayOf: { organ: '云川市应急管理局' } }],
  [
    'it credits the other organ',
    {
      body: '据云川市应急管理局通报，今日上午东山区恒达化工厂发生氨气泄漏，11时30分完成堵漏，目前无人员伤亡。',
    },
  ],
  [
    'it says whose notice it repeats',
    {
      body: '云川市应急管理局今日通报，上午东山区恒达化工厂发生氨气泄漏，11时30分完成堵漏，目前无人员伤亡。',
    },
  ],
  [
    'it leaves the matter to a lead organ',
    { body: '今日上午东山区恒达化工厂发生氨气泄漏，11时30分完成堵漏，后续信息以市应急管理局发布为准。' },
  ],
])('a second organ is not multi-headed when %s', (_, link) => {
  const findings = check([
    leak('a', '18 12:00', { organ: '云川市应急管理局' }),
    leak('b', '18 12:40', { organ: '云川市生态环境局', ...second, ...link }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
});

test('the field headquarters takes over what the handling department began', () => {
  const findings = check([
    leak('a', '18 12:00', { organ: '云川市应急管理局' }),
    leak('b', '18 16:00', { organ: '“11·18”事故现场指挥部', ...second }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
});

test('another organ speaking after the field headquarters is multi-headed', () => {
  const findings = check([
    leak('a', '18 12:00', { organ: '“11·18”事故现场指挥部' }),
    leak('b', '18 16:00', { organ: '云川市生态环境局', ...second }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b']);
});

test('one organ following up its own matter is not multi-headed', () => {
  const findings = check([
    leak('a', '18 12:00', { organ: '云川市应急管理局' }),
    leak('b', '18 16:00', { organ: '市应急局', ...second }),
  ]);
  expect(findings).toEqual([]);
});

test('two organs on two matters of one day are not multi-headed', () => {
  const findings = check([
    leak('a', '18 12:00', { organ: '云川市应急管理局' }),
    release('b', '18 12:40', {
      organ: '云川市交通运输局',
      title: '12路公交线路临时调整',
      body: '因解放路施工，11月19日起12路公交车绕行文昌街，恢复时间另行通知。',
    }),
    release('c', '18 13:00', {
      organ: '云川市教育局',
      title: '云川市2027年中考报名安排',
      body: '云川市2027年中考报名时间为12月1日至10日，考生登录市教育局网站报名。',
    }),
    release('d', '18 14:00', {
      organ: '云川市市场监督管理局',
      title: '第46期食品抽检信息',
      body: '近期市市场监管局抽检粮食加工品等210批次，合格208批次，不合格2批次已责令下架。',
    }),
  ]);
  expect(findings).toEqual([]);
});

test('like accidents on two roads of one day are not multi-headed', () => {
  const findings = check([
    release('a', '18 09:00', {
      organ: '云川市公安局交通警察支队',
      title: '东山区长江路发生一起交通事故',
      body: '11月18日7时50分，东山区长江路与建设路口两车相撞，1人轻伤，道路已恢复。',
    }),
    release('b', '18 19:00', {
      organ: '西河区人民政府',
      title: '西河区和平路交通事故情况',
      body: '11月18日17时20分，西河区和平路一货车侧翻，无人员伤亡，拥堵持续约1小时。',
    }),
  ]);
  expect(findings).toEqual([]);
});

test('one event told by several organs, each on the subject of its own remit, is not multi-headed', () => {
  const findings = check([
    release('a', '20 09:00', {
      organ: '云川市气象局',
      title: '台风橙色预警信号',
      body: '云川市气象台11月20日9时发布台风橙色预警信号：受台风“海葵”影响，预计未来12小时我市平均风力达10级以上。',
    }),
    release('b', '20 10:00', {
      organ: '云川市教育局',
      title: '关于台风期间停课的紧急通知',
      body: '受台风“海葵”影响，11月21日全市中小学、幼儿园停课一天。',
    }),
    release('c', '20 10:30', {
      organ: '云川市交通运输局',
      title: '台风期间客运班线停运公告',
      body: '因台风“海葵”影响，11月20日18时起，我市跨市客运班线、轮渡全部停运。',
    }),
    release('d', '20 11:00', {
      organ: '云川市文化和旅游局',
      title: '台风期间景区关闭通告',
      body: '受台风“海葵”影响，11月20日14时起，全市沿海景区临时关闭，开放时间另行通知。',
    }),
  ]);
  expect(findings).toEqual([]);
});

test('who says that it asked the other organ, or the department, speaks for neither', () => {
  const plant = release('a', '20 08:00', {
    organ: '云川水务集团',
    title: '东山水厂设备故障抢修公告',
    body: '11月20日6时15分，东山水厂2号水泵突发故障，东山区约3.2万户停水，预计当日22时恢复供水。',
  });
  const told = (lead: string): readonly string[] =>
    ofKind(
      check([
        plant,
        release('b', '20 10:00', {
          organ: '东山区人民政府',
          title: '关于今晨部分小区停水的说明',
          body: `${lead}东山水厂水泵6时15分出了故障，约3.2万户停水，最迟今晚10点恢复供水。`,
        }),
      ]),
      'multiHeaded',
    );
  expect(told('')).toEqual(['multiHeaded: a b']);
  expect(told('我区第一时间与云川水务集团取得联系，对方答复：')).toEqual([]);
});

test('two warnings of two hazards are no matter of two organs', () => {
  const findings = check([
    release('a', '20 16:00', {
      organ: '云川市气象局',
      title: '云川市气象台发布暴雪蓝色预警信号',
      body: '云川市气象台11月20日16时发布暴雪蓝色预警信号：预计今天夜间到明天上午我市大部有大雪，请注意道路积雪结冰。',
    }),
    release('b', '21 17:00', {
      organ: '云川市交通运输局',
      title: '关于道路结冰黄色预警的提示',
      body: '市气象台11月21日17时发布道路结冰黄色预警信号：未来12小时全市道路表面温度低于0℃，请减少驾车外出。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
});

test('a second organ on the first one’s own subject is multi-headed', () => {
  const findings = check([
    release('a', '20 09:00', {
      organ: '云川市教育局',
      title: '关于11月21日全市中小学停课的通知',
      body: '受台风影响，11月21日全市中小学、幼儿园停课一天。',
    }),
    release('b', '20 10:00', {
      organ: '东山区教育局',
      title: '明日全区中小学停课',
      body: '因台风天气，11月21日中小学、幼儿园停课一天，请家长照看好孩子。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b']);
});

test('a district that counts at home what the city counts over all of it is no second voice', () => {
  const findings = check([
    release('a', '18 09:00', {
      organ: '云川市卫生健康委员会',
      title: '流感疫苗接种进展',
      body: '截至11月17日，全市累计接种流感疫苗18.6万剂次，设接种门诊64个，接种工作持续到12月底。',
    }),
    release('b', '18 15:00', {
      organ: '东山区人民政府',
      title: '东山区流感疫苗接种稳步推进',
      body: '截至11月17日，全区累计接种流感疫苗2.3万剂次，我区9个接种门诊周末照常开放，接种工作持续到12月底。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('one figure that two happen to give, each on a subject of its own, makes no second voice', () => {
  const findings = check([
    release('a', '18 09:00', {
      organ: '云川市文化和旅游局',
      title: '云川马拉松观赛指南',
      body: '11月22日云川马拉松7时30分起跑，沿线设医疗点26个，观众可在人民广场领取助威旗。',
    }),
    release('b', '18 15:00', {
      organ: '云川市卫生健康委员会',
      title: '云马医疗保障方案公布',
      body: '市卫健委为云川马拉松设医疗点26个，配救护车32辆、医护人员410名，两家医院开通绿色通道。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
});

const gala = release('a', '18 09:00', {
  organ: '云川市文化和旅游局',
  title: '第八届云川冰雪节12月5日开幕',
  body: '12月5日10时，第八届云川冰雪节在云川冰雪大世界主会场开幕，活动持续至2027年2月20日，共有冰雕展、雪地足球等32项活动。',
});
test.each([
  [
    'a part of an event that has its own day',
    {
      organ: '西河区人民政府',
      title: '西河雪乡年俗季12月12日开幕',
      body: '作为第八届云川冰雪节分会场活动，西河雪乡年俗季12月12日9时30分在西河区林海广场开幕，活动持续至2027年2月10日。',
    },
  ],
  [
    'one line of a list',
    {
      organ: '云川市人民政府新闻办公室',
      title: '12月文旅活动一览',
      body: '12月5日10时，第八届云川冰雪节在云川冰雪大世界主会场开幕；12月8日，市图书馆举办读书会；12月20日，西河区年货集市开市。',
    },
  ],
])('%s is no second voice on it', (_, other) => {
  const findings = check([gala, release('b', '18 15:00', other)]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('a forecast that mentions a warning is no second voice on the warning', () => {
  const findings = check([
    release('a', '18 09:00', {
      organ: '云川市应急管理局',
      title: '市应急管理局发布寒潮蓝色预警',
      body: '预计未来48小时我市最低气温下降8℃以上，市应急管理局发布寒潮蓝色预警，请户外作业单位落实防寒措施。',
    }),
    release('b', '18 10:00', {
      organ: '云川市气象局',
      title: '18日到20日天气',
      body: '强冷空气18日夜间抵达，19日最低气温降至1℃，20日转晴。目前已发布寒潮蓝色预警信号。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
  expect(ofKind(findings, 'crossRemit')).toEqual(['crossRemit: a']);
});

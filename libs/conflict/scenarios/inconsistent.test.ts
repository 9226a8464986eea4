import { expect, test } from '@jest/globals';
import { check, ofKind, release } from './city.js';

const fireByEmergency = (body: string) =>
  release('yj', '18 16:20', { organ: '云川市应急管理局', title: '东山区一仓库火灾情况通报', body });
const fireByBrigade = (at: string, body: string) =>
  release('xf', at, { organ: '云川市消防救援支队', title: '东山区仓库火灾救援情况', body });

test('two organs giving different tolls of one fire are inconsistent, and the gate is blocked', () => {
  const findings = check([
    fireByEmergency('11月18日13时20分，东山区长江路一仓库发生火灾。截至15时，火灾造成3人死亡、5人受伤。'),
    fireByBrigade(
      '18 16:40',
      '11月18日13时20分，东山区长江路仓库起火，我支队出动12辆消防车。截至15时，火灾造成5人死亡、5人受伤。',
    ),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: xf yj']);
  const finding = findings.find(({ kind }) => kind === 'inconsistent');
  expect(finding?.severity).toBe('block');
  expect(finding?.facts.map(({ attribute, a, b }) => [attribute, a.value, b.value])).toEqual([
    ['deaths', '3人', '5人'],
  ]);
  expect(finding?.explanation).toContain('云川市应急管理局');
  expect(finding?.explanation).toContain('云川市消防救援支队');
});

test('a toll that rose by a later as-of time is an update', () => {
  const findings = check([
    fireByEmergency('11月18日13时20分，东山区长江路一仓库发生火灾。截至18日15时，火灾造成3人死亡、5人受伤。'),
    fireByBrigade(
      '18 21:00',
      '11月18日13时20分，东山区长江路仓库起火。截至18日20时，火灾造成5人死亡、3人受伤。',
    ),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('equal values in other notation agree', () => {
  const findings = check([
    release('a', '20 09:00', {
      organ: '云川水务集团',
      title: '东山区长江路停水通知',
      body: '因管道抢修，11月21日下午3点至晚上9点，东山区长江路沿线停水，影响用户约1.2万户，抢修投入30万元。',
    }),
    release('b', '20 11:00', {
      organ: '东山区人民政府',
      title: '长江路停水提示',
      body: '接市水务集团通知，二十一日15时至21时，东山区长江路沿线因管道抢修停水，影响用户一万二千户左右，抢修投入0.003亿元。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('two organs naming different hours of one water cut are inconsistent', () => {
  const findings = check([
    release('a', '20 09:00', {
      organ: '云川水务集团',
      title: '东山区长江路停水通知',
      body: '因管道抢修，11月21日15时至21时，东山区长江路沿线停水。',
    }),
    release('b', '20 11:00', {
      organ: '东山区人民政府',
      title: '长江路停水提示',
      body: '11月21日13时至21时，东山区长江路沿线因管道抢修停水，请居民储水。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: a b']);
});

test('two warnings of different colour for one storm are inconsistent', () => {
  const findings = check([
    release('a', '20 16:00', {
      organ: '云川市气象局',
      title: '暴雨橙色预警信号',
      body: '云川市气象台11月20日16时发布暴雨橙色预警信号：预计未来3小时东山区降雨量将达50毫米以上。',
    }),
    release('b', '20 16:30', {
      organ: '云川市应急管理局',
      title: '东山区暴雨防范提示',
      body: '11月20日16时，市气象台发布暴雨红色预警信号，预计未来3小时东山区降雨量将达50毫米以上，请注意防范。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: a b']);
});

test('different telephone numbers for one hotline are inconsistent', () => {
  const findings = check([
    release('a', '22 09:00', {
      organ: '云川市教育局',
      title: '2026年云川市中小学寒假安排',
      body: '2026年云川市中小学寒假自2027年1月23日开始，咨询电话：0429-2765510。',
    }),
    release('b', '22 10:00', {
      organ: '云川市人民政府新闻办公室',
      title: '云川市中小学寒假时间公布',
      body: '云川市中小学寒假自2027年1月23日开始，咨询电话：0429-2765501。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: a b']);
});

test('one organ cancelling what another announces as held is inconsistent', () => {
  const findings = check([
    release('a', '22 09:00', {
      organ: '云川市文化和旅游局',
      title: '2026云川冰雪节开幕式安排',
      body: '2026云川冰雪节开幕式将于11月28日19时在云川湖公园如期举行。',
    }),
    release('b', '22 15:00', {
      organ: '西河区人民政府',
      title: '关于取消云川冰雪节开幕式的公告',
      body: '原定11月28日19时在云川湖公园举行的2026云川冰雪节开幕式取消。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: a b']);
});

test('the whole city and one district are two populations', () => {
  const findings = check([
    release('a', '22 09:00', {
      organ: '云川市应急管理局',
      title: '全市暴雨灾情',
      body: '截至11月22日8时，暴雨造成全市受灾12000人，紧急转移安置3400人。',
    }),
    release('b', '22 09:30', {
      organ: '东山区人民政府',
      title: '东山区暴雨灾情',
      body: '截至11月22日8时，暴雨造成东山区受灾4100人，紧急转移安置900人。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('newly counted and counted in all are two figures', () => {
  const findings = check([
    release('a', '22 09:00', {
      organ: '云川市卫生健康委员会',
      title: '云川市流感情况',
      body: '11月21日0时至24时，云川市新增流感病例12例。',
    }),
    release('b', '22 09:30', {
      organ: '云川市人民政府新闻办公室',
      title: '云川市流感防控情况',
      body: '截至11月21日24时，云川市累计报告流感病例340例。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('at least and about do not contradict the exact figure', () => {
  const findings = check([
    fireByEmergency('11月18日13时20分，东山区长江路一仓库发生火灾，截至15时至少3人死亡，疏散群众约200人。'),
    fireByBrigade('18 16:40', '11月18日13时20分，东山区长江路仓库起火，截至15时造成4人死亡，疏散群众206人。'),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('eight dead and hurt are two dead and six hurt', () => {
  const findings = check([
    fireByEmergency('11月18日13时20分，东山区长江路一仓库发生火灾，造成8人死伤。'),
    fireByBrigade('18 16:40', '11月18日13时20分，东山区长江路仓库起火，造成2人死亡、6人受伤。'),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('successive bulletins of one organ are no conflict', () => {
  const findings = check([
    release('a', '21 08:00', {
      organ: '云川市卫生健康委员会',
      title: '11月20日云川市流感疫情情况',
      body: '11月20日0时至24时，云川市新增流感病例12例，累计报告328例。',
    }),
    release('b', '22 08:00', {
      organ: '云川市卫生健康委员会',
      title: '11月21日云川市流感疫情情况',
      body: '11月21日0时至24时，云川市新增流感病例15例，累计报告343例。',
    }),
  ]);
  expect(findings).toEqual([]);
});

test('an edited version that supersedes is no conflict, and what it replaced is left out', () => {
  const findings = check([
    fireByEmergency('11月18日13时20分，东山区长江路一仓库发生火灾，截至15时造成3人死亡。'),
    {
      ...fireByEmergency('11月18日13时20分，东山区长江路一仓库发生火灾，截至15时造成4人死亡。'),
      id: 'yj2',
      publishedAt: '2026-11-18T16:50:00+08:00',
      supersedes: 'yj',
    },
    release('xf', '18 17:00', {
      organ: '云川市消防救援支队',
      title: '东山区仓库火灾救援情况',
      body: '11月18日13时20分，东山区长江路仓库起火，截至15时造成4人死亡。',
      jointWith: ['市应急局'],
    }),
  ]);
  expect(findings).toEqual([]);
});

test('two like fires in two districts are two matters', () => {
  const findings = check([
    release('a', '18 16:00', {
      organ: '东山区人民政府',
      title: '东山区一厂房起火',
      body: '11月18日14时10分，东山区建设路一厂房起火，明火已扑灭，造成1人受伤。',
    }),
    release('b', '18 17:00', {
      organ: '西河区人民政府',
      title: '西河区一厂房起火',
      body: '11月18日15时05分，西河区和平路一厂房起火，明火已扑灭，造成2人受伤。',
    }),
  ]);
  expect(findings).toEqual([]);
});

test('one count of one hour over the whole city is one count, whatever else the two releases are about', () => {
  const bulletin = release('a', '18 08:30', {
    organ: '云川市应急管理局',
    title: '防汛快报（第1期）',
    body: '17日8时至18日7时，全市平均降雨量92毫米。截至18日7时，全市累计转移群众1260人，无人员伤亡报告。全市6座中型水库运行平稳。',
  });
  const levels = (moved: string) =>
    release('b', '18 09:20', {
      organ: '云川水务集团',
      title: '柳塘水库水情',
      body: `柳塘水库18日7时水位88.62米，正开闸泄洪，下泄流量150立方米每秒。${moved}请下游群众远离河道。`,
    });
  const found = (moved: string) => ofKind(check([bulletin, levels(moved)]), 'inconsistent');
  expect(found('截至18日7时，全市已转移群众1620人。')).toEqual(['inconsistent: a b']);
  expect(found('截至18日7时，全市已转移群众1260人。')).toEqual([]);
  expect(found('截至18日9时，全市已转移群众1620人。')).toEqual([]);
  expect(found('截至18日7时，库区已转移群众320人。')).toEqual([]);
});

test('what two districts each do at home is counted apart', () => {
  const swept = (id: string, organ: string, part: string, count: number) =>
    release(id, '18 15:00', {
      organ,
      title: '马拉松赛后清扫情况',
      body: `云川马拉松${part}段赛后清扫用时不到两小时，出动环卫工人${count}名，路面恢复整洁。`,
    });
  expect(
    ofKind(
      check([swept('a', '东山区人民政府', '东山', 300), swept('b', '西河区人民政府', '西河', 320)]),
      'inconsistent',
    ),
  ).toEqual([]);
});

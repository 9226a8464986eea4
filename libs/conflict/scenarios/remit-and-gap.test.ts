import { expect, test } from '@jest/globals';
import { checkReleases } from '../check-releases.js';
import type { MatterRecord } from '../release-text.js';
import { check, ofKind, organs, release } from './city.js';

test('a weather warning by another than the statutory issuer is cross-remit and blocks (Art.24)', () => {
  const findings = check([
    release('a', '20 16:00', {
      organ: '云川市应急管理局',
      title: '云川市发布暴雨红色预警信号',
      body: '预计未来3小时全市降雨量将达100毫米以上，请市民减少外出。',
    }),
  ]);
  expect(findings.map(({ kind, releases, severity }) => ({ kind, releases, severity }))).toEqual([
    { kind: 'crossRemit', releases: ['a'], severity: 'block' },
  ]);
});

test('case figures by another than the statutory issuer are cross-remit', () => {
  const findings = check([
    release('a', '20 16:00', {
      organ: '东山区人民政府',
      title: '东山区诺如病毒感染情况通报',
      body: '11月19日，东山区新增诺如病毒感染病例23例，累计41例，均为轻症。',
    }),
  ]);
  expect(ofKind(findings, 'crossRemit')).toEqual(['crossRemit: a']);
});

test('an earthquake forecast by a city organ is cross-remit (Art.24)', () => {
  const findings = check([
    release('a', '20 16:00', {
      organ: '云川市应急管理局',
      title: '关于近期震情的提示',
      body: '预计未来一周我市及周边可能发生4级以上地震，请市民做好准备。',
    }),
  ]);
  expect(ofKind(findings, 'crossRemit')).toEqual(['crossRemit: a']);
});

test('a release on a subject that only another organ keeps is cross-remit', () => {
  const findings = check([
    release('a', '20 16:00', {
      organ: '云川市文化和旅游局',
      title: '关于解放路实施交通管制的通告',
      body: '11月22日8时至18时，解放路（火车站至文昌街）禁止机动车通行。',
    }),
  ]);
  expect(ofKind(findings, 'crossRemit')).toEqual(['crossRemit: a']);
});

test('its own subject in passing does not give an organ another one’s subject; its own in the title does', () => {
  const ferry = (title: string): readonly string[] =>
    ofKind(
      check([
        release('a', '20 09:00', {
          organ: '云川市文化和旅游局',
          title,
          body: '为迎接冬季旅游旺季，自12月1日起，鹭岛轮渡客票由18元调为15元，客运班次由22班加到30班。',
        }),
      ]),
      'crossRemit',
    );
  expect(ferry('鹭岛轮渡票价下调并加密班次')).toEqual(['crossRemit: a']);
  expect(ferry('鹭岛景区旅游旺季轮渡优惠')).toEqual([]);
});

test('an event that is only the occasion does not make the matter another organ’s', () => {
  const police = (title: string): readonly string[] =>
    ofKind(
      check([
        release('a', '20 09:00', {
          organ: '云川市公安局交通警察支队',
          title,
          body: '11月22日8时至18时，解放路（火车站至文昌街）禁止车辆驶入，请提前安排行程。',
        }),
      ]),
      'crossRemit',
    );
  expect(police('景区灯会期间解放路怎么走')).toEqual([]);
  expect(police('景区灯会开放时间')).toEqual(['crossRemit: a']);
});

test('whose remit the text has more words of may speak, though the title seems to be on another subject', () => {
  const works = (body: string): readonly string[] =>
    ofKind(
      checkReleases({
        organs: [
          ...organs,
          { name: '云川市住房和城乡建设局', level: 'city', remit: ['住房保障', '市政桥梁', '老旧小区'] },
        ],
        releases: [
          release('a', '20 09:00', {
            organ: '云川市住房和城乡建设局',
            title: '关于云川大桥采取临时限行措施的通告',
            body,
          }),
        ],
      }),
      'crossRemit',
    );
  expect(works('检测发现支座存在病害。为保障桥梁安全，自11月21日0时起，禁止20吨以上货车驶入。')).toEqual([]);
  expect(works('因道路交通拥堵，自11月21日0时起实行交通管制，禁止20吨以上货车驶入。')).toEqual([
    'crossRemit: a',
  ]);
});

test("a district's organ on another district's matter is cross-remit", () => {
  const findings = check([
    release('a', '20 16:00', {
      organ: '东山区教育局',
      title: '西河区第三小学新校区启用',
      body: '西河区第三小学新校区将于12月1日启用，可容纳学生1200人。',
    }),
  ]);
  expect(ofKind(findings, 'crossRemit')).toEqual(['crossRemit: a']);
});

test.each([
  [
    'the issuer itself',
    {
      organ: '市气象台',
      title: '暴雨红色预警信号',
      body: '云川市气象台11月20日16时发布暴雨红色预警信号，预计未来3小时全市降雨量将达100毫米以上。',
    },
  ],
  [
    'a relay that credits the issuer',
    {
      organ: '东山区人民政府',
      title: '云川市发布暴雨红色预警信号',
      body: '据云川市气象局发布，未来3小时全市降雨量将达100毫米以上，暴雨红色预警生效。',
    },
  ],
  [
    'a text that names who issued the warning',
    {
      organ: '云川市应急管理局',
      title: '云川市暴雨红色预警信号',
      body: '市气象台11月20日16时发布暴雨红色预警信号，预计未来3小时全市降雨量将达100毫米以上。',
    },
  ],
  [
    'measures because of a warning',
    {
      organ: '云川市教育局',
      title: '关于做好暴雨红色预警期间停课工作的通知',
      body: '受暴雨红色预警影响，全市中小学11月21日停课一天。',
    },
  ],
  [
    'a denial of a quake rumour',
    {
      organ: '云川市应急管理局',
      title: '关于地震谣言的辟谣说明',
      body: '网传“近期将发生6级地震”系谣言，地震部门没有发布任何地震预报。',
    },
  ],
  [
    'the own remit',
    {
      organ: '云川市公安局交通警察支队',
      title: '关于解放路实施交通管制的通告',
      body: '11月22日8时至18时，解放路禁止机动车通行。',
    },
  ],
  [
    'the own remit beside another subject',
    {
      organ: '云川市教育局',
      title: '关于寒潮天气中小学停课的通知',
      body: '因寒潮大风天气，11月23日全市中小学、幼儿园停课一天。',
    },
  ],
  [
    'a government of general remit',
    {
      organ: '云川市人民政府新闻办公室',
      title: '解放路交通管制安排公布',
      body: '11月22日8时至18时，解放路禁止机动车通行，请绕行文昌街。',
    },
  ],
  [
    'the own district',
    {
      organ: '东山区教育局',
      title: '东山区第一小学新校区启用',
      body: '东山区第一小学新校区将于12月1日启用，可容纳学生1200人。',
    },
  ],
  [
    'a joint release with the keeper',
    {
      organ: '云川市文化和旅游局',
      title: '冰雪节期间道路交通管制通告',
      body: '11月28日，云川湖周边道路实施交通管制。',
      jointWith: ['市交警支队'],
    },
  ],
  [
    'a fire drill told by the fire brigade',
    {
      organ: '云川市消防救援支队',
      title: '商场消防安全提示',
      body: '冬季火灾多发，请商场落实消防安全责任，保持疏散通道畅通。',
    },
  ],
])('%s is within the remit', (_, draft) => {
  expect(ofKind(check([release('a', '20 16:00', draft)]), 'crossRemit')).toEqual([]);
});

const matter = (more: Partial<MatterRecord> = {}): MatterRecord => ({
  id: 'm1',
  title: '东山区恒达化工厂氨气泄漏',
  owner: '云川市应急管理局',
  openedAt: '2026-11-18T10:40:00+08:00',
  dueAt: '2026-11-18T15:40:00+08:00',
  ...more,
});
const now = Date.parse('2026-11-18T18:00:00+08:00');
const byOwner = release('a', '18 12:00', {
  organ: '市应急局',
  title: '恒达化工厂泄漏情况通报',
  body: '11月18日10时40分，东山区恒达化工厂发生氨气泄漏，无人员伤亡。',
});

test('a matter whose clock has passed without a release by its owner is a gap', () => {
  expect(
    check([], { matters: [matter()], now }).map(({ kind, releases, matter: id }) => ({ kind, releases, id })),
  ).toEqual([{ kind: 'gap', releases: [], id: 'm1' }]);
});

test('a release by another organ, on another matter, or by the owner before the matter does not close the gap', () => {
  const other = release('b', '18 12:00', {
    organ: '云川市生态环境局',
    title: '恒达化工厂周边空气监测',
    body: '东山区恒达化工厂氨气泄漏后，周边空气监测正常。',
  });
  const elsewhere = release('c', '18 13:00', {
    organ: '云川市应急管理局',
    title: '冬季安全生产检查部署',
    body: '全市开展冬季安全生产大检查。',
  });
  const before = release('d', '17 13:00', {
    organ: '云川市应急管理局',
    title: '恒达化工厂安全检查',
    body: '17日，市应急局检查东山区恒达化工厂氨气储罐，要求防范泄漏。',
  });
  expect(ofKind(check([other, elsewhere, before], { matters: [matter()], now }), 'gap')).toEqual(['gap: m1']);
});

test('a matter on which its owner released in time is no gap', () => {
  expect(ofKind(check([byOwner], { matters: [matter()], now }), 'gap')).toEqual([]);
});

test("a joint release that names the owner closes the owner's matter", () => {
  const joint = { ...byOwner, organ: '东山区人民政府', jointWith: ['云川市应急管理局'] };
  expect(ofKind(check([joint], { matters: [matter()], now }), 'gap')).toEqual([]);
});

test('a matter whose due time lies ahead is no gap', () => {
  expect(check([], { matters: [matter({ dueAt: '2026-11-18T20:00:00+08:00' })], now })).toEqual([]);
});

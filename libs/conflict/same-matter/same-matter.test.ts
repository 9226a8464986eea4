import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { profileOf } from './profile.js';
import { sameMatter } from './score.js';

const text = (organ: string, publishedAt: string | null, title: string, body: string): ReleaseText => ({
  id: title,
  organ,
  title,
  body,
  publishedAt,
});

const probability = (a: ReleaseText, b: ReleaseText): number =>
  sameMatter(profileOf(a), profileOf(b)).probability;

const together = (a: ReleaseText, b: ReleaseText): boolean => probability(a, b) >= 0.5;

const quake = text(
  '通讯社',
  null,
  '云南昭通巧家县发生6.1级地震',
  '据中国地震台网测定，8月5日14时12分，云南昭通市巧家县发生6.1级地震，震源深度11公里，县城多处房屋倒塌。',
);
const farAway = text(
  '通讯社',
  null,
  '贵阳、六盘水等地市民感到摇晃',
  '8月5日14时许，贵州贵阳、六盘水多地市民感到楼房摇晃数秒，贵州省地震局称省内未接到灾情报告。',
);
const toll = text(
  '通讯社',
  null,
  '巧家地震已致27人遇难',
  '截至8月6日18时，巧家地震已造成27人遇难、310人受伤，另有9人失踪，搜救仍在进行。',
);
const otherQuake = text(
  '通讯社',
  null,
  '新疆阿克苏拜城县发生5.2级地震',
  '据中国地震台网测定，10月21日3时40分，新疆阿克苏地区拜城县发生5.2级地震，震源深度16公里，暂无人员伤亡。',
);

test('one earthquake told from another province is one matter', () => {
  expect(together(quake, farAway)).toBe(true);
});

test('a later toll that calls the county by its bare name is of the same earthquake', () => {
  expect(together(quake, toll)).toBe(true);
});

test('two earthquakes in like words are two matters', () => {
  expect(together(quake, otherQuake)).toBe(false);
});

test('a storm is one matter in every city that names it', () => {
  const landfall = text(
    '甲市气象局',
    '2025-09-16T10:00:00+08:00',
    '台风“海灯”今晚登陆',
    '今年第18号台风“海灯”预计于16日夜间在甲市沿海登陆，中心附近最大风力13级，请停止户外活动。',
  );
  const harbour = text(
    '乙市交通运输局',
    '2025-09-16T11:00:00+08:00',
    '渡轮16日中午起停航',
    '受台风“海灯”影响，我市各渡轮航线自16日12时起停航，恢复时间另行通知。',
  );
  expect(together(landfall, harbour)).toBe(true);
});

test('two districts with a like fire on one day have two matters', () => {
  const fire = (district: string, street: string, time: string): ReleaseText =>
    text(
      `${district}人民政府`,
      '2025-11-18T20:00:00+08:00',
      `${district}一厂房起火`,
      `11月18日${time}，${district}${street}一厂房起火，消防救援人员到场后将火扑灭，无人员伤亡。`,
    );
  expect(together(fire('北岭区', '建设路', '15时20分'), fire('南浦区', '和平路', '16时05分'))).toBe(false);
});

test('the next issue of a periodic bulletin is another matter, however alike', () => {
  const issue = (date: string, publishedAt: string, count: number): ReleaseText =>
    text(
      '省卫生健康委员会',
      publishedAt,
      '湖南省新型冠状病毒肺炎疫情通报',
      `${date}0时至24时，湖南省新增确诊病例${count}例，累计确诊病例${count + 300}例，新增出院12例。`,
    );
  const first = issue('2020年2月3日', '2020-02-04T08:00:00+08:00', 72);
  const next = issue('2020年2月4日', '2020-02-05T08:00:00+08:00', 68);
  const again = { ...first, id: 'again', organ: '人民日报', publishedAt: '2020-02-04T09:30:00+08:00' };
  expect(together(first, next)).toBe(false);
  expect(together(first, again)).toBe(true);
});

test('the order of the two texts does not matter', () => {
  for (const [a, b] of [
    [quake, farAway],
    [quake, otherQuake],
    [farAway, toll],
  ] as const)
    expect(probability(a, b)).toBeCloseTo(probability(b, a), 9);
});

const warehouse = (organ: string, when: string, street: string, dead: string): ReleaseText =>
  text(
    organ,
    '2026-11-18T16:00:00+08:00',
    '仓库火灾情况',
    `${when}，${street}一仓库发生火灾，造成${dead}人死亡。`,
  );

test('one fire in one wording is one matter although its only figure differs', () => {
  for (const when of ['11月18日13时20分', '11月18日下午'])
    expect(
      together(warehouse('市应急局', when, '长江路', '3'), warehouse('市消防支队', when, '长江路', '5')),
    ).toBe(true);
});

test('two fires in one wording on two streets with other figures are two matters', () => {
  expect(
    together(
      warehouse('市应急局', '11月18日下午', '长江路', '3'),
      warehouse('市消防支队', '11月18日下午', '黄河路', '5'),
    ),
  ).toBe(false);
});

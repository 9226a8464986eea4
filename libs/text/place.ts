import { divisionsAt, liesIn } from './gazetteer.js';
import type { Division } from './gazetteer.js';
import type { Span } from './sentence.js';

export interface PlaceMention extends Span {
  readonly kind: 'place';
  /** Divisions that the name may mean, narrowed by the name before it (江苏盐城大丰区); empty for a purely local name. */
  readonly divisions: readonly Division[];
  /** The name as written. */
  readonly name: string;
}

/** Continuations that show the letters to be something else: 中山路, 吉林大学, 黄山毛峰 are no places of events. */
const notAPlace =
  /^(?:大学|学院|沟|坡|庄|屯|坪|坳|寨|煤矿|村|镇|乡|街道|社区|小区|大桥|桥|水库|小学|中学|路|西路|东路|南路|北路|中路|大道|大街|街|银行|证券|晚报|日报|卫视|电视台|航空|烤鸭|火腿)/;
const orderOfDivisions = (one: Division, other: Division): boolean => one.level < other.level;

const narrowed = (divisions: readonly Division[], outer: readonly Division[]): readonly Division[] => {
  const inside = divisions.filter((division) =>
    outer.some((one) => division !== one && liesIn(division, one)),
  );
  return inside.length > 0 ? inside : divisions;
};

const localSuffix =
  '小剧场|报告厅|音乐厅|展览馆|科技馆|游泳馆|体育公园|湿地公园|门诊楼|住院楼|急诊楼|新院区|老院区|院区|校区|剧场|影城|影院|会展中心|市民中心|政务服务中心|便民服务中心|党群服务中心|人力资源市场|人才市场|客运站|文化中心|体育中心|会议中心|艺术中心|文化宫|文化馆|大剧院|图书馆|博物馆|美术馆|宾馆|酒店|礼堂|剧院|街道|社区|小区|广场|大桥|立交桥|隧道|水库|火车站|高铁站|收费站|服务区|工业园|开发区|高新区|新区|机场|体育馆|体育场|中学|小学|幼儿园|公园|大厦|商场|大道|煤矿|水道|村|镇|乡|路|街|巷|桥|港|码头';
const localPattern = new RegExp(localSuffix, 'g');
/** What ends a local name on its left: prepositions, conjunctions, marks, figures. */
const nameBreak =
  /[^\u4e00-\u9fa5]|[在于对从至到与和及位沿由将经因即该的为向往近某各一两是内外这那有被把区县市省镇乡村路街往自赴达原座条个处所家名走]/;
/** 向阳 is half of a name; 向 before anything else says where to. */
const isNameBreak = (text: string, at: number): boolean =>
  nameBreak.test(text[at] as string) && !(text[at] === '向' && text[at + 1] === '阳');
/** 市体育馆 is the one hall of its city; only where something is said to be there, since 市图书馆 speaks as an organ too. */
const civic = /^(?:体育馆|体育场|图书馆|博物馆|美术馆|文化馆|文化宫|大剧院|剧院|礼堂)$/;
const civicBefore = /[在于到赴为:：点][省市县区]$/;
const longestLocalName = 5;
/** Suffixes that are words of their own after these: 道路, 公路, 高速公路, 上街, 通路. */
const noLocalName =
  /^(?:父老乡|老旧小区|旧小区|封闭小区|住宅小区|居民小区|安置小区|地下室|回港|进港|离港|到港|靠港|避港|返港|[一-龥]回港|道路|公路|铁路|马路|线路|电路|网路|水路|陆路|思路|出路|一路|沿路|各路|全路|乡村|农村|城镇|全村|本村|邻村|城乡|大桥|高架桥|天桥|全镇|中小学|中学|小学|高中|全街|各街|集镇|小镇|出港|空港|客运码头|多路|半路|上路|通路|赶路|断路|短路|气路|修路|香港|步行街|人行横道|过街|逛街|上街|临街|沿街|十字路|[上下雨污供排积引泄洪]水道)$/;

/** 部分小区, 全线收费站, 沿线道路: no name of one place. */
const anyOf =
  /^(?:全|各|部分|有关|相关|沿线|周边|附近|多个|所有|城区|若干|其他|其它|上述|以下|重点|主要|多条|不少|本|我|该)/;

const civicPlace = (text: string, start: number, end: number): PlaceMention => ({
  kind: 'place',
  start,
  end,
  divisions: [],
  name: text.slice(start, end),
});

const localPlaceBefore = (text: string, suffixStart: number, suffix: string): PlaceMention | null => {
  let start = suffixStart;
  while (start > 0 && suffixStart - start < longestLocalName && !isNameBreak(text, start - 1)) start -= 1;
  const own = suffixStart - start;
  if (
    own === 0 &&
    civic.test(suffix) &&
    civicBefore.test(text.slice(Math.max(0, suffixStart - 2), suffixStart))
  )
    return civicPlace(text, suffixStart - 1, suffixStart + suffix.length);
  if ((own === 0 && suffix.length < 4) || (own === 1 && suffix.length === 1 && !/[路街巷桥]/.test(suffix)))
    return null;
  const end = suffixStart + suffix.length;
  // 在市民广场: the 市 belongs to the square.
  if (text[start] === '民' && text[start - 1] === '市') start -= 1;
  if (own === longestLocalName) start = suffixStart - 2;
  if (text.startsWith('地点', start)) start += 2;
  const name = text.slice(start, end) + gateAt(text, end);
  if (
    noLocalName.test(name) ||
    anyOf.test(name) ||
    noLocalName.test(name.slice(-suffix.length - 1)) ||
    /^[人线口面段灯况费况]/.test(text.slice(end, end + 1)) ||
    // 山脚村民: who lives there.
    (suffix === '村' && text[end] === '民')
  )
    return null;
  return { kind: 'place', start, end: start + name.length, divisions: [], name };
};

/** 体育中心北门, 体育中心南广场: two ends of one place. */
const gateAt = (text: string, end: number): string =>
  /^[东西南北]{1,2}(?:门|广场)(?![户卫诊])/.exec(text.slice(end, end + 5))?.[0] ?? '';

/** Local names by their suffix, in order: 解放路, 跨江大桥, 桃园小区. */
export const localPlacesIn = (text: string): PlaceMention[] => {
  const found: PlaceMention[] = [];
  for (const match of text.matchAll(localPattern)) {
    const mention = localPlaceBefore(text, match.index, match[0]);
    const last = found.at(-1);
    if (mention && (!last || mention.start >= last.end)) found.push(atCrossing(text, mention));
  }
  return found;
};

/** Last letters before 区 that make a common noun of it: 小区, 市区, 老城区; and before 县 and 旗. */
const commonBefore: Readonly<Record<string, string>> = {
  区: '小社地城市园景灾辖校院片库牧郊新各全我本该疫战汛厂禁限盲误站营务业态能发自特省政待息车控范险段宅居护假游流心示验集聚税域雾雨震雪育学货物客行览厅馆房餐步',
  县: '各全我本该邻市区郡外',
  旗: '国党队红升军锦各全',
};
const commonStems = new Set(
  '会同 大山 分山 高山 深山 边山 石山 部山 丘山 湖滨景 沿海 近海 各林 主林 点林'.split(' '),
);
/** Letters that no name of a district holds in these places: particles, verbs, numerals before it. */
const districtBreak =
  /[^\u4e00-\u9fa5]|[在于对从至到与和及或由将经因即该的为向往近某各一两是内外这那有被把市省镇乡村街自赴达了全我本县区致使受给让请据按以等某称说道去来]/;

/** 河湾区, 松山县: districts and counties that no gazetteer knows, told by their suffix. */
export const districtsIn = (text: string): PlaceMention[] => {
  const found: PlaceMention[] = [];
  for (const match of text.matchAll(/[区县旗](?!长|级|委|情|划|域|间|别|块|位|分|道|直|乡|帜|下|舰|袍)/g)) {
    const end = match.index + 1;
    let start = match.index;
    while (start > 0 && match.index - start < 2 && !districtBreak.test(text[start - 1] as string)) start -= 1;
    const stem = text.slice(start, match.index);
    const common = commonBefore[match[0]] ?? '';
    if (stem.length < 2 || commonStems.has(stem) || common.includes(stem[1] as string)) continue;
    found.push({ kind: 'place', start, end, divisions: [], name: text.slice(start, end) });
  }
  return found;
};

/** Areas that the organs' register names (DETECTION.md: places are known down to the county, plus the areas in ORGANS). */
export const areasIn = (text: string, areas: readonly string[]): PlaceMention[] =>
  areas
    .flatMap((area) => {
      const found: PlaceMention[] = [];
      for (let at = text.indexOf(area); at >= 0; at = text.indexOf(area, at + area.length))
        found.push({ kind: 'place', start: at, end: at + area.length, divisions: [], name: area });
      return found;
    })
    .sort((one, other) => one.start - other.start);

const crossing =
  /^[与和同、]([\u4e00-\u9fa5]{1,6}?(?:路|街|大道|大街|巷))(?:的)?(?:交叉口|交叉路口|路口|交汇处|交会处|交口|口(?!岸))/;

/** 建设路与人民路交叉口 is one place, named by both streets; the other order is the same place. */
const atCrossing = (text: string, street: PlaceMention): PlaceMention => {
  if (!/[路街道巷]$/.test(street.name)) return street;
  const match = crossing.exec(text.slice(street.end, street.end + 16));
  if (!match) return street;
  const streets = [street.name, match[1] as string].sort();
  return { ...street, end: street.end + match[0].length, name: `${streets.join('与')}路口` };
};

/** 我区, 我县, 本区: the district that speaks. */
export const homeIn = (text: string, home: string | null): PlaceMention[] =>
  home === null
    ? []
    : [...text.matchAll(/[我本][区县旗]/g)].map((match) => ({
        kind: 'place',
        start: match.index,
        end: match.index + 2,
        divisions: [],
        name: home,
      }));

/** Prefectures whose short names are words too: what may not stand before and after. */
const wordsToo: Readonly<Record<string, readonly [RegExp | null, RegExp | null]>> = {
  长春: [/[延成增]$/, /^节/],
  海口: [/[出入]$/, null],
  大同: [null, /^小异/],
  临夏: [null, /^季/],
  大理: [null, /^[石寺]/],
  北海: [null, /^道/],
  衡水: [/平$/, null],
  河源: [/黄$/, null],
  中山: [/孙$/, /^[路装公大医陵狼先东西南北]/],
  安康: [/[家福泰民平]$/, null],
  来宾: [/[位名外贵各的等]$/, /^[们致席]/],
  长治: [null, /^久安/],
  三明: [null, /^治/],
  白山: [/长$/, /^黑水/],
  兴安: [/大$/, /^岭/],
  海东: [/上$/, /^[方部]/],
  普洱: [null, /^[茶]/],
  // 县农业农村局会同县茶叶协会: together with the county's
  会同县: [/[局委办院部厅队府司会团社组所]$/, null],
};

const isOnlyAWord = (text: string, start: number, end: number): boolean => {
  const [before, after] = wordsToo[text.slice(start, end)] ?? [null, null];
  return (
    (before?.test(text.slice(Math.max(0, start - 2), start)) ?? false) ||
    (after?.test(text.slice(end, end + 3)) ?? false)
  );
};

const readDivision = (text: string, index: number, outer: PlaceMention | null): PlaceMention | null => {
  const hit = divisionsAt(text, index);
  if (hit === null) return null;
  const end = index + hit.length;
  const name = text.slice(index, end);
  const bare = !/[省市区县州盟旗]$/.test(name);
  if ((bare && notAPlace.test(text.slice(end, end + 3))) || isOnlyAWord(text, index, end)) return null;
  const adjoining = outer !== null && index - outer.end <= 1;
  const divisions = adjoining ? narrowed(hit.divisions, outer.divisions) : hit.divisions;
  return { kind: 'place', start: index, end, divisions, name };
};

/** Administrative places of a normalised text in order, down to the county, nested names narrowed by their outer names. */
export const placesIn = (text: string): PlaceMention[] => {
  const found: PlaceMention[] = [];
  let last: PlaceMention | null = null;
  for (let index = 0; index < text.length - 1; index += 1) {
    if (text.charCodeAt(index) < 0x4e00) continue;
    const mention: PlaceMention | null = readDivision(text, index, last);
    if (mention === null) continue;
    found.push(mention);
    last = mention;
    index = mention.end - 1;
  }
  return found;
};

/** Places that may be one, or one inside the other: 全市 beside its district is not decided here. */
export const mayBeSamePlace = (one: PlaceMention, other: PlaceMention): boolean => {
  if (one.divisions.length === 0 || other.divisions.length === 0) {
    return one.name.includes(other.name) || other.name.includes(one.name);
  }
  return one.divisions.some((a) => other.divisions.some((b) => liesIn(a, b) || liesIn(b, a)));
};

/** The narrowest known division of a mention. */
export const narrowestOf = (mention: PlaceMention): Division | null =>
  mention.divisions.reduce<Division | null>(
    (best, one) => (best === null || orderOfDivisions(best, one) ? one : best),
    null,
  );

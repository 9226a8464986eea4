import { keyOf, type KeySet } from './key-set.js';

/** Kinds of thing that a city has many of, each with its own name: two names of one kind are two things. */
const KINDS: readonly (readonly [kind: string, name: RegExp])[] = [
  ['line', /(\d{1,3})号线/gu],
  ['bus', /(?<![\d.])([a-z]?\d{1,3})(?:路|线)(?:公交|车|末班|首班|夜班|由|改|调|绕|延|临)/gu],
  ['bridge', /([\p{Script=Han}]{2})(?:大桥|桥|高架|立交|隧道|互通|匝道)(?![梁下头洞])/gu],
  ['water', /([\p{Script=Han}]{2})(?:水厂|水库|泵站|水源地|污水处理厂)/gu],
  ['branch', /([\p{Script=Han}]{2})(?:分馆|分院|校区|分校|院区|分局|分中心)/gu],
  ['school', /([\p{Script=Han}]{2})(?:小学|中学|幼儿园|学院|大学|技校)(?![生教阶段校])/gu],
  ['school', /([一二三四五六七八九十]{1,2})中(?![小学队等的心央午])/gu],
  [
    'hospital',
    /(第[一二三四五六七八九十]|[\p{Script=Han}]{2})(?:人民)?(?:医院|卫生院|保健院|卫生服务中心)/gu,
  ],
  ['market', /([\p{Script=Han}]{2})(?:农贸市场|菜市场|批发市场|市场|商城|夜市)(?![监化价准份上需])/gu],
  ['estate', /([\p{Script=Han}]{2})(?:小区|花园|家园|公寓|苑|佳苑)(?![\p{Script=Han}]?区)/gu],
  ['park', /([\p{Script=Han}]{2})(?:公园|景区|风景区|动物园|植物园|森林公园|湿地|古镇)/gu],
  ['vaccine', /([\p{Script=Han}]{2})疫苗/gu],
  ['fair', /(毕业生|军人|农民工|残疾人|女性|工匠|退捕渔民)(?:大型|现场|网络)?(?:专场)?招聘会/gu],
  ['station', /([\p{Script=Han}]{2})(?:机场|火车站|客运站|高铁站|汽车站|码头)/gu],
];
/** 一座大桥, 辖区小学, 该市场: kinds, no names. */
const NO_NAME =
  /[一二两三四五六七八九十座所家个条处各全该本我区县市镇乡的在至与和及为是对因于由经从到]$|^(?:普通|公办|民办|示范|普惠|重点|接种|全市|全区|全县|各类|附近|部分|所有|农村|社区|公立|民办|城市|国家|省级|高速|人行|铁路|跨江|过江|立体|年度|房产|国内|国际|资本|劳动|金融|旅游|消费|建材|住房|二手|占道)/u;

/** 第一人民医院, 一中, 3号线. */
const NUMBERED = /^(?:第?[一二三四五六七八九十]{1,2}|[a-z]?\d{1,3})$/u;
const NAMES = [...new Set(KINDS.map(([name]) => name))];

/** Eight bits of kind, twenty-four of name. */
const MASK = 0xffffff;

/** Kinds of event that a city holds one of at a time: to name one of them in common says little, to name two says that they are two. */
const OCCASION =
  /马拉松|招聘会|音乐节|花朝节|灯会|庙会|车展|书展|花展|书市|博览会|听证会|龙舟赛|啤酒节|美食节|电影节|戏剧节|读书节|运动会|烟花秀|灯光秀|人才大会/gu;
export const occasionsIn = (text: string): readonly string[] => [...new Set(text.match(OCCASION))];

/** What the text names, and the organ itself where it is such a thing. */
export function namedThingsIn(text: string): KeySet {
  const keys = new Set<number>();
  KINDS.forEach(([name, pattern]) => {
    const kind = NAMES.indexOf(name);
    for (const match of text.matchAll(pattern)) {
      const stem = match[1] as string;
      if (NUMBERED.test(stem) || !NO_NAME.test(stem))
        keys.add(((kind + 1) * 0x1000000 + (keyOf(stem.replace(/^第/u, '')) & MASK)) >>> 0);
    }
  });
  return Uint32Array.from(keys).sort();
}

/** Both name things of one kind, and not one of that kind alike. */
export function namedApart(a: KeySet, b: KeySet): boolean {
  const kinds = (keys: KeySet): ReadonlyMap<number, readonly number[]> =>
    Map.groupBy(keys, (key) => key >>> 24);
  const others = kinds(b);
  return [...kinds(a)].some(([kind, own]) => {
    const theirs = others.get(kind);
    return theirs !== undefined && !own.some((key) => theirs.includes(key));
  });
}

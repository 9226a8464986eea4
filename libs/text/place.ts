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
  /^(?:大学|学院|路|西路|东路|南路|北路|中路|大道|大街|街|银行|证券|晚报|日报|卫视|电视台|航空|烤鸭|火腿)/;
const orderOfDivisions = (one: Division, other: Division): boolean => one.level < other.level;

const narrowed = (divisions: readonly Division[], outer: readonly Division[]): readonly Division[] => {
  const inside = divisions.filter((division) =>
    outer.some((one) => division !== one && liesIn(division, one)),
  );
  return inside.length > 0 ? inside : divisions;
};

const localSuffix =
  '街道|社区|小区|广场|大桥|特大桥|隧道|水库|火车站|高铁站|收费站|服务区|工业园|开发区|高新区|新区|机场|医院|体育馆|体育场|中学|小学|幼儿园|村|镇|乡|路|街|大道|巷|桥|港|码头|公园|大厦|商场|市场';
const local = new RegExp(`[\\u4e00-\\u9fa5]{2,6}?(?:${localSuffix})`, 'y');
/** Words that never begin a local name. */
const notLocalHead =
  /^(?:一|该|这|那|各|全|本|某|在|位|于|对|为|的|和|与|及|发|生|将|从|到|往|由|被|所|有|其|当|多|附|新|近|沿|两|进|通|据|记|经|因|把|让|等|不|是|了|着|过|上|下|后|前|内|外|中)/;

/** Prefectures whose short names are words too: what may not stand before and after. */
const wordsToo: Readonly<Record<string, readonly [RegExp | null, RegExp | null]>> = {
  中山: [/孙$/, /^[路装公大医陵狼先东西南北]/],
  安康: [/[家福泰民平]$/, null],
  来宾: [/[位名外贵各的等]$/, /^[们致席]/],
  长治: [null, /^久安/],
  三明: [null, /^治/],
  白山: [/长$/, /^黑水/],
  兴安: [/大$/, /^岭/],
  海东: [/上$/, /^[方部]/],
  普洱: [null, /^[茶]/],
};

const isOnlyAWord = (text: string, start: number, end: number): boolean => {
  const [before, after] = wordsToo[text.slice(start, end)] ?? [null, null];
  return (before?.test(text.slice(Math.max(0, start - 2), start)) ?? false) || (after?.test(text.slice(end, end + 3)) ?? false);
};

const readDivision = (text: string, index: number, outer: PlaceMention | null): PlaceMention | null => {
  const hit = divisionsAt(text, index);
  if (hit === null) return null;
  const end = index + hit.length;
  const name = text.slice(index, end);
  const bare = !/[省市区县州盟旗]$/.test(name);
  if (bare && (notAPlace.test(text.slice(end, end + 3)) || isOnlyAWord(text, index, end))) return null;
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

/** A local name (路, 村, 小区, 大桥 …) right after an administrative place; null when none follows. */
export const localPlaceAt = (text: string, index: number): PlaceMention | null => {
  if (notLocalHead.test(text.slice(index, index + 1))) return null;
  local.lastIndex = index;
  const match = local.exec(text);
  if (!match) return null;
  return { kind: 'place', start: index, end: index + match[0].length, divisions: [], name: match[0] };
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

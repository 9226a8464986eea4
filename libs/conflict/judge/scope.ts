import type { Attribute, FactConflict, FactSide } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';
import { byTwoCarriers } from './carriers.js';
import { onTwoDoings } from './doings.js';
import { toldAfter } from './told-after.js';

/** Counted over a population, so that the population must be one before the counts can disagree. */
const COUNTED: ReadonlySet<Attribute> = new Set<Attribute>([
  'deaths',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'people',
  'cases',
  'amount',
  'percent',
  'count',
]);
/** What a part of an event has of its own. */
const OWN_OF_A_PART: ReadonlySet<Attribute> = new Set<Attribute>(['date', 'time', 'place']);
/** 按全市统一时间: what the district then tells is the city's. */
const BY_THE_CITY = /按(?:照)?全[市省]统一/u;
const WHOLE = /全(?:市|省|国|县|区)|各区/u;
const PART = /[\p{Script=Han}]{2}(?<![小社城园景校片务发全各我本个])(?:区|县|镇|街道)/u;

/** 全市 in one text, one district in the other: sums over two populations, whatever clause they stand in. */
export function comparable(conflict: FactConflict, a: ReleaseText, b: ReleaseText): boolean {
  if (ofAnotherHome(a, b) || ofAnotherHome(b, a)) return false;
  if (eventAndItsPart(a, b) && OWN_OF_A_PART.has(conflict.attribute) && !BY_THE_CITY.test(a.body + b.body))
    return false;
  if (conflict.attribute === 'time' && onTwoDoings(a, b)) return false;
  if (!COUNTED.has(conflict.attribute)) return true;
  // Nobody announces a toll: 将伤者送医 is no plan.
  if (!TOLLS.has(conflict.attribute) && toldAfter(a, b)) return false;
  if (!TOLLS.has(conflict.attribute) && byTwoCarriers(a, b)) return false;
  const inA: Counted = { release: a, clause: conflict.a.text, start: conflict.a.start };
  const inB: Counted = { release: b, clause: conflict.b.text, start: conflict.b.start };
  const isRate = RATE.test(conflict.a.text) && RATE.test(conflict.b.text);
  if (isRate) return true;
  if (isHomeCount(inA, inB)) return exceeds(conflict.a, conflict.b);
  if (isHomeCount(inB, inA)) return exceeds(conflict.b, conflict.a);
  if (isPartOf(a, conflict.a.text, b, conflict.b.text)) return exceeds(conflict.a, conflict.b);
  if (isPartOf(b, conflict.b.text, a, conflict.a.text)) return exceeds(conflict.b, conflict.a);
  return (
    TOLLS.has(conflict.attribute) ||
    !(
      ofTwoDistricts(inA, inB) ||
      atTheCitys(a, b) ||
      atTheCitys(b, a) ||
      isItsOwnPart(a, conflict.a, inB) ||
      isItsOwnPart(b, conflict.b, inA)
    )
  );
}

/** 全市累计转移1.83万人, 赤岭县累计转移2.1万人: no part is larger than the whole. Of shares and moments nothing follows. */
const exceeds = (part: FactSide, whole: FactSide): boolean => {
  const [one, other] = [Number.parseFloat(part.value), Number.parseFloat(whole.value)];
  return CUMULATIVE.test(part.text) && CUMULATIVE.test(whole.text) && one > other;
};
const CUMULATIVE = /累计|截[至止]|共(?!同)|总计/u;

/** 每人每月820元 is what is paid to each, and no count of anybody. */
const RATE = /每(?:人|户|月|年|只|辆|平方米|立方米|次|亩|学期)/u;

/** Counted where the incident was, whoever counts. */
export const TOLLS: ReadonlySet<Attribute> = new Set<Attribute>(['deaths', 'injured', 'missing', 'trapped']);
const DISTRICT_ORGAN = /^(?:[\p{Script=Han}]{2,4}市)?([\p{Script=Han}]{1,3})(?:区|县|旗)/u;
const LOCAL =
  /[\p{Script=Han}]{2}(?:路|街|大道|巷|村|镇|乡|小区|社区|桥|公司|厂|学校|小学|中学|大学(?!生)|学院|医院|广场|公园|酒店|宾馆|商场|隧道|水库|码头|煤矿)/gu;

const HEADED_DISTRICT = /[\p{Script=Han}]{2}(?<![园林景小社地])[区县旗](?![长级委域])/u;
/** 桑溪县 tells of 我县's water works, and the city's office of 多朗县's: neither names the other's. */
function ofAnotherHome(home: ReleaseText, other: ReleaseText): boolean {
  const own = DISTRICT_ORGAN.exec(home.organ)?.[1];
  const its = HEADED_DISTRICT.exec(other.title)?.[0];
  if (own === undefined || its === undefined || its.includes(own) || DISTRICT_ORGAN.test(other.organ))
    return false;
  return OWN.test(home.body) && !fullText(other).includes(own) && !fullText(home).includes(its);
}

interface Counted {
  readonly release: ReleaseText;
  readonly clause: string;
  readonly start: number;
}

/**
 * A district's organ counts in its own district (澄北段, 我区) by the sentence or the title, and the other speaks of no district nor
 * of any street of it. A figure of the city that it passes on has whose it is, 全市 or 第九届市运会 before it.
 */
function isItsOwnPart(part: ReleaseText, { start, quoted }: FactSide, whole: Counted): boolean {
  const own = DISTRICT_ORGAN.exec(part.organ)?.[1];
  if (own === undefined || quoted !== undefined || DISTRICT_ORGAN.test(whole.release.organ)) return false;
  const text = fullText(part);
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1;
  // 第六届茶旅节上，我区组织21家参展: whose it is stands last.
  const said = text.slice(from, start).split(OF_THE_CITY).at(-1) ?? '';
  const itself = new RegExp(`${own}(?:段|区|县|旗|赛段|展区|展团|赛区|代表团)|[我本全][区县]`, 'u');
  if (!itself.test(said) && OF_THE_CITY.test(text.slice(from, start))) return false;
  if (!itself.test(said) && !new RegExp(`${own}(?:赛?段|区|县)`, 'u').test(part.title)) return false;
  const isListed = new Set(whole.clause.match(DISTRICT)).size > 1;
  const toldOfIt = isListed
    ? fullText(whole.release).slice(Math.max(0, whole.start - BESIDE), whole.start)
    : whole.clause;
  if (toldOfIt.includes(own) || whole.release.title.includes(own)) return false;
  const locals = new Set(text.match(LOCAL));
  return !fullText(whole.release)
    .match(LOCAL)
    ?.some((name) => locals.has(name));
}
/** 其中东屯区3160人、炭山区1820人，共启用74处: a list of all, where only what stands beside its name is told of one. */
const BESIDE = 6;
const DISTRICT = /[\p{Script=Han}]{2}[区县旗](?=\d)/gu;
const OF_THE_CITY = /全[市省](?!统一)|[我本]市|市运会|第[一二三四五六七八九十\d]{1,3}届/u;

/** 澄北段安排300名, 临湖段出动320名: two districts' organs, each of what it does at home, and neither names the other's. */
const ofTwoDistricts = (one: Counted, other: Counted): boolean => {
  const [a, b] = [one, other].map(({ release }) => DISTRICT_ORGAN.exec(release.organ)?.[1]);
  return (
    a !== undefined &&
    b !== undefined &&
    a !== b &&
    !fullText(one.release).includes(b) &&
    !fullText(other.release).includes(a) &&
    [one, other].every(({ clause }) => !OF_THE_CITY.test(clause))
  );
};

const LEAD = 80;
const lead = ({ title, body }: ReleaseText): string => `${title}\n${body.slice(0, LEAD)}`;
const OWN = /[我全本][区县]/u;

/**
 * The city's organ tells of 全市, and a district's what it does and counts of it at home. A place that both name is one event there, told by two.
 */
const ofTheCityAndADistrict = (whole: ReleaseText, part: ReleaseText): boolean => {
  const own = DISTRICT_ORGAN.exec(part.organ)?.[1];
  if (own === undefined || DISTRICT_ORGAN.test(whole.organ)) return false;
  if (!/全市/u.test(lead(whole)) || whole.title.includes(own)) return false;
  const isHeadedHome = (part.title.includes(own) || OWN.test(part.title)) && !/全市/u.test(part.title);
  const atHome = OWN.test(part.body) || (isHeadedHome && new RegExp(`${own}[区县]`, 'u').test(part.body));
  return atHome && !shareLocals(part, whole);
};

/** 老旧小区 and 各社区 are nobody's names. */
const localsOf = (release: ReleaseText): ReadonlySet<string> =>
  new Set(
    (fullText(release).match(LOCAL) ?? []).filter((name) => !/^(?:老旧|各|该|本|全|城|个|每)/u.test(name)),
  );
const shareLocals = (a: ReleaseText, b: ReleaseText): boolean => !localsOf(a).isDisjointFrom(localsOf(b));

/** What a district counts at home, and the city over all of it: one count only where the city's clause names the district. */
const isHomeCount = (part: Counted, whole: Counted): boolean => {
  const own = DISTRICT_ORGAN.exec(part.release.organ)?.[1];
  return (
    own !== undefined &&
    !whole.clause.includes(own) &&
    !OF_THE_CITY.test(part.clause) &&
    ofTheCityAndADistrict(whole.release, part.release)
  );
};

/** 21日的全市秋冬大型招聘会上, 我区组织46家企业: what a district does at the city's fair, told by the district. */
const atTheCitys = (whole: ReleaseText, part: ReleaseText): boolean =>
  DISTRICT_ORGAN.test(part.organ) &&
  !DISTRICT_ORGAN.test(whole.organ) &&
  OWN.test(part.title) &&
  /全市[^，。；]{2,16}[上中]/u.test(part.body);

/** 作为冰雪节分会场活动: a part of the whole that has its own day and place. */
const PART_OF_EVENT = /作为[^，。；]{2,20}(?:分会场|分赛场|系列活动|配套活动)/u;
const eventAndItsPart = (a: ReleaseText, b: ReleaseText): boolean =>
  PART_OF_EVENT.test(lead(a)) !== PART_OF_EVENT.test(lead(b));

/** One release headed 全市, the other headed by a district: the whole and a part of it, each told by its own. */
export const wholeAndPart = (a: ReleaseText, b: ReleaseText): boolean =>
  ofTheCityAndADistrict(a, b) ||
  ofTheCityAndADistrict(b, a) ||
  atTheCitys(a, b) ||
  atTheCitys(b, a) ||
  eventAndItsPart(a, b) ||
  (WHOLE.test(a.title) && PART.test(b.title) && !PART.test(a.title)) ||
  (WHOLE.test(b.title) && PART.test(a.title) && !PART.test(b.title));

function isPartOf(part: ReleaseText, partClause: string, whole: ReleaseText, wholeClause: string): boolean {
  const speaksOfAll = WHOLE.test(whole.title) || WHOLE.test(wholeClause);
  const speaksOfPart = !WHOLE.test(part.title) && !WHOLE.test(partClause) && PART.test(part.title);
  // 青螺县共转移, by the city, and 全县共转移, by that county: one population.
  const own = DISTRICT_ORGAN.exec(whole.organ)?.[1];
  const isOne = own !== undefined && part.title.includes(own);
  return speaksOfAll && speaksOfPart && !isOne && !PART.test(wholeClause);
}

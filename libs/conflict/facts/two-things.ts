import type { Alignment } from './align.js';
import type { Fact } from './fact.js';

interface Told {
  readonly fact: Fact;
  readonly clause: string;
  /** From the clause to the end of its sentence. */
  readonly onwards: string;
  readonly title: string;
  /** The letters right after the value. */
  readonly after: string;
}

/** Letters of a sentence that are read. */
const SENTENCE = 200;
const toldIn = (text: string, fact: Fact): Told => ({
  fact,
  clause: text.slice(fact.clauseStart, fact.clauseEnd),
  onwards: /^[^。；\n]*/u.exec(text.slice(fact.clauseStart, fact.clauseStart + SENTENCE))?.[0] ?? '',
  title: text.slice(0, Math.max(0, text.indexOf('\n'))),
  after: /^\p{Script=Han}{2}/u.exec(text.slice(fact.end))?.[0] ?? '',
});

/** 四个批次 and 三个枢纽: what 个 counts stands after it, and is another thing. */
const countOthers = ({ fact, after }: Told, other: Told): boolean =>
  fact.value.type === 'quantity' &&
  fact.value.unit === '个' &&
  after !== '' &&
  other.after !== '' &&
  ![...after].some((letter) => other.after.includes(letter));

const BACK = /恢复|复[课航工运市]|解除|重新|返校|到校|正常上/u;
const OFF = /[停禁]|取消|关闭|封/u;
const isMoment = ({ value }: Fact): boolean => value.type === 'date' || value.type === 'time';
const isEnd = ({ frame }: Fact): boolean =>
  frame.edge === 'end' || frame.role === 'end' || frame.role === 'resumed';

/** 9日停课一天 and 10日起恢复上课 follow each other; 停水至6时 and 10时恢复 do not. */
const isPhaseAfter = (off: Told, back: Told): boolean =>
  isMoment(off.fact) &&
  BACK.test(back.clause) &&
  !BACK.test(off.clause) &&
  OFF.test(off.clause) &&
  !isEnd(off.fact);

const SPOT = /[\p{Script=Han}]{2,4}?(?:路|街|大道|站|桥|隧道|口岸|码头)/gu;
/** 博览大道5时至14时30分 and 体育中心站5时至8时: each spot has its hours. */
const spotsIn = ({ clause }: Told): readonly string[] => clause.match(SPOT) ?? [];
const ofTwoSpots = (one: Told, other: Told): boolean => {
  if (one.fact.value.type !== 'time') return false;
  const [a, b] = [spotsIn(one), spotsIn(other)];
  return (
    a.length > 0 &&
    b.length > 0 &&
    !a.some((spot) => other.clause.includes(spot.slice(-3))) &&
    !b.some((spot) => one.clause.includes(spot.slice(-3)))
  );
};

const SEASON = /(?:春|夏|秋|冬)季|旺季|淡季/u;
/** 夏季9:00开放 beside a notice that is headed 冬季开放时间: each season has its own. */
const seasonOf = ({ clause, title }: Told): string | undefined =>
  (SEASON.exec(clause) ?? SEASON.exec(title))?.[0];
const ofTwoSeasons = (one: Told, other: Told): boolean => {
  const [a, b] = [seasonOf(one), seasonOf(other)];
  return a !== undefined && b !== undefined && a !== b;
};

/** Each scheme by its names. */
const SCHEMES = [
  /低保|最低生活保障/u,
  ...[
    /失业保险金/u,
    /特困/u,
    /高龄津贴/u,
    /养老金/u,
    /最低工资/u,
    /公积金/u,
    /残疾人补贴/u,
    /孤儿/u,
    /优抚/u,
  ],
  ...[/育儿补贴/u, /生育津贴/u, /工伤保险/u, /契税补贴/u],
];
const schemesIn = ({ clause }: Told): ReadonlySet<RegExp> =>
  new Set(SCHEMES.filter((scheme) => scheme.test(clause)));
/** 失业保险金标准 and 低保标准: each scheme has its own sum. */
const ofTwoSchemes = (one: Told, other: Told): boolean => {
  const [a, b] = [schemesIn(one), schemesIn(other)];
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b);
};

/** 7时至9时 and 17时至19时: the morning's hours and the evening's. */
const hoursIn = ({ clause }: Told): readonly number[] =>
  [...clause.matchAll(/(\d{1,2})(?:[时点]|[:：]\d\d)/gu)].map(([, hour]) => Number(hour));
const NOON = 12;
const ofTwoHalves = (one: Told, other: Told): boolean => {
  if (one.fact.value.type !== 'time') return false;
  const [a, b] = [hoursIn(one), hoursIn(other)];
  if (a.length !== 2 || b.length !== 2) return false;
  const [early, late] = Math.max(...a) <= NOON ? [a, b] : [b, a];
  return Math.max(...early) <= NOON && Math.min(...late) > NOON;
};

const SCHOOL = /小学|初中|高中|幼儿园|大学|高校|中职|技校/gu;
/** 小学8时20分上课 and 初中8时上课: each school has its hours; 中小学 is both. */
const schoolsIn = ({ clause }: Told): ReadonlySet<string> =>
  new Set(/中小学|各级各类|所有学校/u.test(clause) ? [] : (clause.match(SCHOOL) ?? []));
const HOUSE = /\d{1,3}(?=号楼|栋|幢)/gu;
/** 3号楼12月交付 and 5号楼明年3月交付; of a fire in 3栋 and in 5栋 the number is what is told otherwise. */
const housesIn = ({ clause, fact }: Told): ReadonlySet<string> =>
  new Set(
    fact.value.type === 'quantity' && HOUSE_UNIT.has(fact.value.unit) && !DELIVERED.test(clause)
      ? []
      : clause.match(HOUSE),
  );
const HOUSE_UNIT: ReadonlySet<string> = new Set(['号', '栋', '幢']);
const DELIVERED = /交付|交房|竣工|封顶|预售|开盘/u;
const ofTwo = (of: (told: Told) => ReadonlySet<string>, one: Told, other: Told): boolean => {
  const [a, b] = [of(one), of(other)];
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b);
};

const SO_FAR = /过去|近|前|以来|已/u;
const TO_COME = /未来|今后|接下来|预计/u;
/** 过去6小时 and 未来12小时: what fell and what is to fall. */
const ofTwoSpans = (texts: { readonly a: string; readonly b: string }, { a, b }: Alignment): boolean => {
  if (![a, b].every(({ value }) => value.type === 'quantity' && value.unit === '小时')) return false;
  const before = (text: string, { start }: Fact): string => text.slice(Math.max(0, start - 4), start);
  const [one, other] = [before(texts.a, a), before(texts.b, b)];
  return (SO_FAR.test(one) && TO_COME.test(other)) || (TO_COME.test(one) && SO_FAR.test(other));
};

const LINE = /\d{1,2}号线/gu;
/** 2号线末班车 and 3号线末班车; which line it is that stops is told by the number itself. */
const linesIn = ({ clause, fact }: Told): ReadonlySet<string> =>
  new Set(fact.value.type === 'quantity' && fact.value.unit === '号' ? [] : clause.match(LINE));
const HOSPITAL =
  /第?[一二三四五六七八九十]+(?:人民)?医院|[市省区县][一二三四五六七八九十]院|中医院|妇幼保健院|儿童医院/gu;
/** 市一院收治12人 and 市二院收治8人: each counts its own. */
const hospitalsIn = ({ clause, fact }: Told): ReadonlySet<string> =>
  new Set(fact.value.type === 'quantity' ? clause.match(HOSPITAL) : []);

const TO_EACH = /每[户人名只亩辆家套月年]|人均|户均/u;
const IN_ALL = /累计|总计|共计|合计/u;
/** 累计发放1200万元 and 每户最高2000元; 上午120人次 and 全天260人次. */
const wholeAndShare = (one: Told, other: Told): boolean =>
  (one.fact.attribute === 'amount' &&
    IN_ALL.test(one.clause) &&
    !TO_EACH.test(one.clause) &&
    TO_EACH.test(other.clause)) ||
  (one.fact.value.type === 'quantity' && WHOLE_DAY.test(one.clause) && PART_OF_DAY.test(other.clause));
const WHOLE_DAY = /全天|全日|当日共|昼夜/u;
const PART_OF_DAY = /上午|下午|当晚|夜间/u;

const AT_A_DISCOUNT = /半价|[半五]折|优惠票|学生票|儿童票|老人票|[\d六七]+0?(?:周)?岁以上/u;
const atDiscount = ({ clause, fact }: Told): boolean =>
  fact.attribute === 'amount' && AT_A_DISCOUNT.test(clause.slice(0, fact.start - fact.clauseStart));

const ENDED = /扑灭|处置完毕|抢通|(?:救援|搜救)(?:工作)?(?:已)?结束|全部找到/u;
const BEGAN = /发生|起火|突发|着火/u;
/** 25日13时发生森林火灾, 26日6时明火全部扑灭: when it began and when it was over. */
const beganAndEnded = (one: Told, other: Told): boolean =>
  isMoment(one.fact) && BEGAN.test(one.onwards) && !ENDED.test(one.onwards) && ENDED.test(other.onwards);

/** 截至24日11时, and 23日发生: up to when one counts, and when it happened. */
const isAsOf = ({ frame }: Fact): boolean => frame.role === 'asOf';

const WITH_STAFF = /含(?:驾驶员|司机|导游|随车|教练|船员|领队)/u;
/** 车上34人（含驾驶员、导游） and 团队游客32人. */
const withStaff = ({ clause, fact }: Told): boolean => fact.attribute === 'people' && WITH_STAFF.test(clause);

/** Whether the clauses themselves show that two values are of two things, however alike the rest is. */
export const areOfTwoThings = (
  pair: Alignment,
  texts: { readonly a: string; readonly b: string },
): boolean => {
  const [one, other] = [toldIn(texts.a, pair.a), toldIn(texts.b, pair.b)];
  return (
    countOthers(one, other) ||
    ofTwoSeasons(one, other) ||
    ofTwoSchemes(one, other) ||
    (isMoment(pair.a) && ofTwo(schoolsIn, one, other)) ||
    ofTwo(housesIn, one, other) ||
    ofTwoHalves(one, other) ||
    isPhaseAfter(one, other) ||
    isPhaseAfter(other, one) ||
    ofTwoSpots(one, other) ||
    ofTwoSpans(texts, pair) ||
    ofTwo(linesIn, one, other) ||
    ofTwo(hospitalsIn, one, other) ||
    wholeAndShare(one, other) ||
    wholeAndShare(other, one) ||
    atDiscount(one) !== atDiscount(other) ||
    withStaff(one) !== withStaff(other) ||
    (isMoment(pair.a) && isAsOf(pair.a) !== isAsOf(pair.b)) ||
    beganAndEnded(one, other) ||
    beganAndEnded(other, one)
  );
};

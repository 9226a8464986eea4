import type { ReleaseText } from './release-text.js';

/** Letters that two titles have in a row: 实验二小, and no less, since 防台 or 机场 is in every title of the week. */
const IN_A_ROW = 3;

/** Two titles name one thing, whichever it is. */
export const nameOne = (one: string, other: string): boolean =>
  runsOf(one, other).some((run) => /^\p{Script=Han}+$/u.test(run));

/** Letters that are read: a headline is no longer, and all its stretches are looked up in the other. */
const HEADLINE = 80;
/** All that stands in both, three letters and more in a row. */
const runsOf = (title: string, otherTitle: string): readonly string[] => {
  const [one, other] = [title, otherTitle].map((whole) => whole.slice(0, HEADLINE)) as [string, string];
  const runs: string[] = [];
  for (let from = 0; from + IN_A_ROW <= one.length; from++)
    for (let to = from + IN_A_ROW; to <= one.length && other.includes(one.slice(from, to)); to++)
      runs.push(one.slice(from, to));
  return runs;
};

const ROAD = /(?:大桥|[一二三四]桥|高速|大道|快速路|隧道|[路街线])(?:公路)?$/u;
const CLOSED =
  /封闭|封路|关闭|管制|限行|禁行|通行|不能走|施工|检修|检测|维修|大修|交通组织|路况|绕行|中断|抢通|能通/u;
/** A road is closed for the works on it, and also for a pipe under it or a line of buses over it: those are another organ's. */
const ANOTHER_SERVICE =
  /公交|巴士|地铁|轨道|[\d一二三四五六七八九十]路|供水|供热|燃气|停水|管网|爆管|抢修|渡运|货运|中标/u;
/** Where something happened, told by whoever treats, inspects, teaches or governs there. */
const SITE =
  /(?:小学|中学|学校|学院|大学|幼儿园|医院|园区|水域|码头|渡|煤矿|矿井|厂|仓库|小区|市场|水库|福利院|养老院)$/u;
/** 青石港死鱼, 茗溪河泡沫: a water is one thing for that; two who drown in one river in a week are two. */
const FOULED = /死鱼|鱼[^，。]{0,4}死|泡沫|异味|发黑|污染(?!天气|防治)/u;
const NAMED_WATER = /[\p{Script=Han}]{2}(?:河|湖|港|江|溪|渠|塘)/u;
/** What happened, each in a row of its own: a fire and a collision in one street are two things. */
const HAPPENINGS = [
  /火灾|失火|火情|起火|爆燃|爆炸/u,
  /翻沉|沉船|碰撞|相撞|追尾|侧翻/u,
  /滑坡|泥石流|坍塌|塌方|透水|冒顶|瓦斯/u,
  /爆管|漏水|停水|恢复供水/u,
  /燃气|漏气|停气|供气|天然气/u,
  /(?<!燃气|天然气)泄漏/u,
  /疫情|呕吐|腹泻|中毒|不适/u,
  /坠落|溺水/u,
  FOULED,
];
const NAMELESS = /事故|事件/u;
const happeningsOf = (title: string): ReadonlySet<RegExp> =>
  new Set(HAPPENINGS.filter((happening) => happening.test(title)));
/** A headline on something that happened. */
export const tellsOfIncident = (title: string): boolean =>
  NAMELESS.test(title) || HAPPENINGS.some((happening) => happening.test(title));
const happenedAlike = (one: string, other: string): boolean => {
  if (!tellsOfIncident(one) || !tellsOfIncident(other)) return false;
  const [a, b] = [happeningsOf(one), happeningsOf(other)];
  return a.size === 0 || b.size === 0 || !a.isDisjointFrom(b);
};

/**
 * Both titles are on one road's closing or on one school, works or water: one affair, however the register divides it between the police and
 * the transport office, or the health and the market office. The measures that each takes elsewhere on its occasion are not told so.
 */
export const onOneThing = (a: ReleaseText, b: ReleaseText): boolean =>
  ![a, b].some(({ organ, title }) => ANOTHER_SERVICE.test(organ + title)) &&
  runsOf(a.title, b.title).some(
    (run) => SITE.test(run) || (ROAD.test(run) && [a, b].every(({ title }) => CLOSED.test(title))),
  );

/** One accident or outbreak in both titles, by the name of where it was. */
export const onOneIncident = (a: ReleaseText, b: ReleaseText): boolean =>
  happenedAlike(a.title, b.title) && nameOne(a.title, b.title);

const WEEK = 7 * 86_400_000;
/** 石楼村, 榆树沟煤矿, 松林小学: where it was, by a name and not by the district alone. */
const NAMED_SITE =
  /[\p{Script=Han}\d]{2}(?:村|煤矿|厂|公司|桥|路|街|大道|高速|隧道|小区|仓储园|水道|水域|码头|水库|小学|中学|学校|学院|大学|幼儿园|医院|酒店|养老院|福利院|市场|商场)|[“"]\d{1,2}[·.]\d{1,2}[”"]/u;

/**
 * 榆树沟煤矿事故 in both headlines of one week: one incident, whatever else the two tell of it. The first bulletin counts who is trapped and
 * the last says how the search ended, in hardly a word of the first.
 */
export const headedByOneIncident = (a: ReleaseText, b: ReleaseText): boolean =>
  happenedAlike(a.title, b.title) &&
  runsOf(a.title, b.title).some(
    (run) =>
      NAMED_SITE.test(run) || (NAMED_WATER.test(run) && [a, b].every(({ title }) => FOULED.test(title))),
  ) &&
  Math.abs(Date.parse(a.publishedAt ?? '') - Date.parse(b.publishedAt ?? '')) <= WEEK;

/** Letters that the name of one thing has: 茶马古道博物馆新馆. */
const LONG_NAME = 6;
const OPENS = /开放|开馆|开门|迎客|启用|揭幕|通车|开通|开园|开业|开诊|亮相|试运营|投用|投运/u;
const NAMED_THING = /(?:馆|大桥|隧道|车站|[东西南北]站|医院|公园|中心|广场|景区|机场|校区|号线|高速)/u;
/** 茶马古道博物馆新馆开放公告 and 茶马古道博物馆新馆本月开门迎客, in one week: one thing that opens. */
export const headedByOneOpening = (a: ReleaseText, b: ReleaseText): boolean =>
  [a, b].every(({ organ, title }) => OPENS.test(title) && !ANOTHER_SERVICE.test(organ + title)) &&
  runsOf(a.title, b.title).some((run) => run.length >= LONG_NAME && NAMED_THING.test(run)) &&
  Math.abs(Date.parse(a.publishedAt ?? '') - Date.parse(b.publishedAt ?? '')) <= WEEK;

/** Neither 不停课 nor 不会因流感全面停课. */
const NO_SCHOOL = /(?<!不[^，。；]{0,10})停课/u;
const SCHOOL_AS_USUAL = /不停课|恢复上课|复课|(?:照常|正常)(?:上课|上学|到校|到园)/u;
const DAY = /(\d{1,2})月(\d{1,2})日/gu;
/** Letters of the body that are read: an order says early what it orders. */
const OPENING = 1_000;
const opening = ({ body }: ReleaseText): string => body.slice(0, OPENING);
const daysOf = (release: ReleaseText): ReadonlySet<string> =>
  new Set(`${release.title}\n${opening(release)}`.match(DAY));
const closesSchools = (release: ReleaseText): boolean => NO_SCHOOL.test(opening(release));
const keepsSchools = (release: ReleaseText): boolean => SCHOOL_AS_USUAL.test(opening(release));

/** 11月24日全市停课一天, and a district that 11月24日 has school as usual: one day's order, told in no word of the other. */
export const onOneSchoolDay = (a: ReleaseText, b: ReleaseText): boolean =>
  ((closesSchools(a) && keepsSchools(b)) || (keepsSchools(a) && closesSchools(b))) &&
  !daysOf(a).isDisjointFrom(daysOf(b));

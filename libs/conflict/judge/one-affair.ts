import type { ReleaseText } from '../release-text.js';

/** Letters that two titles have in a row: 实验二小, and no less, since 防台 or 机场 is in every title of the week. */
const IN_A_ROW = 3;

/** Two titles name one thing, whichever it is. */
export const nameOne = (one: string, other: string): boolean =>
  runsOf(one, other).some((run) => /^\p{Script=Han}+$/u.test(run));

/** All that stands in both, three letters and more in a row. */
const runsOf = (one: string, other: string): readonly string[] => {
  const runs: string[] = [];
  for (let from = 0; from + IN_A_ROW <= one.length; from++)
    for (let to = from + IN_A_ROW; to <= one.length && other.includes(one.slice(from, to)); to++)
      runs.push(one.slice(from, to));
  return runs;
};

const ROAD = /(?:大桥|[一二三四]桥|高速|大道|快速路|隧道|[路街线])(?:公路)?$/u;
const CLOSED = /封闭|管制|施工|检修|检测|维修|大修|交通组织|路况|绕行/u;
/** A road is closed for the works on it, and also for a pipe under it or a line of buses over it: those are another organ's. */
const ANOTHER_SERVICE =
  /公交|巴士|地铁|轨道|[\d一二三四五六七八九十]路|供水|供热|燃气|停水|管网|爆管|抢修|渡运|货运|中标/u;
/** Where something happened, told by whoever treats, inspects, teaches or governs there. */
const SITE =
  /(?:小学|中学|学校|学院|幼儿园|医院|园区|水域|码头|渡|煤矿|矿井|厂|仓库|小区|市场|水库|福利院|养老院)$/u;
const HAPPENED =
  /事故|火灾|失火|火情|翻沉|沉船|碰撞|相撞|滑坡|泥石流|爆管|爆燃|爆炸|坍塌|坠落|泄漏|溺水|疫情|呕吐|腹泻|中毒|不适/u;

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
  [a, b].every(({ title }) => HAPPENED.test(title)) && nameOne(a.title, b.title);

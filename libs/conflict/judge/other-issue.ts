const ORDINAL = /第[一二三四五六七八九十百\d]{1,4}[轮期批届场次季]/u;
/** 一周菜价（11月2日至8日） */
const PERIOD = /[（(]\d{1,2}月\d{1,2}日[^）)]{0,16}[)）]/u;
/** 3月9日至15日，全市共报告流感病例 */
const REPORTED_PERIOD =
  /\d{1,2}月\d{1,2}日[至—-](?:\d{1,2}月)?\d{1,2}日(?=[^。]{0,14}(?:监测|报告|病例|抽检))/u;

/** 据市市场监管局第12期公告: who passes an issue on names it in the first sentences. */
const HEAD = 60;

/** 11月2日—8日 and 11月2日至8日 are one week. */
const inOneForm = (words: string): string => words.replace(/[至—]/gu, '-');

interface Headed {
  readonly title: string;
  readonly body: string;
}

/** 本期公布210批次 of a series, and one round of tests of another's own: two inspections, unless the other names the issue. */
const SERIES = /第[一二三四五六七八九十百\d]{1,4}[周期]|[周月]报|通告/u;
const areTwoInspections = (one: Headed, other: Headed): boolean => {
  const [a, b] = [one, other].map(({ title, body }) => title + body);
  if (![a, b].every((text) => /抽检/.test(text ?? ''))) return false;
  const [x, y] = [one, other].map(({ title, body }) => ORDINAL_ISSUE.exec(title + body.slice(0, HEAD))?.[0]);
  return (x === undefined) !== (y === undefined) && SERIES.test(x === undefined ? other.title : one.title);
};
const ORDINAL_ISSUE = /第[一二三四五六七八九十百\d]{1,4}[周期]/u;

/** Two texts that number themselves differently: the second and the third round, this week's prices and the last week's. */
export const otherIssue = (one: Headed, other: Headed): boolean =>
  areTwoInspections(one, other) ||
  [ORDINAL, PERIOD, REPORTED_PERIOD].some((pattern) => {
    const [a, b] = [one, other].map(
      ({ title, body }) => (pattern.exec(title) ?? pattern.exec(body.slice(0, HEAD)))?.[0],
    );
    return a !== undefined && b !== undefined && inOneForm(a) !== inOneForm(b);
  });

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

/** Two texts that number themselves differently: the second and the third round, this week's prices and the last week's. */
export const otherIssue = (one: Headed, other: Headed): boolean =>
  [ORDINAL, PERIOD, REPORTED_PERIOD].some((pattern) => {
    const [a, b] = [one, other].map(
      ({ title, body }) => (pattern.exec(title) ?? pattern.exec(body.slice(0, HEAD)))?.[0],
    );
    return a !== undefined && b !== undefined && inOneForm(a) !== inOneForm(b);
  });

import type { ReleaseText } from '../release-text.js';

const LEAD = 80;
/** 将于, 将举行, 将展出; not 将伤者送医 and 将火扑灭, which are done, nor 将近 and 将士. */
const AHEAD = /将(?![近军士领伤患遇失其该火]|明火|被困|受[伤灾困])|定于|拟于|开跑|启幕|预告|报名|招募/u;
/** 已完成布展 is said of what has yet to open. */
const OVER =
  /圆满|落幕|闭幕|收官|完赛|(?:顺利|成功)(?:举行|举办|结束|完成)|(?:已|正式)(?:经|于)?[^，。]{0,12}(?:结束|举行|完成(?!布展|筹备|搭建|改造|建设|验收|安装|装修|准备))/u;
const HALF_A_DAY = 12 * 3_600_000;

const lead = ({ title, body }: ReleaseText): string => `${title}\n${body.slice(0, LEAD)}`;

/** One release announces a thing, the other tells later how it went: 规模20000人 was meant, 19036人出发 came. */
export const toldAfter = (a: ReleaseText, b: ReleaseText): boolean => {
  if (a.publishedAt === null || b.publishedAt === null) return false;
  const gap = Date.parse(b.publishedAt) - Date.parse(a.publishedAt);
  if (!(Math.abs(gap) >= HALF_A_DAY)) return false;
  const [before, after] = gap > 0 ? [lead(a), lead(b)] : [lead(b), lead(a)];
  return AHEAD.test(before) && !OVER.test(before) && OVER.test(after);
};

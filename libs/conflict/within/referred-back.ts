import type { Fact } from '../facts/index.js';
import type { FactConflict } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';
import { quoteOf } from './parts.js';

/** 4名伤者均…, 4名伤者已全部…: all of them, who were counted before. */
const ALL_OF_THEM =
  /^(?:名|位|个)?(?:伤者|伤员|受伤人员|被困人员|被困者|遇难者|失联人员)(?:均|都|已?全部|皆)/;
/** 对抽检发现的9批次, 上述9家: what was told just now. */
const JUST_TOLD = /(?:发现的|检出的|上述|以上|前述|这)$/;
/** 上述10批次不合格食品均已下架: all of them. */
const ALL_JUST_TOLD = /(?:上述|前述)$/;
/** 本次460套房源全部位于…: what this release is about, all of it. */
const ALL_OF_THIS = /(?:本次|此次|这批|本批|该批)(?:共|的)?$/;
/** 抓获犯罪嫌疑人17名 … 抓获的19名犯罪嫌疑人: who was told of by what was done with them. */
const DONE_WITH = /(\p{Script=Han}{2})的$/u;
/** 上述补贴资金共840万元: the whole of what was told. */
const WHOLE = /(?:上述|前述)(\p{Script=Han}{2,8}?)(?:共计?|合计|总计)$/u;
const ALL = /^[^，。；]{0,14}(?:均|都|已?全部|皆)/u;
const NOUN = /^(?:次)?(\p{Script=Han}{3,8})/u;
const FAR = 16;

const exactOf = ({ value }: Fact): number | null =>
  value.type === 'quantity' && value.quantity.approximation === 'exact' ? value.quantity.value : null;
const unitOf = ({ value }: Fact): string => (value.type === 'quantity' ? value.unit : '');

const isOneCount = (one: Fact, other: Fact): boolean =>
  unitOf(one) === unitOf(other) &&
  countOne(one.statuses, other.statuses) &&
  // 造成棠湖区2人受伤, and then 3名伤者 without saying again where.
  (one.reach === other.reach || other.reach === '');
/** 3名伤者均已送医 are the hurt, wherever they were brought. */
const countOne = (first: readonly string[], again: readonly string[]): boolean =>
  first.every((status) => again.includes(status)) &&
  again.every((status) => first.includes(status) || status === 'hospitalised');
const asOfIs = ({ asOf: one }: Fact, { asOf: other }: Fact): boolean => one?.minute === other?.minute;

/** 今年以来抓获的126名 are more than were caught today. */
const OVER_TIME = /今年|去年|累计|以来|此前|先后|历年|年内|全市|全省/;
/** 面向轮候家庭推出公租房640套: what the release sets out with, and no stock of all there is. */
const SET_OUT = /推出|投放|拿出|供应|发放|配租|配售|招聘|招录|招收|抽检|抽查|采购|改造/;
const isSetOut = (first: Fact, raw: string): boolean => {
  const clause = raw.slice(first.clauseStart, first.start);
  return SET_OUT.test(clause) && !OVER_TIME.test(clause);
};
const before = (raw: string, { start }: Fact): string => raw.slice(Math.max(0, start - FAR), start);
const nounAfter = (raw: string, { end }: Fact): string | undefined =>
  NOUN.exec(raw.slice(end, end + FAR))?.[1];

/** 抓获的19名犯罪嫌疑人, after 抓获犯罪嫌疑人17名: the same done, to those of the same name. */
const isDoneWith = (again: Fact, first: Fact, raw: string): boolean => {
  const done = DONE_WITH.exec(before(raw, again))?.[1];
  const noun = nounAfter(raw, again)?.slice(0, 4);
  const clause = raw.slice(Math.max(0, again.start - 2 * FAR), again.start);
  if (done === undefined || noun === undefined || OVER_TIME.test(clause)) return false;
  const at = before(raw, first).lastIndexOf(done);
  return at >= 0 && (before(raw, first).slice(at) + raw.slice(first.end, first.end + FAR)).includes(noun);
};

/** Who or what is spoken of again, by the words beside the count, and counted before under the same name. */
const speaksAgain = (again: Fact, first: Fact, raw: string): boolean => {
  const after = raw.slice(again.start, again.start + FAR).replace(/^\d+/, '');
  if (isDoneWith(again, first, raw)) return true;
  if (again.statuses.length > 0) return ALL_OF_THEM.test(after);
  if (ALL_OF_THIS.test(before(raw, again)) && isOfAll(again, raw)) return isSetOut(first, raw);
  const whole = WHOLE.exec(raw.slice(Math.max(0, again.start - FAR), again.start))?.[1];
  if (whole !== undefined)
    return (
      raw.slice(Math.max(0, first.start - FAR), first.start).includes(whole.slice(0, 2)) &&
      unitOf(again) !== ''
    );
  const noun = NOUN.exec(raw.slice(again.end, again.end + FAR))?.[1];
  if (noun === undefined || !JUST_TOLD.test(raw.slice(Math.max(0, again.start - FAR), again.start)))
    return false;
  // 检出不合格样品7批次: the name stands before that count, as a whole.
  return raw.slice(Math.max(0, first.start - FAR), first.start).endsWith(noun.slice(0, 5));
};

const isOfAll = (again: Fact, raw: string): boolean =>
  (ALL_JUST_TOLD.test(raw.slice(Math.max(0, again.start - 2), again.start)) ||
    ALL_OF_THIS.test(before(raw, again))) &&
  ALL.test(raw.slice(again.end, again.end + FAR));

/**
 * 造成3人受伤 … 4名伤者均无生命危险: of those who were counted, more are spoken of again. Fewer may be some of them; the worse mistake is
 * to hold a new count against an old one, so only what is spoken of as told already is compared.
 */
export const referredBack = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const raw = fullText(release);
  const counts = facts.filter(
    (fact) => exactOf(fact) !== null && !fact.frame.inTitle && fact.tally !== 'new' && fact.subset !== true,
  );
  return counts.flatMap((again, index) => {
    const first = counts
      .slice(0, index)
      .findLast((fact) => isOneCount(fact, again) && asOfIs(fact, again) && speaksAgain(again, fact, raw));
    if (first === undefined || exactOf(again) === exactOf(first)) return [];
    if ((exactOf(again) as number) < (exactOf(first) as number) && !isOfAll(again, raw)) return [];
    return [
      {
        attribute: first.attribute,
        a: quoteOf(release, [first], `${exactOf(first)}${unitOf(first)}`),
        b: quoteOf(release, [again], `${exactOf(again)}${unitOf(again)}`),
      },
    ];
  });
};

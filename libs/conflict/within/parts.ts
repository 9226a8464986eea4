import type { Fact } from '../facts/index.js';
import type { FactConflict, FactSide } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';

/** The clauses from the first to the last of these facts, to show beside the others. */
export const quoteOf = (release: ReleaseText, facts: readonly Fact[], value: string): FactSide => {
  const first = facts[0] as Fact;
  const last = facts.at(-1) as Fact;
  return {
    release: release.id,
    text: fullText(release)
      .slice(first.clauseStart, Math.max(last.clauseEnd, first.clauseEnd))
      .slice(0, 120)
      .trim(),
    start: first.start,
    end: last.end,
    value,
  };
};

/** Words that name the only two parts there are; of other lists 其中 may leave some out. */
const HALVES: readonly (readonly [RegExp, RegExp])[] = [
  [/公办/, /民办/],
  [/境内/, /境外/],
  [/城镇/, /农村|乡村/],
  [/男/, /女/],
  [/全程/, /半程/],
  [/文科|历史/, /理科|物理/],
];
const TWO_KINDS = /分为?[^，。；]{1,16}[两二]类/;

const exactOf = ({ value, article, former }: Fact): number | null =>
  value.type === 'quantity' && value.quantity.approximation === 'exact' && article !== true && former !== true
    ? value.quantity.value
    : null;
const unitOf = ({ value }: Fact): string => (value.type === 'quantity' ? value.unit : '');
const isCounted = (fact: Fact): boolean => fact.value.type === 'quantity' && fact.attribute !== 'percent';

const PARTS_FOLLOW =
  /(?:其中(?:有|包括|：|:)?|组成[：:]|按[^，。；、\d]{2,14}分(?:为[^，。；、\d]{1,4}类)?[，,：:]|由(?=[^，。；、\d]{2,14}$))[^，。；、\d]{0,14}$/;
const ALL_FOLLOW = /组成[：:]/;
/** 由市级补助700万元和区级配套480万元两部分组成; 分为三类：…，无其他类别. */
const ALL_TOLD = /^[^，。；\d]{0,8}(?:组成|构成)|^[，,]?(?:无其他|没有其他)/;
/** 268.1亿元，增长4.9%；乡村…: how much more than before is said of the part, and is none. */
const GROWTH =
  /[，,](?:同比|环比|比上年同期)?(?:名义|实际)?(?:增长|下降|上升|上涨|提高|回落)\d[\d.]*(?:%|个百分点)[；;，,]?/g;
/** …、其他人员900人: nothing else is left to count. */
const REST = /(?:其他|其余)[^，。；、\d]{0,8}$/;
/** 新增就业4300人: of what is new the parts are told too; of 比去年增加600人 they are not. */
const IS_NEW = /新增[^，。；、\d比较]{0,6}$/;
/** 比去年增加600人 is no whole. */
const IS_CHANGE = /(?:比|较)[^，。；]{0,10}$|(?:增加|增长|减少|新增|上升|下降)[^，。；]{0,2}$/;
const isChange = (before: string): boolean => IS_CHANGE.test(before) && !IS_NEW.test(before);
const JOINED = /^[^、，。；,]{0,4}[、，,和及](?!仍|尚|另|还|累计|共)[^。；、，,]{0,14}$/;
/** How many counts may stand between the whole and its parts. */
const BACK = 3;

/** Of one unit; people who died, were hurt or fell ill are held against their sum elsewhere (`sums.ts`). */
const countAlike = (one: Fact, other: Fact): boolean =>
  unitOf(one) === unitOf(other) && one.statuses.length === 0 && other.statuses.length === 0;

/** 其中 may leave parts out; what it leaves out is hardly one in twenty: 共426户，其中180户、160户、76户 is a slip. */
const NEARLY_ALL = 0.95;

const sumOf = (parts: readonly Fact[]): number =>
  Number(parts.reduce((whole, part) => whole + (exactOf(part) as number), 0).toPrecision(12));
const grainOf = ({ value }: Fact): number => (value.type === 'quantity' ? value.quantity.grain : 1);
/** 48.6万 is 41.3万 and 7.2万: figures with a point are rounded, each for itself. */
const areOne = (sum: number, [total, ...parts]: readonly Fact[]): boolean => {
  const all = exactOf(total as Fact) as number;
  const rounded = [total as Fact, ...parts].filter(
    (fact) => !Number.isInteger(grainOf(fact)) || grainOf(fact) > 1,
  );
  return Math.abs(sum - all) <= rounded.reduce((slack, fact) => slack + grainOf(fact) / 2, 0) * 1.001;
};

/** 其中公办9600人，民办2600人: the counts of one unit that follow one another from here. */
const partsFrom = (facts: readonly Fact[], first: number, raw: string): readonly Fact[] => {
  const parts: Fact[] = [];
  for (const part of facts.slice(first)) {
    const last = parts.at(-1);
    const follows = last === undefined || JOINED.test(raw.slice(last.end, part.start).replace(GROWTH, '，'));
    if (!follows || exactOf(part) === null || !countAlike(part, facts[first] as Fact)) break;
    parts.push(part);
  }
  return parts;
};

/** 集中签约项目174个，其中境内项目126个、境外项目58个: more than the whole, or less where nothing else is left to count. */
const partsOfWhole = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const raw = fullText(release);
  return facts.flatMap((opening, first) => {
    if (
      opening.frame.inTitle ||
      !PARTS_FOLLOW.test(raw.slice(Math.max(0, opening.start - 32), opening.start))
    )
      return [];
    const parts = partsFrom(facts, first, raw);
    const total = facts
      .slice(Math.max(0, first - BACK), first)
      .findLast(
        (fact) =>
          !fact.frame.inTitle &&
          countAlike(fact, opening) &&
          !isChange(raw.slice(Math.max(0, fact.start - 14), fact.start)),
      );
    const all = total === undefined ? null : exactOf(total);
    if (total === undefined || all === null || parts.length < 2) return [];
    const sum = sumOf(parts);
    const said = raw.slice(total.end, (parts.at(-1) as Fact).start);
    const isAll =
      ALL_FOLLOW.test(said) ||
      ALL_TOLD.test(raw.slice((parts.at(-1) as Fact).end)) ||
      REST.test(said) ||
      (parts.length === 2 &&
        (TWO_KINDS.test(said) || HALVES.some(([one, other]) => one.test(said) && other.test(said))));
    if (areOne(sum, [total, ...parts]) || (sum < all && !isAll && sum < NEARLY_ALL * all)) return [];
    return [
      {
        attribute: total.attribute,
        a: quoteOf(release, [total], `${all}${unitOf(total)}`),
        b: quoteOf(release, parts, `各项合计${sum}${unitOf(total)}`),
      },
    ];
  });
};

/** 、折叠床, or the next day: ，8月31日客运量 */
const NEXT_IN_LIST = /^[^、，。；\d]{0,2}(?:、|[，,](?:\d{1,2}月)?\d{1,2}日)[^、，。；\d]{1,10}$/;

/** 帐篷600顶、折叠床1200张、发电机组300台，共计2000件: a list with its sum after it. */
const listWithSum = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const raw = fullText(release);
  return facts.flatMap((total, index) => {
    const all = exactOf(total);
    if (all === null || index < 2) return [];
    const last = facts[index - 1] as Fact;
    const between = raw.slice(last.end, total.start);
    if (!/^[^。；\d]{0,3}[，,]?(?:(?:共计|合计|总计|总共)[^，。；\d]{0,6}|共)$/.test(between)) return [];
    const parts: Fact[] = [];
    for (let at = index - 1; at >= 0; at -= 1) {
      const part = facts[at] as Fact;
      if (exactOf(part) === null || part.sentenceKey !== total.sentenceKey) break;
      if (parts.length > 0 && !NEXT_IN_LIST.test(raw.slice(part.end, (parts[0] as Fact).start))) break;
      parts.unshift(part);
    }
    if (parts.length < 2 || (unitOf(total) !== '件' && parts.some((part) => unitOf(part) !== unitOf(total))))
      return [];
    const sum = sumOf(parts);
    if (areOne(sum, [total, ...parts])) return [];
    return [
      {
        attribute: total.attribute,
        a: quoteOf(release, [total], `${all}${unitOf(total)}`),
        b: quoteOf(release, parts, `各项合计${sum}`),
      },
    ];
  });
};

/** What was looked at either holds or not; 待检 and 另有 tell of a third part. */
const HOLDS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<!不)合格[^，。；、\d]{0,4}$/, /不合格[^，。；、\d]{0,4}$/],
  [/(?<![不未])达标[^，。；、\d]{0,4}$/, /[不未]达标[^，。；、\d]{0,4}$/],
  [/(?<!未)通过[^，。；、\d]{0,4}$/, /未通过[^，。；、\d]{0,4}$/],
];
const THIRD_PART = /(?<!没有|无)(?:待检|复检|在检|另有|其余|其他)|尚未[^，。；]{0,6}(?:检|出具|完成)/;

/** 共计420批次…合格412批次，不合格6批次: two samples are nowhere. */
const holdingOrNot = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const raw = fullText(release);
  if (THIRD_PART.test(raw)) return [];
  const before = ({ start }: Fact): string => raw.slice(Math.max(0, start - 12), start);
  return facts.flatMap((good, index) => {
    const bad = facts[index + 1];
    const total = facts
      .slice(Math.max(0, index - BACK), index)
      .findLast((fact) => countAlike(fact, good) && !IS_CHANGE.test(before(fact)));
    if (bad === undefined || total === undefined || !countAlike(good, bad)) return [];
    if (!HOLDS.some(([yes, no]) => yes.test(before(good)) && no.test(before(bad)))) return [];
    if ([total, good, bad].some((fact) => exactOf(fact) === null || fact.frame.inTitle)) return [];
    const sum = sumOf([good, bad]);
    if (areOne(sum, [total, good, bad])) return [];
    return [
      {
        attribute: total.attribute,
        a: quoteOf(release, [total], `${exactOf(total)}${unitOf(total)}`),
        b: quoteOf(release, [good, bad], `两项合计${sum}${unitOf(total)}`),
      },
    ];
  });
};

/** Counts whose parts, stated with them, do not make them up. */
export const partsIn = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const counts = facts.filter(isCounted);
  return [
    ...partsOfWhole(release, counts),
    ...listWithSum(release, counts),
    ...holdingOrNot(release, counts),
  ];
};

import type { Fact } from '../facts/index.js';
import { compareFacts, readableValue, subjectLikeness, valuesAgree } from '../facts/index.js';
import type { FactConflict } from '../finding.js';
import { tellsOfIncident } from '../one-affair.js';
import { fullText, type ReleaseText } from '../release-text.js';
import { quoteOf } from './parts.js';

/** What a headline rounds or hints at (近百人, 明日) is no slip; these are stated as figures or codes in both places. */
const compared = new Set<FactConflict['attribute']>([
  'deaths',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'people',
  'date',
  'time',
  'amount',
  'percent',
  'count',
  'warningColour',
  'responseLevel',
  'magnitude',
  'phone',
  'documentNumber',
]);

const spans = new Set(['held', 'start', 'end', 'resumed']);

/** A headline names the day of issue; only the day that a thing is held, begins or ends must be the body's. */
const sameMoment = (a: Fact, b: Fact): boolean =>
  a.frame.role === b.frame.role && spans.has(a.frame.role ?? '');

/** A headline leaves out 累计 and 新增 of a bulletin: cases are compared where both name the tally. */
const sameCount = (a: Fact, b: Fact): boolean =>
  a.cases === true || b.cases === true
    ? a.tally !== undefined && a.tally === b.tally && a.statuses.join() === b.statuses.join()
    : a.statuses.length > 0 && a.statuses.join() === b.statuses.join();

/** 优良天数比例达82.5% and 优良天数比例为85.2%: of many figures, the one with the same words beside it. */
const SAME_WORDS = 0.6;

const isBare = (a: Fact, b: Fact): boolean => a.statuses.length === 0 && b.statuses.length === 0;
const unitOf = (fact: Fact): string => (fact.value.type === 'quantity' ? fact.value.unit : '');

const comparable = (a: Fact, b: Fact, body: readonly Fact[]): boolean => {
  if (a.attribute === 'date' || a.attribute === 'time') return sameMoment(a, b);
  if (unitOf(a) === '人')
    return (
      b.scope.startsWith('=') && (sameCount(a, b) || (isBare(a, b) && subjectLikeness(a, b) >= SAME_WORDS))
    );
  if (a.value.type !== 'quantity') return true;
  return (
    body.filter((fact) => unitOf(fact) === unitOf(a)).length === 1 || subjectLikeness(a, b) >= SAME_WORDS
  );
};

/** 总金额5.2亿元, 共签约5.2亿元: what a headline gives of it. */
const TOTAL = /总[金投]?额|合计|总计|共/u;
/** 签约6.2亿元 over 总金额5.2亿元: the headline's sum stands nowhere in the body, and the body's own is another. */
const otherTotal = (
  release: ReleaseText,
  title: readonly Fact[],
  body: readonly Fact[],
): readonly FactConflict[] => {
  const exact = (fact: Fact): boolean =>
    fact.attribute === 'amount' &&
    fact.value.type === 'quantity' &&
    fact.value.quantity.approximation === 'exact' &&
    fact.former !== true;
  const raw = fullText(release);
  const sums = body.filter((fact) => exact(fact) && TOTAL.test(raw.slice(fact.clauseStart, fact.start)));
  const [headed, ...more] = title.filter(exact);
  if (headed === undefined || more.length > 0 || sums.length !== 1) return [];
  if (body.some((fact) => fact.attribute === 'amount' && valuesAgree(headed.value, fact.value, false)))
    return [];
  const quoted = (fact: Fact): FactConflict['a'] => quoteOf(release, [fact], readableValue(fact));
  return [{ attribute: 'amount', a: quoted(headed), b: quoted(sums[0] as Fact) }];
};

/** As written: 东屯区, and neither 我区 nor 园区. */
const DISTRICT = /^\p{Script=Han}{2}(?<![园林矿分小景厂])[区县旗]/u;
const districtOf = (raw: string, { start, value }: Fact): string | undefined =>
  value.type === 'place' && /^$|[市，,】｜|:：\s]$/u.test(raw.slice(Math.max(0, start - 1), start))
    ? DISTRICT.exec(raw.slice(start))?.[0]
    : undefined;
/** 东屯区一汽修厂起火 over 炭山区矿山西路一家汽修厂起火: the body puts the one incident elsewhere and never names the headline's district. */
const otherDistrict = (
  release: ReleaseText,
  title: readonly Fact[],
  body: readonly Fact[],
): readonly FactConflict[] => {
  const raw = fullText(release);
  const named = (facts: readonly Fact[]) => facts.filter((fact) => districtOf(raw, fact) !== undefined);
  const [[headed, ...more], [other]] = [named(title), named(body)];
  if (headed === undefined || other === undefined || more.length > 0 || !tellsOfIncident(release.title))
    return [];
  const [own, its] = [districtOf(raw, headed) as string, districtOf(raw, other) as string];
  if (own === its || release.body.includes(own) || release.organ.includes(its)) return [];
  const quoted = (fact: Fact): FactConflict['a'] => quoteOf(release, [fact], readableValue(fact));
  return [{ attribute: 'place', a: quoted(headed), b: quoted(other) }];
};

const SO_NAMED = 4;
/** Letters that two words have in common from the first: 换热站 of 换热站体检 and 换热站检查. */
const inCommon = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};
const LEAST_NAMED = 2;
const digitsOf = (fact: Fact): string =>
  fact.value.type === 'quantity' && fact.value.quantity.approximation === 'exact'
    ? [...String(fact.value.quantity.value)].sort().join('')
    : '';
const nounAfter = (raw: string, { end }: Fact): string =>
  /^\p{Script=Han}{2,4}/u.exec(raw.slice(end))?.[0] ?? '';
/** 62座换热站 over 26座换热站: the figure's digits change places before the same word, and the headline's stands nowhere below. */
const otherDigits = (
  release: ReleaseText,
  title: readonly Fact[],
  body: readonly Fact[],
): readonly FactConflict[] => {
  const raw = fullText(release);
  return title.flatMap((headed) => {
    const [digits, noun] = [digitsOf(headed), nounAfter(raw, headed)];
    if (digits === '' || noun === '') return [];
    const alike = body.filter(
      (fact) => unitOf(fact) === unitOf(headed) && inCommon(nounAfter(raw, fact), noun) >= LEAST_NAMED,
    );
    const [other] = alike;
    if (other === undefined || alike.length > 1 || valuesAgree(headed.value, other.value, false)) return [];
    // 3名被困垂钓者 over 2名被困垂钓者: of a thing so named there is one count.
    const isSlip = digits.length > 1 && digitsOf(other) === digits;
    if (!isSlip && (inCommon(nounAfter(raw, other), noun) < SO_NAMED || digitsOf(other) === '')) return [];
    const quoted = (fact: Fact): FactConflict['a'] => quoteOf(release, [fact], readableValue(fact));
    return [{ attribute: headed.attribute, a: quoted(headed), b: quoted(other) }];
  });
};

/** 大雾黄色预警信号已升级为橙色: what it was before. */
const GAVE_WAY = /^[^。，]{0,4}(?:信号)?已?(?:升级|变更|降级|调整|更新)[为至]/u;

/** The facts of the title against those of the body. */
export const titleAgainstBody = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const title = facts.filter((fact) => fact.frame.inTitle && fact.attribute !== 'polarity');
  if (title.length === 0) return [];
  const body = facts.filter((fact) => !fact.frame.inTitle);
  const at = (list: readonly Fact[], start: number): Fact =>
    list.find((fact) => fact.start === start) as Fact;
  const raw = fullText(release);
  const told = compareFacts(release, release, title, body).filter(
    ({ attribute, a, b }) =>
      compared.has(attribute) &&
      comparable(at(title, a.start), at(body, b.start), body) &&
      !(attribute === 'warningColour' && GAVE_WAY.test(raw.slice(b.end, b.end + 12))),
  );
  const slips =
    told.length > 0 ? [] : [...otherDigits(release, title, body), ...otherDistrict(release, title, body)];
  return [...told, ...slips].some(({ attribute }) => attribute === 'amount')
    ? [...told, ...slips]
    : [...told, ...slips, ...otherTotal(release, title, body)];
};

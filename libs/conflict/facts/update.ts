import { dayNumber, isFullDate, publicationMoment } from '@koujing/text';
import { fullText, type ReleaseText } from '../release-text.js';
import { titleSimilarity } from '../title-similarity.js';
import type { Fact } from './fact.js';
import { compareAsOf } from './validity.js';

const tolls = new Set(['deaths', 'injured', 'missing', 'trapped', 'evacuated', 'people', 'cases']);
/** 招生150人 is planned and stays; of whom nothing is said but that they are people is no toll. */
const isToll = ({ attribute, statuses }: Fact): boolean =>
  tolls.has(attribute) && (attribute !== 'people' || statuses.length > 0);
/** `微博` means an unknown organ (DETECTION.md, "The CLI contract"). */
const unknownOrgan = '微博';
/** A toll published this much later by anybody has moved on; sooner, two organs disagree. */
const nextDayMs = 20 * 3_600_000;

const gapMs = (a: ReleaseText, b: ReleaseText): number | null => {
  if (a.publishedAt === null || b.publishedAt === null) return null;
  const gap = Date.parse(b.publishedAt) - Date.parse(a.publishedAt);
  return Number.isNaN(gap) ? null : gap;
};

const isMoment = (fact: Fact): boolean => fact.attribute === 'date' || fact.attribute === 'time';
/** 预计20时恢复, and later 已于19时30分恢复: the plan came to pass. */
const cameToPass = (pair: { readonly a: Fact; readonly b: Fact }, gap: number): boolean => {
  const [earlier, later] = gap > 0 ? [pair.a, pair.b] : [pair.b, pair.a];
  return isMoment(earlier) && earlier.planned === true && later.planned !== true && later.past === true;
};

/** 预计22时恢复, and that evening 18时恢复了: what was to be the one, and what came about the other. */
const wasAhead = (
  { a, b }: { readonly a: Fact; readonly b: Fact },
  releases: Releases,
  gap: number,
): boolean => {
  const [before, after] = gap > 0 ? [a, b] : [b, a];
  const [first, second] = gap > 0 ? [releases.a, releases.b] : [releases.b, releases.a];
  if (![before, after].every(({ frame }) => frame.role === 'end' || frame.role === 'resumed')) return false;
  const [planned, came] = [minuteOf(before), minuteOf(after)];
  const [saidAt, toldAt] = [publishedAt(first), publishedAt(second)];
  if (planned === null || came === null || saidAt === null || toldAt === null) return false;
  return planned > saidAt && came > saidAt && came <= toldAt;
};
interface Releases {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
}
const minuteOf = ({ value, day }: Fact): number | null =>
  value.type === 'time' && day !== undefined && isFullDate(day) ? dayNumber(day) * 1440 + value.minute : null;
const publishedAt = (release: ReleaseText): number | null => {
  const moment = publicationMoment(release.publishedAt);
  return moment === null ? null : dayNumber(moment) * 1440 + moment.minute;
};

/** 停水时间调整为17日22时, told after the other release: the day was changed. Where both tell the change, they disagree. */
const movesMoment = ({ a, b }: { readonly a: Fact; readonly b: Fact }, gap: number): boolean =>
  isMoment(a) && isMoved(gap > 0 ? b : a) && !isMoved(gap > 0 ? a : b);
const isMoved = ({ frame }: Fact): boolean =>
  frame.qualifiers.some((qualifier) => qualifier.startsWith('moved:'));

/** A level that was raised, lowered or issued anew after the other release spoke: an act follows what it changes. */
const isLevel = ({ attribute }: Fact): boolean =>
  attribute === 'warningColour' || attribute === 'responseLevel';
const changesLevel = ({ frame }: Fact): boolean =>
  frame.qualifiers.some((qualifier) => qualifier.startsWith('change:'));
const levelMoved = (
  { a, b }: { readonly a: Fact; readonly b: Fact },
  releases: Releases,
  gap: number | null,
): boolean => {
  if (!isLevel(a) || !(changesLevel(a) || changesLevel(b))) return false;
  if (areOneAct(a, b, releases)) return false;
  return gap === null || gap === 0 || changesLevel(gap > 0 ? b : a);
};

/** 18日16时起…提升至Ⅱ级 and 18日16时起…提升为Ⅲ级: one act of one minute. */
/** Letters: the minute of an act stands before it in its sentence. */
const NEARBY = 80;
const actMinute = (release: ReleaseText, { start }: Fact): string | undefined => {
  const said = /[^。；\n]*$/.exec(fullText(release).slice(Math.max(0, start - NEARBY), start))?.[0] ?? '';
  return [...said.matchAll(/(\d{1,2})[日号]?[^。；\d]{0,4}?(\d{1,2})[时点:：](\d{1,2})?/g)]
    .at(-1)
    ?.slice(2)
    .join(':');
};
const areOneAct = (a: Fact, b: Fact, releases: Releases): boolean => {
  const [one, other] = [actMinute(releases.a, a), actMinute(releases.b, b)];
  return one !== undefined && one === other;
};

/** 市疾控中心 abbreviates 临澜市疾病预防控制中心: its letters stand there in their order. */
const abbreviates = (short: string, long: string): boolean => {
  let at = -1;
  return [...short].every((letter) => (at = long.indexOf(letter, at + 1)) >= 0);
};

/** 遇难人数升至4人, told after 3人遇难. */
const HAS_RISEN = /[升增](?:加)?[至到]|上升[至到为]|达到了?|更新为/;
const hasRisen = (
  releases: Releases,
  { a, b }: { readonly a: Fact; readonly b: Fact },
  gap: number,
): boolean => {
  const [before, after, release] = gap > 0 ? [a, b, releases.b] : [b, a, releases.a];
  if (before.value.type !== 'quantity' || after.value.type !== 'quantity') return false;
  const said = fullText(release).slice(after.clauseStart, after.start);
  return after.value.quantity.value > before.value.quantity.value && HAS_RISEN.test(said);
};

/** Who quotes the other organ gives the other's figure, however much later: 据市疾控中心周报. */
const passesOn = (a: ReleaseText, b: ReleaseText, pair: { readonly a: Fact; readonly b: Fact }): boolean =>
  (pair.b.quoted !== undefined && abbreviates(pair.b.quoted, a.organ)) ||
  (pair.a.quoted !== undefined && abbreviates(pair.a.quoted, b.organ));

/** 截至16日24时 in both: whenever they were published, both count up to that hour. */
const ofOneMoment = ({ a, b }: { readonly a: Fact; readonly b: Fact }): boolean =>
  a.asOf !== undefined && b.asOf !== undefined && !a.asOf.dayOnly && !b.asOf.dayOnly;

/** Tonight’s forecast of the cold, and the one of the day after: each is of its own days. 不低于18℃ is a standard. */
const isForecast = ({ value }: Fact): boolean =>
  value.type === 'quantity' &&
  (value.unit === '度' || value.unit === '毫米') &&
  !/^at/.test(value.quantity.approximation);

/** 截至14时已抢通, and 截至16时仍中断: what still stands so at the later hour did not end at the earlier. */
const deniesWhatWas = ({ a, b }: { readonly a: Fact; readonly b: Fact }): boolean => {
  if (
    a.value.type !== 'polarity' ||
    b.value.type !== 'polarity' ||
    a.asOf === undefined ||
    b.asOf === undefined
  )
    return false;
  const later = compareAsOf(a.asOf, b.asOf) < 0 ? b : a;
  const earlier = later === a ? b : a;
  return later.still === true && earlier.still !== true && ENDED.test(wordsOf(earlier));
};
const ENDED = /抢通|恢复|解除|扑灭|结束|通车|封堵/;
const wordsOf = ({ value }: Fact): string => (value.type === 'polarity' ? value.words : '');

const inOrder = (a: ReleaseText, b: ReleaseText): readonly [ReleaseText, ReleaseText] | null => {
  const gap = gapMs(a, b);
  return gap === null || gap === 0 ? null : gap > 0 ? [a, b] : [b, a];
};

/** An organ that says again what it said, by the name of its own paper (按照印发的《…》) or as planned (如期), changes nothing. */
const namesItsPaper = (earlier: ReleaseText, later: ReleaseText): boolean =>
  later.body.includes(`《${earlier.title.replace(/[《》]/g, '')}》`);
const goesAsPlanned = ({ body }: ReleaseText): boolean => AS_PLANNED.test(body) && !CHANGED.test(body);
const AS_PLANNED = /如期|按原计划|按计划/;
const CHANGED =
  /调整|改期|改为|改在|推迟|延期|延后|延长|顺延|提前|取消|变更|更正|更新|升级|提升|降至|修订|重新/;

/** Another text on the matter under a heading of its own: no edited version, and no next issue of a series. */
const isOtherText = (earlier: ReleaseText, later: ReleaseText): boolean =>
  !CHANGED.test(fullText(later)) &&
  titleSimilarity(earlier.title, later.title) < ONE_HEADING &&
  !NEXT_ISSUE.test(later.title);
const ONE_HEADING = 0.75;
const NEXT_ISSUE = /续报|最新|进展|第[一二三四五六七八九十\d]+[周期次报号]/;
/** What does not grow with the days: whose line it is, when a list closes, and what was counted up to one same moment. */
const stays = ({ a, b }: { readonly a: Fact; readonly b: Fact }): boolean =>
  lasting.has(a.attribute) ||
  (a.attribute === 'date' &&
    [a, b].every(({ frame }) => frame.role === 'end' && frame.activities.includes('signUp'))) ||
  (a.asOf !== undefined && b.asOf !== undefined && compareAsOf(a.asOf, b.asOf) === 0) ||
  // 截至10月底 in both.
  (a.window !== undefined && a.window === b.window && !a.window.endsWith(':1-12'));
const lasting: ReadonlySet<string> = new Set(['phone', 'url', 'responseLevel', 'documentNumber', 'organ']);

/** Whether one organ's later text may stand against its earlier one: it tells the same again, and announces no change. */
export const restates = (a: ReleaseText, b: ReleaseText): boolean => {
  const [earlier, later] = inOrder(a, b) ?? [];
  return (
    earlier !== undefined &&
    later !== undefined &&
    (namesItsPaper(earlier, later) || goesAsPlanned(later) || isOtherText(earlier, later))
  );
};
const restatesOtherwise = (
  a: ReleaseText,
  b: ReleaseText,
  pair: { readonly a: Fact; readonly b: Fact },
): boolean => {
  const [earlier, later] = inOrder(a, b) ?? [];
  if (earlier === undefined || later === undefined) return false;
  return (
    namesItsPaper(earlier, later) ||
    // 如期举行，3200人参加: when and where it was to be is what was planned.
    (goesAsPlanned(later) && (isMoment(pair.a) || pair.a.attribute === 'place')) ||
    (isOtherText(earlier, later) && stays(pair))
  );
};

/** Whether a later as-of time, a later version by the same organ, or a toll that moved on explains the difference. */
export const isUpdate = (
  a: ReleaseText,
  b: ReleaseText,
  pair: { readonly a: Fact; readonly b: Fact },
): boolean => {
  // What was found to be the cause is no count of an hour.
  if (pair.a.attribute === 'cause' && a.organ !== b.organ) return false;
  if (pair.a.asOf && pair.b.asOf && compareAsOf(pair.a.asOf, pair.b.asOf) !== 0) return !deniesWhatWas(pair);
  if (pair.a.isAsOf && pair.b.isAsOf) return true;
  if (pair.a.correction !== pair.b.correction) return true;
  const gap = gapMs(a, b);
  if (levelMoved(pair, { a, b }, gap)) return true;
  if (gap === null || gap === 0) return false;
  if (isToll(pair.a) && hasRisen({ a, b }, pair, gap)) return true;
  if (cameToPass(pair, gap) || movesMoment(pair, gap) || wasAhead(pair, { a, b }, gap)) return true;
  if (a.organ === b.organ && a.organ !== unknownOrgan) return !restatesOtherwise(a, b, pair);
  if (isForecast(pair.a) && Math.abs(gap) >= nextDayMs) return true;
  return isToll(pair.a) && Math.abs(gap) >= nextDayMs && !ofOneMoment(pair) && !passesOn(a, b, pair);
};

import { valuesAgree } from './agreement.js';
import { containment } from './bigrams.js';
import type { Fact, MomentRole } from './fact.js';
import { frameLikeness, labelLikeness, peopleMatch, subjectLikeness, topicLikeness } from './likeness.js';
import { ownLine, phoneBase, slipOf } from './phone-likeness.js';
import { incidentTolls, maySpeakOfOne } from './one-thing.js';

/** Equal status, tally and scope speak for one count even where the clauses are built differently … */
const statusWeight = 0.4;
/** … and more so where both name the tally. */
const keyedWeight = 0.5;
/** Clauses about the same topic, however built: at most this much, so that frames decide between rivals. */
const topicWeight = 0.75;

/** Kinds of which a release on one incident states one: little more than their being there is needed. */
export const singular: Readonly<Record<string, number>> = {
  magnitude: 0.35,
  responseLevel: 0.35,
  warningColour: 0.35,
  cause: 0.45,
  weekday: 0.35,
  hazard: 0.35,
  organ: 0.35,
  section: 0.45,
  post: 0.45,
  advice: 0.45,
};
/** Kinds that are aligned by topic where the clauses are built differently. */
const topical = (kind: string): boolean =>
  kind === 'date' || kind === 'time' || kind === 'phone' || kind === 'place' || kind.startsWith('quantity');
/** From here on clauses are alike enough for their topics not to matter. */
export const closeFrame = 0.85;
/** Short clauses about other things (招聘教师50人, 招聘医生80人) are alike in build only. */
const otherTopic = 0.4;
const otherTopicDamping = 0.7;
const sameLabel = 0.8;

/** A toll is given once per incident, so that its name alone nearly tells. */
const tollWeight = 0.52;
/** 仍有4人被困 and 尚有6人失联 rather than 被困的9人: those who are still there. */
const keyedTollWeight = 0.56;
const statusShare = (a: Fact, b: Fact): number => {
  const toll =
    a.statuses.length === 1 &&
    incidentTolls.has(a.statuses[0] as string) &&
    a.cases !== true &&
    b.cases !== true;
  if (a.tally !== undefined && a.tally === b.tally) return toll ? keyedTollWeight : keyedWeight;
  return toll ? tollWeight : statusWeight;
};

/** Nobody says what one of the two is counted for, and the other is no toll. */
export const isBare = (a: Fact, b: Fact): boolean =>
  (a.statuses.length === 0 || b.statuses.length === 0) &&
  ![...a.statuses, ...b.statuses].some((status) => incidentTolls.has(status));

const peopleLikeness = (a: Fact, b: Fact): number => {
  const match = peopleMatch(a, b);
  if (match < 0) return 0;
  if (match === 0.5) return 0.8 * frameLikeness(a, b);
  const weight = match > 0 ? statusShare(a, b) : 0;
  const cases = a.cases === true || b.cases === true;
  const bare = isBare(a, b);
  const words = cases
    ? frameLikeness(a, b)
    : bare
      ? quantityLikeness(a, b, 'quantity 个')
      : wordLikeness(a, b, true);
  return words * (1 - weight) + weight;
};

const wordLikeness = (a: Fact, b: Fact, byTopic: boolean): number => {
  const place = a.value.type === 'place';
  const frame = frameLikeness(a, b);
  if (frame >= closeFrame || !byTopic) return frame;
  const topic = topicLikeness(a, b);
  return Math.max(
    !place && topic < otherTopic && labelLikeness(a, b, 0) < sameLabel ? frame * otherTopicDamping : frame,
    topicWeight * topic,
  );
};

/** 建设路与人民路路口, 建设路与解放路路口: one matter put at two crossings of one street. */
const sameStreet = 0.95;
const streetsOf = (fact: Fact): readonly string[] =>
  fact.value.type === 'place' && fact.value.levels.local?.endsWith('路口') === true
    ? fact.value.levels.local.slice(0, -2).split('与')
    : [];
const areCrossings = (a: Fact, b: Fact): boolean => {
  const other = streetsOf(b);
  return streetsOf(a).some((street) => other.includes(street));
};

/** Where one event is held is said once; the words before the place may be anything. */
const heldBase = (a: Fact, b: Fact): number =>
  a.frame.venue !== 'held' || b.frame.venue !== 'held'
    ? 0
    : startsThere(a) && startsThere(b)
      ? startBase
      : 0.3 + 0.7 * subjectLikeness(a, b);
/** 起点设在会展中心, 在体育中心起跑: a race has one start. */
const startBase = 0.7;
const startsThere = ({ frame }: Fact): boolean =>
  frame.qualifiers.some((qualifier) => qualifier.startsWith('departs:'));

/** 在市民中心召开, 在会展中心召开: the same thing said to be in two places. */
const venueWeight = 1.05;

/**
 * What the unit alone says about two values of one matter: 户 or 公顷 are counted once, 元 and % of many things, and of a
 * bare number the unit says nothing.
 */
const looseUnits: Readonly<Record<string, number>> = {
  '': 0,
  '%': 0.12,
  元: 0.12,
  百分点: 0.12,
  个: 0.1,
  处: 0.12,
  座: 0.15,
  所: 0.15,
  家: 0.15,
  次: 0.12,
  天: 0.15,
  小时: 0.12,
  分钟: 0.12,
  月: 0.12,
  年: 0.05,
  米: 0.1,
  项: 0.12,
  件: 0.12,
  条: 0.15,
  级: 0.05,
  岁: 0.1,
  倍: 0.1,
  号: 0,
  届: 0,
  期: 0,
  场: 0.15,
  种: 0.1,
  类: 0.1,
  支: 0.15,
  台: 0.15,
  辆: 0.2,
  个百分点: 0.12,
  轮: 0.05,
  层: 0.05,
  栋: 0.15,
};
const ownUnit = 0.3;
const unitBase = (kind: string): number => looseUnits[kind.slice('quantity '.length)] ?? ownUnit;

/** Clauses built differently about one quantity: the words beside the values carry it, the unit helps. */
const quantityLikeness = (a: Fact, b: Fact, kind: string): number => {
  const built = wordLikeness(a, b, true);
  const base = unitBase(kind);
  if (base === 0 || a.article || b.article) return built;
  const said =
    0.55 * subjectLikeness(a, b) +
    0.2 * topicLikeness(a, b) +
    0.1 * frameLikeness(a, b) +
    0.15 * containment(a.frame.wide, b.frame.wide, 0);
  return Math.max(built, base + (1 - base) * said);
};

/** Moments of one role in one matter; 14日21时40分 and 14日19时 both say when it happened. */
const roleBase: Readonly<Record<MomentRole, number>> = {
  occurred: 0.4,
  held: 0.35,
  start: 0.25,
  end: 0.25,
  resumed: 0.3,
  issued: 0,
  asOf: 0.2,
  called: 0.3,
};
const otherRole = 0.5;
/** 12月5日供热 and 自12月1日起供热 both say when it begins. */
const begins: ReadonlySet<MomentRole> = new Set<MomentRole>(['held', 'start']);
/** 至20时 and 20时恢复通行 both say when it is over; of days the one follows the other. */
const ends: ReadonlySet<MomentRole> = new Set<MomentRole>(['end', 'resumed']);
const own = ({ frame }: Fact): readonly string[] =>
  frame.activities.filter((name) => name !== 'label' && name !== 'event');
const otherActivity = (a: Fact, b: Fact): boolean => {
  const [x, y] = [own(a), own(b)];
  return x.length > 0 && y.length > 0 && !x.some((one) => y.includes(one));
};

/** What happens once: 7时30分同时发枪 and 八点整鸣枪开跑, 成绩12日公布 and 13日放榜, 12月1日起上调 and 自1月1日起施行, 开通初期运营 and 可以乘坐. */
const once = ['race', 'marks', 'opening', 'effective'];
const onceBase = 0.55;
const ofOneShot = (a: Fact, b: Fact): boolean =>
  once.some((one) => a.frame.activities.includes(one) && b.frame.activities.includes(one));

/** 有效期至5月31日 beside 执行期至11月30日: what is in force has one last day. */
const lastsUntil = ({ frame }: Fact): boolean =>
  frame.role === 'end' && frame.activities.includes('validity');

/** 时间：11月22日 beside 定于11月21日举办: the one day of the one event. */
const isLabelOf = (a: Fact, b: Fact): boolean =>
  a.frame.activities.includes('label') &&
  (b.frame.venue !== null || ['event', 'label'].some((name) => b.frame.activities.includes(name))) &&
  !b.frame.activities.includes('signUp');

/** A lone year says which year is spoken of, not when something is. */
const yearOnly = (fact: Fact): boolean =>
  fact.value.type === 'date' && fact.value.date.month === undefined && fact.value.date.year !== undefined;

const momentLikeness = (a: Fact, b: Fact): number => {
  const built = wordLikeness(a, b, true);
  if (yearOnly(a) || yearOnly(b)) return built >= closeFrame ? built : 0;
  if (isLabelOf(a, b) || isLabelOf(b, a))
    return Math.max(built, onceBase + (1 - onceBase) * momentSaid(a, b));
  if (lastsUntil(a) && lastsUntil(b)) return Math.max(built, onceBase + (1 - onceBase) * momentSaid(a, b));
  if (otherActivity(a, b) && built < closeFrame) return 0;
  if (ofOneShot(a, b)) return Math.max(built, onceBase + (1 - onceBase) * momentSaid(a, b));
  const one = a.frame.role;
  const other = b.frame.role;
  if (one === null || other === null) return built;
  // It happened on the 8th, and the waters opened again on the 15th.
  if ((one === 'occurred' && ends.has(other)) || (other === 'occurred' && ends.has(one))) return 0;
  if (one !== other && !(a.value.type === 'time' && ends.has(one) && ends.has(other)))
    return built >= closeFrame || (begins.has(one) && begins.has(other)) ? built : built * otherRole;
  const base = roleBase[one] + (isDeadlineOfOneDay(a, b) ? sameDayMore : 0);
  return Math.max(built, base + (1 - base) * momentSaid(a, b));
};

/** 27日18时前进港, 27日20时前进港: of one day there are few deadlines. */
const sameDayMore = 0.15;
const isDeadlineOfOneDay = (a: Fact, b: Fact): boolean =>
  a.value.type === 'time' &&
  a.frame.role === 'end' &&
  a.past !== true &&
  b.past !== true &&
  a.day?.day !== undefined &&
  a.day.day === b.day?.day &&
  a.day.month === b.day?.month &&
  containment(a.frame.wide, b.frame.wide, 0) >= spokenOfAlike;
const spokenOfAlike = 0.15;

/** How alike the words are that say whose moment it is. */
const momentSaid = (a: Fact, b: Fact): number =>
  0.4 * subjectLikeness(a, b) +
  0.2 * topicLikeness(a, b) +
  0.1 * frameLikeness(a, b) +
  0.3 * containment(a.frame.wide, b.frame.wide, 0);

/** A day on which something begins and one on which something is over, or two things that begin. */
export const momentsApart = (a: Fact, b: Fact): boolean =>
  otherActivity(a, b) ||
  (a.frame.role === 'occurred' && b.frame.edge !== null) ||
  (b.frame.role === 'occurred' && a.frame.edge !== null) ||
  (opens.has(a.frame.role) && closes.has(b.frame.role)) ||
  (closes.has(a.frame.role) && opens.has(b.frame.role));
/** 17日开幕, 18日闭幕: what is held on a day and what is over on one. */
const opens: ReadonlySet<MomentRole | null> = new Set<MomentRole | null>([
  'start',
  'held',
  'occurred',
  'called',
]);
const closes: ReadonlySet<MomentRole | null> = new Set<MomentRole | null>(['end', 'resumed']);

/** How much speaks for two facts of one kind being about one thing; from 0 to a little over 1. */
export const likeness = (a: Fact, b: Fact, kind: string, copies: boolean): number => {
  if (!maySpeakOfOne(a, b, kind)) return 0;
  if (kind === 'people') return peopleLikeness(a, b);
  if (kind.startsWith('quantity')) return quantityLikeness(a, b, kind);
  if (kind === 'date' || kind === 'time') return momentLikeness(a, b);
  if (kind === 'polarity') return frameLikeness(a, b);
  if (kind === 'place' && areCrossings(a, b)) return sameStreet;
  if (kind === 'place' && a.frame.venue !== null && b.frame.venue !== null)
    return Math.max(frameLikeness(a, b), venueWeight * topicLikeness(a, b), heldBase(a, b));
  if (kind === 'phone' && !slipOf(a, b) && !ownLine(a, b) && !valuesAgree(a.value, b.value, false))
    return copies ? wordLikeness(a, b, true) : 0;
  const base = kind === 'phone' ? phoneBase(a, b) : (singular[kind] ?? 0);
  return base + (1 - base) * wordLikeness(a, b, topical(kind));
};

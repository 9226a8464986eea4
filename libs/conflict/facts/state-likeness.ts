import { mayBeSameDate } from '@koujing/text';
import { containment } from './bigrams.js';
import type { Fact } from './fact.js';
import { subjectLikeness, topicLikeness } from './likeness.js';
import type { Alignment } from './align.js';
import { qualifiersMeet, stateRows } from './qualifier.js';

/** Least likeness of two subjects for their opposite states to be one contradiction. */
const sameSubject = 0.42;
/** Both speak of the same day, or one of none. */
const sameDay = (one: Fact, other: Fact): boolean =>
  one.day === undefined || other.day === undefined || mayBeSameDate(one.day, other.day);

const groupsOf = (fact: Fact): readonly string[] => (fact.value.type === 'polarity' ? fact.value.groups : []);
const signOf = (fact: Fact): number => (fact.value.type === 'polarity' ? fact.value.sign : 0);

/** What raises the curtain is the opening, whether or not it is called 开幕式. */
const raisesCurtain = (fact: Fact): boolean => /拉开[帷序]幕/.test(wordsOf(fact));
const curtainRows = stateRows.filter((row) => row !== 'phase');

const likeness = (one: Fact, other: Fact): number => {
  if (
    !groupsOf(one).some((group) => stated.has(group) && groupsOf(other).includes(group)) &&
    !ofOneTrend(one, other)
  )
    return 0;
  const rows = ofOneTrend(one, other)
    ? trendRows
    : raisesCurtain(one) || raisesCurtain(other)
      ? curtainRows
      : stateRows;
  if (!qualifiersMeet(one.frame.qualifiers, other.frame.qualifiers, rows)) return 0;
  if (isActOf(one, other) || isActOf(other, one) || addsBeside(one, other) || addsBeside(other, one))
    return 0;
  if (ofSupplyAndHouse(one, other) || ofSupplyAndHouse(other, one)) return 0;
  if (ofOneSupply(one, other)) return sameSupply;
  // One fire at one minute: where it still burns is told by its edge, not by its name.
  if (isOfFire(one) && isOfFire(other) && sameMinute(one, other)) return sameSupply;
  if ([one, other].some((fact) => atSchool.test(wordsOf(fact))))
    return ofSchool(one, other) ? sameSchoolDay : 0;
  const a = one.frame.head;
  const b = other.frame.head;
  const like = Math.max(topicLikeness(one, other), subjectLikeness(one, other));
  if (groupsOf(one).includes('cost')) return like;
  if (a.length === 0 || b.length === 0)
    return Math.max(like, sameObject(one, other), containment(saidOf(one), saidOf(other), 0.8));
  const heads = containment(a, b, 0.8);
  return heads === 0 ? like * otherHead : Math.max(like, heads);
};

/** 居民消费价格同比上涨0.4%, 与去年同月相比下降0.4%: a trend is told of a figure, and of one only where both say what with. */
const ofOneTrend = (one: Fact, other: Fact): boolean =>
  [one, other].every(
    (fact) => groupsOf(fact).length === 1 && groupsOf(fact)[0] === 'trend' && fact.window !== undefined,
  ) &&
  one.window === other.window &&
  one.frame.qualifiers.some((each) => comparedWith.has(each) && other.frame.qualifiers.includes(each)) &&
  containment(one.frame.head, other.frame.head, 0) >= sameFigure;
const comparedWith = new Set(['period:同比', 'period:环比']);
const sameFigure = 0.6;
/** 下降0.4% says by how much; that is what is compared. */
const trendRows = stateRows.filter((row) => row !== 'by');

/** What is forbidden and what may be done seldom concern the same people: 禁止机动车通行, 救护车可走应急通道. */
const samePermission = 0.75;
const onlyPermits = (one: Fact, other: Fact): boolean =>
  [one, other].every((fact) => groupsOf(fact).every((group) => group === 'permission'));

const isOfFire = (fact: Fact): boolean => groupsOf(fact).includes('fire');
const sameMinute = (one: Fact, other: Fact): boolean =>
  one.moment !== undefined &&
  other.moment !== undefined &&
  !one.moment.dayOnly &&
  !other.moment.dayOnly &&
  one.moment.minute === other.moment.minute;

/** 截至8时均未超标, 截至8时1个点位超标: how one thing stood at one minute needs fewer words in common. */
const sameMoment = (one: Fact, other: Fact): boolean =>
  sameMinute(one, other) &&
  [one, other].every((fact) => groupsOf(fact).every((group) => group === 'outcome'));
const atOneMoment = 0.36;
/** What opens on a day is called off or goes ahead; few things open on one day under words of one kind. */
const openingOf = (a: Fact, b: Fact): boolean =>
  (raisesCurtain(a) || raisesCurtain(b)) && a.day !== undefined && b.day !== undefined;
const ofOneOpening = 0.3;
/** Few things are called off or put off on one matter. */
const ofOneFate = 0.27;
const leastOf = (a: Fact, b: Fact): number =>
  onlyPermits(a, b)
    ? samePermission
    : sameMoment(a, b)
      ? atOneMoment
      : openingOf(a, b)
        ? ofOneOpening
        : otherFate(a, b)
          ? ofOneFate
          : sameSubject;

const saidOf = ({ frame }: Fact): Int32Array => (frame.head.length > 0 ? frame.head : frame.before);

/** 实施交通管制 is itself the closure: what is carried out and what is closed do not exclude each other. */
const carriesOut = /^(?:实施|启动|启用|继续|生效)+$/;
const closes = /^(?:封闭|关闭|封控|禁行|断交|停[\u4e00-\u9fa5])+$/;
const isActOf = (one: Fact, other: Fact): boolean =>
  carriesOut.test(wordsOf(one)) && closes.test(wordsOf(other));

/** 增开专车 is denied by 停开 and 取消 only, not by whatever else stops on that day. */
const adds = /^(?:增开|加开|增设|加密|延长)+$/;
const takesAway = /停开|停运|停驶|取消|减|缩短/;
const addsBeside = (one: Fact, other: Fact): boolean =>
  adds.test(wordsOf(one)) && !takesAway.test(wordsOf(other));

/** 恢复供水 and 尚未恢复供水 hold in the state words themselves what they speak of. */
const objects = /供水|供电|供气|供热|供暖|通行|通车|上课|营业|[开闭](?=[馆园])|馆|园/;
const bareObject = 0.5;
const objectOf = (fact: Fact): string | undefined =>
  objects.exec(wordsOf(fact).replace(/正常开放|暂停开放|恢复开放/, '开馆'))?.[0];
const sameObject = (one: Fact, other: Fact): number => {
  const object = objectOf(one);
  return object !== undefined && object === objectOf(other) ? bareObject : 0;
};

/** 炉山区正常供水 and 炉山区已停水: one supply of one place. */
const supplies = [
  /[供停断来用没]有?水/,
  /[供停断送来用没]有?电|拉闸/,
  /[供停通]气/,
  /[供停][热暖]|供热|供暖/,
];
const sameSupply = 0.6;
/** 学生按正常时间到校 and 小学、幼儿园不到校, whoever is named. */
const atSchool = /到校|入园/;
const ofSchool = (one: Fact, other: Fact): boolean =>
  [one, other].every((fact) => /到校|入园|[停复上]课|开学|返校/.test(wordsOf(fact)));
const sameSchoolDay = 0.5;

/** 停止供热 and 图书馆照常开放 are two things. */
const houses = /开放|[开闭][馆园]|营业|[上停复]课|到校/;
const ofSupplyAndHouse = (one: Fact, other: Fact): boolean =>
  supplies.some((supply) => supply.test(wordsOf(one))) && houses.test(wordsOf(other));
const ofOneSupply = (one: Fact, other: Fact): boolean =>
  (inOnePlace(one, other) || atOneHour(one, other)) &&
  supplies.some((supply) => supply.test(wordsOf(one)) && supply.test(wordsOf(other)));
const inOnePlace = (one: Fact, other: Fact): boolean =>
  one.reach !== '' && !one.reach.startsWith('!') && one.reach === other.reach;
/** 16日22时至17日8时停水, 16日22时至17日8时家里不会断水: the hours tell whose. */
const atOneHour = (one: Fact, other: Fact): boolean =>
  one.moment?.dayOnly === false &&
  other.moment?.dayOnly === false &&
  one.moment.minute === other.moment.minute &&
  (one.frame.head.length === 0 || other.frame.head.length === 0);

/** 铁路恢复运行 and 机场关闭 speak of two things, whatever else their clauses share. */
const otherHead = 0.5;

/** Groups of words that say how a thing stands; a trend or a direction belongs to a figure. */
const stated = new Set(['operation', 'permission', 'truth', 'outcome', 'cost', 'sample', 'fire']);

/** Days and minutes of publication, in minutes since 1970 of civil time. */
export interface Published {
  readonly a: number | null;
  readonly b: number | null;
}

/**
 * A state that changed between the two publications (closed at 8, open again at 10:20) is no contradiction, nor are two
 * phases that each release sets at its own moment (停水 from 22:00, 恢复供水 from 6:00).
 */
export const isLater = (one: Fact, other: Fact, published: Published): boolean => {
  const changed = (fact: Fact, own: number | null, others: number | null): boolean =>
    fact.moment !== undefined &&
    !fact.moment.dayOnly &&
    own !== null &&
    others !== null &&
    others < own &&
    fact.moment.minute > others &&
    fact.moment.minute <= own + graceMinutes;
  if (changed(one, published.a, published.b) || changed(other, published.b, published.a)) return true;
  if (one.moment === undefined || other.moment === undefined) return false;
  if (one.moment.dayOnly || other.moment.dayOnly) return false;
  return (
    one.moment.minute !== other.moment.minute &&
    groupsOf(one).includes('operation') &&
    (one.frame.role === null || one.frame.role !== other.frame.role) &&
    !sameStart(one, other)
  );
};
const graceMinutes = 180;

const wordsOf = (fact: Fact): string => (fact.value.type === 'polarity' ? fact.value.words : '');
const recovers = /^(?:已|将)*(?:恢复|复|解除|终止|结束|解封|重新|抢通|撤销|重启|通车)/;

/**
 * What was closed and is open again, started and then lifted: the later release tells the end of what the earlier one told.
 * Only where the earlier one says that it still stands so, after the moment that the later one names, do they contradict.
 */
const recovered = (earlier: Fact, later: Fact, earlierAt: number): boolean => {
  if (!recovers.test(wordsOf(later))) return false;
  if (recovers.test(wordsOf(earlier))) return false;
  const told = later.moment;
  return !(earlier.still === true && told !== undefined && !told.dayOnly && told.minute <= earlierAt);
};
export const isProgress = (one: Fact, other: Fact, published: Published): boolean => {
  if (published.a === null || published.b === null || published.a === published.b) return false;
  return published.a < published.b ? recovered(one, other, published.a) : recovered(other, one, published.b);
};
const sameStart = (one: Fact, other: Fact): boolean =>
  Math.abs((one.moment?.minute ?? 0) - (other.moment?.minute ?? 0)) < 1;

/** The hour at which a state begins or ends, as its sentence says. */
interface Edge {
  readonly edge: Fact['frame']['edge'];
  readonly moment: Fact['moment'];
}
const edgeIn = (facts: readonly Fact[], { sentenceKey, moment }: Fact): Edge => ({
  edge:
    facts.find(
      ({ value, ...fact }) =>
        value.type === 'time' &&
        fact.sentenceKey === sentenceKey &&
        moment !== undefined &&
        value.minute === moment.minute % DAY_MINUTES,
    )?.frame.edge ?? null,
  moment,
});
const DAY_MINUTES = 1440;

/** 16时起停航, 正常开行到20时: for four hours both are said to hold. */
const overlap = (one: Edge, other: Edge): boolean => {
  const [begins, ends] = one.edge === 'start' ? [one, other] : [other, one];
  return (
    begins.edge === 'start' &&
    ends.edge === 'end' &&
    begins.moment !== undefined &&
    ends.moment !== undefined &&
    begins.moment.minute < ends.moment.minute
  );
};

interface Told {
  readonly like: Fact;
  /** What the release says of the thing itself. */
  readonly beside: Fact;
  readonly than: number;
}

/** The release itself tells both states of the thing: first closed, then open. 小学停课，初中照常上课 are two things. */
const tellsBoth = (facts: readonly Fact[], { like, beside, than }: Told): boolean =>
  facts.some(
    (fact) =>
      tellsAs(fact, like) &&
      sameDay(fact, like) &&
      !isElsewhere(fact, beside) &&
      qualifiersMeet(fact.frame.qualifiers, beside.frame.qualifiers, schoolRows) &&
      likeness(fact, like) >= than,
  );
/** 东澳街道尚未恢复供水，沙咀街道供水正常: what it says of another street; of a province and its city nothing follows. */
const isElsewhere = (one: Fact, other: Fact): boolean =>
  [one, other].every(({ reach }) => OF_A_STREET.test(reach)) && one.reach !== other.reach;
const OF_A_STREET = /(?:街道|[镇乡村路街]|社区|小区)$/u;
const schoolRows = ['school'];
const tellsAs = (fact: Fact, like: Fact): boolean => signOf(fact) === signOf(like) && !otherFate(fact, like);

/** 取消，不再补办 and 延期至27日: both say that it is not held on its day, and of what becomes of it the opposite. */
const calledOff = /取消|停办|不再举行/;
const putOff = /延期|推迟|改期|顺延/;
const otherFate = (one: Fact, other: Fact): boolean =>
  (calledOff.test(wordsOf(one)) && putOff.test(wordsOf(other)) && !calledOff.test(wordsOf(other))) ||
  (calledOff.test(wordsOf(other)) && putOff.test(wordsOf(one)) && !calledOff.test(wordsOf(one)));

/** Opposite states (取消, 如期举行) of one thing, however the clauses are built. */
export const oppositeStates = (
  factsA: readonly Fact[],
  factsB: readonly Fact[],
  published: Published,
): readonly Alignment[] => {
  const left = factsA.filter((fact) => groupsOf(fact).length > 0);
  const right = factsB.filter((fact) => groupsOf(fact).length > 0);
  const found: Alignment[] = [];
  for (const a of left)
    for (const b of right) {
      if ((signOf(a) === signOf(b) && !otherFate(a, b)) || a.sentenceKey === b.sentenceKey) continue;
      const score = likeness(a, b);
      if (score < leastOf(a, b) || (!sameDay(a, b) && !otherFate(a, b)) || isProgress(a, b, published))
        continue;
      if (isLater(a, b, published) && !overlap(edgeIn(factsA, a), edgeIn(factsB, b))) continue;
      if (tellsBoth(left, { like: b, beside: a, than: score * 0.8 })) continue;
      if (tellsBoth(right, { like: a, beside: b, than: score * 0.8 })) continue;
      found.push({ a, b, score, agree: false });
    }
  found.sort((one, other) => other.score - one.score);
  const taken = new Set<Fact>();
  return found.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
};

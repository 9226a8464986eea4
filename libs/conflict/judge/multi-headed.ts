import { defersTo } from '../attribution.js';
import { explained, type Finding } from '../finding.js';
import { isFieldHeadquarters, type OrganDirectory } from '../organ-directory.js';
import type { ReleaseText } from '../release-text.js';
import { severityOf } from '../severity.js';
import { titleSimilarity } from '../title-similarity.js';
import { subjectsOfRemit, subjectsOfTitle } from '../subject.js';
import { byTwoCarriers } from './carriers.js';
import { onOwnDoing } from './doings.js';
import { byTime, isDuplicate } from './duplicate-finding.js';
import { groupPairs, pairsWithin } from './groups.js';
import { headedByOneIncident, nameOne, onOneIncident, onOneThing } from '../one-affair.js';
import { round } from './inconsistent.js';
import { wholeAndPart } from './scope.js';
import { toldAfter } from './told-after.js';
import { acrossOrgans, type Judgement } from './judgement.js';

/** Two organs on one matter without a joint release, a lead organ, or a relay link; a near-copy is a duplicate instead. */
export function isMultiHeaded(judgement: Judgement, directory: OrganDirectory): boolean {
  const { a, b, relation } = judgement;
  if (
    judgement.sameMatter < 0.5 ||
    judgement.twoEvents ||
    relation !== 'independent' ||
    isDuplicate(judgement) ||
    !acrossOrgans(a, b, directory)
  )
    return false;
  if (defersTo(a, b.organ, directory) || defersTo(b, a.organ, directory)) return false;
  if (wholeAndPart(a, b) || handedOver(a, b) || toldAfter(a, b) || warnOfTwo(a, b)) return false;
  if (inPassing(a, b) || inPassing(b, a)) return false;
  if (!orderOtherwise(judgement) && eachInItsRemit(a, b, directory)) return false;
  return (
    judgement.conflicts.length > 0 ||
    headedAlike(a, b) ||
    headedByOneIncident(a, b) ||
    (judgement.sameMatter >= SURELY && (onOneThing(a, b) || onOneIncident(a, b))) ||
    tellTheSame(judgement) ||
    // In words of their own throughout; but nobody else is as near to either.
    judgement.counterparts()
  );
}

/** One site has many affairs, so that their being one is asked of the whole texts. */
const SURELY = 0.9;

/** Two titles that say the same: what is in them then is told twice, figures or none. */
const ALIKE = 0.5;
const headedAlike = (a: ReleaseText, b: ReleaseText): boolean => titleSimilarity(a.title, b.title) >= ALIKE;

/**
 * One figure that two happen to give, or one street, makes no second voice: both count the 26 aid posts of the marathon, one to tell its
 * guests the way and the other to tell who treats them. Two pieces do, or one figure under titles that name one thing.
 */
const tellTheSame = ({ a, b, toldAlike }: Judgement): boolean => {
  const { figures, names } = toldAlike();
  return figures + names >= 2 || (figures === 1 && nameOne(a.title, b.title));
};

/** 暴雪蓝色预警 and 道路结冰黄色预警: two warnings, whoever may issue them. */
const WARNING =
  /(暴雨|暴雪|寒潮|低温|寒冷|强对流|大风|沙尘暴?|高温|干旱|雷电|冰雹|霜冻|大雾|霾|道路结冰|台风|地质灾害|山洪|洪水|森林火险)[蓝黄橙红]色/u;
function warnOfTwo(a: ReleaseText, b: ReleaseText): boolean {
  const [one, other] = [a, b].map(({ title }) => WARNING.exec(title)?.[1]);
  return one !== undefined && other !== undefined && one !== other;
}

/** 周末去哪儿, 门诊名录: one line among many, and no second voice on any. */
const LISTING = /名录|一览|汇总|清单/u;
const INVITING = /抢先看|去哪儿?/u;
/** 22日到24日天气: that a warning stands is told in passing. */
const FORECAST = /天气(?:提示|预报|趋势|展望)?$/u;
const inPassing = ({ title }: ReleaseText, other: ReleaseText): boolean =>
  (LISTING.test(title) && !LISTING.test(other.title)) ||
  (INVITING.test(title) && !nameOne(title, other.title)) ||
  (FORECAST.test(title) && other.title.includes('预警'));

/** What was said before the field headquarters spoke was said rightly: from then on it alone speaks (Art.22). */
function handedOver(a: ReleaseText, b: ReleaseText): boolean {
  const [earlier, later] = byTime(a, b) <= 0 ? [a, b] : [b, a];
  return isFieldHeadquarters(later.organ) && !isFieldHeadquarters(earlier.organ);
}

/** One orders the schools closed and the other open, or another level of response: both speak for the measure, whoever's it is. */
const orderOtherwise = ({ conflicts }: Judgement): boolean =>
  conflicts.some(
    ({ attribute, a, b }) =>
      attribute === 'responseLevel' ||
      TOLLS.has(attribute) ||
      (attribute === 'polarity' && [a, b].some(({ value }) => ORDERED.test(value))),
  );
const TOLLS: ReadonlySet<string> = new Set(['deaths', 'missing', 'trapped']);
const ORDERED = /停课|停工|停业|停运|停航|封闭|取消|禁止/u;

/** One event, two subjects, each organ on its own: the warning, the closed schools, the diverted buses (归口发布, Art.5). */
function eachInItsRemit(a: ReleaseText, b: ReleaseText, directory: OrganDirectory): boolean {
  if (byTwoCarriers(a, b)) return true;
  if (onOneThing(a, b)) return false;
  if (onOwnDoing(a, b)) return true;
  const x = ownSubjects(a, directory);
  const y = ownSubjects(b, directory);
  if (x.size > 0 && y.size > 0) return x.isDisjointFrom(y);
  const remitX = remitOf(a, directory);
  const remitY = remitOf(b, directory);
  return onItsMeasure(x, b, remitY) || onItsMeasure(y, a, remitX);
}

/**
 * Measures that an event brings about and that one organ alone takes: the road closed for the marathon, the schools closed
 * for the storm. Whoever tells the event itself does not speak for them.
 */
const MEASURES = new Set([
  'roadTraffic',
  'transport',
  'education',
  'weatherWarning',
  'power',
  'environment',
  'housing',
  'health',
]);

/** All subjects of the organ's title are such measures, and the other's title is on none of them. */
function onItsMeasure(
  own: ReadonlySet<string>,
  other: ReleaseText,
  othersRemit: ReadonlySet<string>,
): boolean {
  const told = subjectsOfTitle(other.title.normalize('NFKC'));
  return (
    own.size > 0 &&
    [...own].every((subject) => MEASURES.has(subject) && !told.has(subject) && !othersRemit.has(subject))
  );
}

/** Subjects of the title that the register gives to the organ itself. */
const ownSubjects = (release: ReleaseText, directory: OrganDirectory): ReadonlySet<string> =>
  subjectsOfTitle(release.title.normalize('NFKC')).intersection(remitOf(release, directory));

const remitOf = (release: ReleaseText, directory: OrganDirectory): Set<string> =>
  new Set((directory.find(release.organ)?.remit ?? []).flatMap((entry) => [...subjectsOfRemit(entry)]));

export function multiHeaded(judgements: readonly Judgement[], directory: OrganDirectory): readonly Finding[] {
  const copies = judgements.filter(isDuplicate);
  const pairs = judgements.filter(
    (judgement) => isMultiHeaded(judgement, directory) && !repeatsIt(judgement, copies, directory),
  );
  const releases = new Map<string, ReleaseText>(
    pairs.flatMap(({ a, b }) => [[a.id, a] as const, [b.id, b] as const]),
  );
  const within = pairsWithin(pairs);
  const notices = judgements.filter(
    ({ relation, sameMatter }) => relation === 'sameOrgan' && sameMatter >= 0.5,
  );
  return groupPairs(scored(pairs), scored(notices)).map((group) => {
    const members = group.map((id) => releases.get(id) as ReleaseText).sort(byTime);
    const inside = within(group);
    const confidence = inside.reduce((sum, { sameMatter }) => sum + sameMatter, 0) / inside.length;
    const said = members.map(({ organ, title }) => `${organ}《${title}》`).join('、');
    const saidEn = members.map(({ organ, title }) => `${organ} “${title}”`).join(', ');
    return {
      kind: 'multiHeaded',
      releases: members.map(({ id }) => id),
      severity: severityOf({ kind: 'multiHeaded' }),
      confidence: round(confidence),
      facts: [],
      ...explained(
        `${said}分别发布同一事项，没有联合发布、牵头单位或转发关系，属多头发布；请确定主发布单位，其余改为转发或联合发布。`,
        `${saidEn} each release one matter, without a joint release, a lead organ or a relay between them. Settle who leads; the others relay it or join.`,
      ),
    };
  });
}

/**
 * Whose text is a near-copy of what the other organ released on the matter repeats that organ: it is a duplicate, and no voice of its own
 * on what the same organ said there before or after.
 */
const repeatsIt = ({ a, b }: Judgement, copies: readonly Judgement[], directory: OrganDirectory): boolean =>
  copies.some(({ a: one, b: other }) =>
    [
      [one, other],
      [other, one],
    ].some(
      ([copy, copied]) =>
        (copy?.id === a.id && copied !== undefined && directory.same(copied.organ, b.organ)) ||
        (copy?.id === b.id && copied !== undefined && directory.same(copied.organ, a.organ)),
    ),
  );

const scored = (judgements: readonly Judgement[]) =>
  judgements.map(({ a, b, sameMatter }) => ({ a: a.id, b: b.id, score: sameMatter }));

import { titleSimilarity } from '../title-similarity.js';
import { isUnknownOrgan } from '../organ-directory.js';
import { disjoint, overlap } from './key-set.js';
import { pairKind } from './pair-kind.js';
import { Pairing } from './pairing.js';
import type { Profile } from './profile.js';
import { sentenceMass, titleCover, titleShared } from './shared-words.js';
import { namedApart } from './named-things.js';
import { nationsApart, regionAgreement } from './slots.js';

const DAY = 86_400_000;
/** Beyond this an event of the same kind on another day is another event. */
const OTHER_DAY = 3;

const flag = (holds: boolean): number => (holds ? 1 : 0);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A rule or a service is announced by each organ when it suits it; an event is reported at once. */
const isAnnounced = ({ a, b }: Pairing): boolean =>
  pairKind(a, b) === 'notice' && a.mainHazards.length + b.mainHazards.length === 0;

/** Line 2 and line 3, the first hospital and the second, the marathon and the job fair. */
const otherNames = ({ a, b }: Pairing): boolean =>
  disjoint(a.occasions, b.occasions) || (overlap(a.named, b.named) === 0 && namedApart(a.named, b.named));

const namesDay = ({ days }: Profile): boolean => days.length > 0;

/** One minute of the day, or one street and day of a like event, named by both: other figures are then what they disagree on, not another filling. */
const tied = ({ a, b, apart, mainHazards }: Pairing): boolean =>
  overlap(a.clocks, b.clocks) > 0 ||
  (mainHazards.length > 0 && apart === 0 && overlap(a.streets, b.streets) > 0);

/**
 * Interpretable evidence that two releases speak of one matter, each within 0..~3 (DETECTION.md, "Same matter: what works").
 * A feature is worked out only where a weight asks for it.
 */
const EVIDENCE = {
  coverMin: ({ sharedMass, a, b }) => sharedMass / Math.max(1, a.words.mass, b.words.mass),
  coverMax: ({ sharedMass, a, b }) => sharedMass / Math.max(1, Math.min(a.words.mass, b.words.mass)),
  sharedMass: ({ sharedMass }) => Math.log1p(sharedMass),
  rarest: ({ shared }) => shared[0]?.rarity ?? 0,
  topThree: ({ shared }) => shared.slice(0, 3).reduce((sum, { rarity }) => sum + rarity, 0),
  cosine: ({ shared, a, b }) =>
    shared.reduce((sum, { rarity }) => sum + rarity * rarity, 0) /
    Math.max(1e-9, a.words.norm * b.words.norm),
  titleDice: ({ a, b }) => titleSimilarity(a.title, b.title),
  titleCoverMin: ({ a, b }) => Math.min(titleCover(a, b), titleCover(b, a)),
  titleCoverMax: ({ a, b }) => Math.max(titleCover(a, b), titleCover(b, a)),
  titleShared: ({ a, b }) => titleShared(a, b),
  sentenceMass: ({ shared }) => sentenceMass(shared),
  contextMax: (pair) => Math.max(0, ...pair.contexts),
  contextMean: (pair) => mean(pair.contexts),
  gap: ({ a, b }) => (a.time === null || b.time === null ? 0 : Math.log1p(Math.abs(a.time - b.time) / DAY)),
  regionShared: ({ regions }) => Math.max(0, regions),
  regionDisjoint: ({ regions, wide }) => flag(regions < 0 && !wide),
  titleRegionDisjoint: ({ a, b, wide }) => flag(!wide && regionAgreement(a.titleRegions, b.titleRegions) < 0),
  dayShared: ({ apart }) => flag(apart === 0),
  plannedShared: ({ a, b }) => Math.log1p(overlap(a.plannedDays, b.plannedDays)),
  plannedApart: ({ a, b }) => flag(disjoint(a.plannedDays, b.plannedDays)),
  dayApart: (pair) =>
    pair.apart === null || (isAnnounced(pair) && !(namesDay(pair.a) && namesDay(pair.b)))
      ? 0
      : Math.min(2, Math.log1p(pair.apart)),
  clockShared: ({ a, b }) => flag(overlap(a.clocks, b.clocks) > 0),
  clockApart: ({ a, b, mainHazards, apart }) =>
    flag(mainHazards.length > 0 && apart === 0 && disjoint(a.clocks, b.clocks)),
  figureContained: ({ figures, a, b }) => figures / Math.max(1, Math.min(a.figures.length, b.figures.length)),
  exactShared: ({ a, b }) => Math.log1p(overlap(a.exactFigures, b.exactFigures)),
  figuresApart: ({ a, b, mainHazards }) => flag(mainHazards.length === 0 && disjoint(a.figures, b.figures)),
  templateApart: (pair) =>
    pair.regions < 0 ||
    disjoint(pair.a.streets, pair.b.streets) ||
    otherNames(pair) ||
    disjoint(pair.a.plannedDays, pair.b.plannedDays) ||
    (disjoint(pair.a.figures, pair.b.figures) && !tied(pair))
      ? titleSimilarity(pair.a.series.withoutPlaces, pair.b.series.withoutPlaces)
      : 0,
  figuresShared: ({ figures }) => Math.log1p(figures),
  hazardShared: ({ a, b }) => flag(a.hazards.some((hazard) => b.hazards.includes(hazard))),
  hazardDisjoint: ({ a, b, mainHazards }) =>
    flag(a.mainHazards.length > 0 && b.mainHazards.length > 0 && mainHazards.length === 0),
  eventSlots: ({ mainHazards, regions, nearness }) =>
    mainHazards.length > 0 ? Math.max(0, regions) * nearness : 0,
  elsewhere: ({ mainHazards, regions, wide }) => flag(mainHazards.length > 0 && !wide && regions < 0),
  wideEvent: ({ wide, nearness }) => (wide ? nearness : 0),
  otherDay: ({ mainHazards, apart }) => flag(mainHazards.length > 0 && apart !== null && apart > OTHER_DAY),
  magnitudeShared: ({ a, b }) => flag(overlap(a.magnitudes, b.magnitudes) > 0),
  magnitudeApart: ({ a, b }) => flag(disjoint(a.magnitudes, b.magnitudes)),
  nationsApart: ({ a, b }) => flag(nationsApart(a.regions, b.regions)),
  typhoonShared: ({ a, b }) => flag(overlap(a.typhoons, b.typhoons) > 0),
  typhoonApart: ({ a, b }) => flag(disjoint(a.typhoons, b.typhoons)),
  quotedShared: ({ a, b }) => Math.min(2, overlap(a.quoted, b.quoted)),
  bothHazards: ({ a, b }) => flag(a.mainHazards.length > 0 && b.mainHazards.length > 0),
  organsUnknown: ({ a, b }) => flag(isUnknownOrgan(a.organ) && isUnknownOrgan(b.organ)),
  undated: ({ a, b }) => flag(a.time === null || b.time === null),
  namedShared: ({ a, b }) => flag(overlap(a.named, b.named) > 0),
  namedApart: (pair) => flag(otherNames(pair)),
  thingShared: ({ a, b }) => Math.log1p(overlap(a.things, b.things)),
  thingApart: ({ a, b }) => flag(disjoint(a.things, b.things)),
  streetShared: ({ a, b }) => flag(overlap(a.streets, b.streets) > 0),
  streetApart: ({ a, b, wide }) => flag(!wide && disjoint(a.streets, b.streets)),
} satisfies Record<string, (pair: Pairing) => number>;

export type FeatureName = keyof typeof EVIDENCE;

/** In the order of the vector. */
export const FEATURES = Object.keys(EVIDENCE) as readonly FeatureName[];

/** Every feature of a pair, for the trainer. */
export const pairFeatures = (a: Profile, b: Profile): Float64Array => {
  const pair = new Pairing(a, b);
  return Float64Array.from(FEATURES, (name) => EVIDENCE[name](pair));
};

/** Sums weight × feature, working out only what carries a weight. */
export function weigher(weights: Readonly<Record<string, number>>): (a: Profile, b: Profile) => number {
  const terms = FEATURES.flatMap((name) => {
    const weight = weights[name] ?? 0;
    return weight === 0 ? [] : [{ weight, evidence: EVIDENCE[name] as (pair: Pairing) => number }];
  });
  return (a, b) => {
    const pair = new Pairing(a, b);
    let sum = 0;
    for (const { weight, evidence } of terms) sum += weight * evidence(pair);
    return sum;
  };
}

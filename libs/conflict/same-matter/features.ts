import { titleSimilarity } from '../title-similarity.js';
import { isWideHazard } from './hazard.js';
import type { Profile } from './profile.js';
import { daysApart, nationsApart, regionAgreement } from './slots.js';

/** In the order of the vector; DETECTION.md "Same matter: what works" says why each is there. */
export const FEATURES = [
  'coverMin',
  'coverMax',
  'sharedMass',
  'rarest',
  'topThree',
  'cosine',
  'bigramDice',
  'bigramContained',
  'titleDice',
  'titleCoverMin',
  'titleCoverMax',
  'titleShared',
  'sentenceMass',
  'contextMax',
  'contextMean',
  'gap',
  'regionShared',
  'regionDisjoint',
  'titleRegionDisjoint',
  'dayShared',
  'dayApart',
  'clockShared',
  'figureContained',
  'figuresShared',
  'hazardShared',
  'hazardDisjoint',
  'eventSlots',
  'elsewhere',
  'wideEvent',
  'otherDay',
  'magnitudeShared',
  'magnitudeApart',
  'nationsApart',
  'streetShared',
  'streetApart',
  'clockApart',
] as const;

export type FeatureName = (typeof FEATURES)[number];

const DAY = 86_400_000;

/** Interpretable evidence that two releases speak of one matter; every value is within 0..~3. */
export function pairFeatures(a: Profile, b: Profile): Float64Array {
  const shared = sharedWords(a, b);
  const rarest = shared.slice(0, 3).map(([, value]) => value);
  const sharedMass = shared.reduce((sum, [, value]) => sum + value, 0);
  const bigrams = overlap(a.bigrams, b.bigrams);
  const [titleLow, titleHigh] = order(titleCover(a, b), titleCover(b, a));
  const [contextMax, contextMean] = contexts(a, b, shared);
  const figures = overlap(a.figures, b.figures);
  const regions = whereabouts(a, b);
  const apart = daysApart(a.days, b.days);
  const main = a.mainHazards.filter((hazard) => b.mainHazards.includes(hazard));
  const wide = main.some(isWideHazard);
  const evidence: Record<FeatureName, number> = {
    coverMin: sharedMass / Math.max(1, a.mass, b.mass),
    coverMax: sharedMass / Math.max(1, Math.min(a.mass, b.mass)),
    sharedMass: Math.log1p(sharedMass),
    rarest: rarest[0] ?? 0,
    topThree: rarest.reduce((sum, value) => sum + value, 0),
    cosine: shared.reduce((sum, [, value]) => sum + value * value, 0) / Math.max(1e-9, a.norm * b.norm),
    bigramDice: (2 * bigrams) / Math.max(1, a.bigrams.size + b.bigrams.size),
    bigramContained: bigrams / Math.max(1, Math.min(a.bigrams.size, b.bigrams.size)),
    titleDice: titleSimilarity(a.title, b.title),
    titleCoverMin: titleLow,
    titleCoverMax: titleHigh,
    titleShared: titleShared(a, b),
    sentenceMass: sentenceMass(a, b),
    contextMax,
    contextMean,
    gap: a.time === null || b.time === null ? 0 : Math.log1p(Math.abs(a.time - b.time) / DAY),
    regionShared: Math.max(0, regions),
    regionDisjoint: regions < 0 && !wide ? 1 : 0,
    titleRegionDisjoint: !wide && regionAgreement(a.titleRegions, b.titleRegions) < 0 ? 1 : 0,
    dayShared: apart === 0 ? 1 : 0,
    dayApart: apart === null ? 0 : Math.min(2, Math.log1p(apart)),
    clockApart: main.length > 0 && apart === 0 && disjoint(a.clocks, b.clocks) ? 1 : 0,
    streetShared: overlap(a.streets, b.streets) > 0 ? 1 : 0,
    streetApart: !wide && disjoint(a.streets, b.streets) ? 1 : 0,
    clockShared: overlap(a.clocks, b.clocks) > 0 ? 1 : 0,
    figureContained: figures / Math.max(1, Math.min(a.figures.size, b.figures.size)),
    figuresShared: Math.log1p(figures),
    magnitudeShared: overlap(a.magnitudes, b.magnitudes) > 0 ? 1 : 0,
    magnitudeApart: disjoint(a.magnitudes, b.magnitudes) ? 1 : 0,
    nationsApart: nationsApart(a.regions, b.regions) ? 1 : 0,
    ...hazardEvidence(a, b, { regions, apart, main }),
  } as Record<FeatureName, number>;
  return Float64Array.from(FEATURES, (name) => evidence[name]);
}

/** Words of both, rarest first. */
function sharedWords(a: Profile, b: Profile): [string, number][] {
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  const shared: [string, number][] = [];
  for (const [word, value] of small.words) if (large.words.has(word)) shared.push([word, value]);
  return shared.sort((x, y) => y[1] - x[1]);
}

/** Share of the rare mass of a's title that stands anywhere in b: what is unmatched names another matter. */
function titleCover(a: Profile, b: Profile): number {
  let matched = 0;
  let mass = 0;
  for (const [word, value] of a.titleWords) {
    mass += value;
    if (b.words.has(word) || b.text.includes(word)) matched += value;
  }
  return mass === 0 ? 0 : matched / mass;
}

/** The most rare mass that one sentence of a shares with one sentence of b. */
function sentenceMass(a: Profile, b: Profile): number {
  let best = 0;
  for (const x of a.sentences)
    for (const y of b.sentences) {
      let mass = 0;
      for (const word of x) if (y.has(word)) mass += a.words.get(word) ?? 0;
      if (mass > best) best = mass;
    }
  return Math.log1p(best);
}

/** For each of the rarest shared words: how alike are the sentences around it once the word itself is removed? */
function contexts(a: Profile, b: Profile, shared: readonly [string, number][]): [number, number] {
  const values = shared.slice(0, 6).map(([word]) => {
    const around = (profile: Profile): Set<string> => {
      const set = new Set<string>();
      for (const sentence of profile.sentences)
        if (sentence.has(word)) for (const other of sentence) if (other !== word) set.add(other);
      return set;
    };
    return weightedCosine(around(a), around(b), a, b);
  });
  if (values.length === 0) return [0, 0];
  return [Math.max(...values), values.reduce((sum, value) => sum + value, 0) / values.length];
}

function weightedCosine(x: ReadonlySet<string>, y: ReadonlySet<string>, a: Profile, b: Profile): number {
  let dot = 0;
  let nx = 0;
  let ny = 0;
  for (const word of x) {
    const value = a.words.get(word) ?? 0;
    nx += value * value;
    if (y.has(word)) dot += value * value;
  }
  for (const word of y) ny += (b.words.get(word) ?? 0) ** 2;
  return dot === 0 ? 0 : dot / Math.sqrt(nx * ny);
}

/** As `regionAgreement`, with the districts that the suffix alone shows: one city's two districts are two places. */
function whereabouts(a: Profile, b: Profile): number {
  const regions = regionAgreement(a.regions, b.regions);
  if (disjoint(a.districts, b.districts)) return -1;
  return overlap(a.districts, b.districts) > 0 ? Math.max(SAME_DISTRICT, regions) : regions;
}

const SAME_DISTRICT = 0.8;

/** Rarity of the rarest word that both titles have. */
function titleShared(a: Profile, b: Profile): number {
  let best = 0;
  for (const [word, value] of a.titleWords) if (value > best && b.titleWords.has(word)) best = value;
  return best;
}

/**
 * The slots of an event: hazard, place and day together carry the match where words do not. An earthquake, a typhoon, a flood
 * is told from many places, a fire is not.
 */
function hazardEvidence(
  a: Profile,
  b: Profile,
  where: { readonly regions: number; readonly apart: number | null; readonly main: readonly string[] },
): Record<string, number> {
  const { main } = where;
  const wide = main.some(isWideHazard);
  const near = where.apart === null ? 0.35 : Math.exp(-where.apart / 3);
  return {
    hazardShared: overlap(a.hazards, b.hazards) > 0 ? 1 : 0,
    hazardDisjoint: a.mainHazards.length > 0 && b.mainHazards.length > 0 && main.length === 0 ? 1 : 0,
    eventSlots: main.length > 0 ? Math.max(0, where.regions) * near : 0,
    elsewhere: main.length > 0 && !wide && where.regions < 0 ? 1 : 0,
    wideEvent: wide ? near : 0,
    otherDay: main.length > 0 && where.apart !== null && where.apart > 3 ? 1 : 0,
  };
}

const disjoint = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>): boolean =>
  x.size > 0 && y.size > 0 && overlap(x, y) === 0;

function overlap<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  let common = 0;
  for (const item of small) if (large.has(item)) common++;
  return common;
}

const order = (x: number, y: number): [number, number] => (x <= y ? [x, y] : [y, x]);

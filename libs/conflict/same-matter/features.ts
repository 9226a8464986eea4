import { titleSimilarity } from '../title-similarity.js';
import { isWideHazard } from './hazard.js';
import type { Profile } from './profile.js';
import { regionAgreement } from './slots.js';

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
  'sentenceMass',
  'contextMax',
  'contextMean',
  'gap',
  'gapUnknown',
  'regionShared',
  'regionDisjoint',
  'dayShared',
  'dayDisjoint',
  'figureContained',
  'figuresShared',
  'hazardShared',
  'hazardDisjoint',
  'hazardPlaceDay',
  'hazardElsewhere',
  'wideHazardDay',
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
  const regions = regionAgreement(a.regions, b.regions);
  const days = overlap(a.days, b.days);
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
    sentenceMass: sentenceMass(a, b),
    contextMax,
    contextMean,
    gap: a.time === null || b.time === null ? 0 : Math.log1p(Math.abs(a.time - b.time) / DAY),
    gapUnknown: a.time === null || b.time === null ? 1 : 0,
    regionShared: Math.max(0, regions),
    regionDisjoint: regions < 0 ? 1 : 0,
    dayShared: days > 0 ? 1 : 0,
    dayDisjoint: days === 0 && a.days.size > 0 && b.days.size > 0 ? 1 : 0,
    figureContained: figures / Math.max(1, Math.min(a.figures.size, b.figures.size)),
    figuresShared: Math.log1p(figures),
    ...hazardEvidence(a, b, { regions, sameDay: days > 0 }),
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

function hazardEvidence(
  a: Profile,
  b: Profile,
  where: { readonly regions: number; readonly sameDay: boolean },
): Record<string, number> {
  const common = [...a.hazards].filter((hazard) => b.hazards.has(hazard));
  return {
    hazardShared: common.length > 0 ? 1 : 0,
    hazardDisjoint: a.hazards.size > 0 && b.hazards.size > 0 && common.length === 0 ? 1 : 0,
    hazardPlaceDay: common.length > 0 && where.regions > 0 && where.sameDay ? where.regions : 0,
    hazardElsewhere: common.length > 0 && where.regions < 0 && !common.some(isWideHazard) ? 1 : 0,
    wideHazardDay: common.some(isWideHazard) && where.sameDay ? 1 : 0,
  };
}

function overlap<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  let common = 0;
  for (const item of small) if (large.has(item)) common++;
  return common;
}

const order = (x: number, y: number): [number, number] => (x <= y ? [x, y] : [y, x]);

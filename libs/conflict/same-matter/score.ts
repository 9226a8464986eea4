import { bulletinVerdict } from './bulletin-verdict.js';
import { FEATURES, pairFeatures, type FeatureName } from './features.js';
import weights from './same-matter-weights.json' with { type: 'json' };
import type { Profile } from './profile.js';

/** Kinds of pair with a calibration of their own: thresholds do not transfer between kinds of text. */
export type PairKind = 'general' | 'bulletin';

interface KindWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const byKind = weights.kinds as Readonly<Record<string, KindWeights>>;
const vectors = new Map<string, Float64Array>(
  Object.entries(byKind).map(([kind, model]) => [
    kind,
    Float64Array.from(FEATURES, (name) => model.weights[name] ?? 0),
  ]),
);

export interface SameMatter {
  /** 0..1; 0.5 is the decision threshold. */
  readonly probability: number;
  readonly kind: PairKind;
  readonly features: Float64Array;
}

/** Are the two about one matter? */
export function sameMatter(a: Profile, b: Profile): SameMatter {
  const features = pairFeatures(a, b);
  const bulletin = bulletinVerdict(a, b);
  if (bulletin !== undefined) return { probability: bulletin, kind: 'bulletin', features };
  return { probability: logistic('general', features), kind: 'general', features };
}

function logistic(kind: PairKind, features: Float64Array): number {
  const vector = vectors.get(kind) as Float64Array;
  let sum = (byKind[kind] as KindWeights).bias;
  for (let k = 0; k < features.length; k++) sum += (vector[k] as number) * (features[k] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** What spoke most for or against, for the explanation. */
export function strongestEvidence(score: SameMatter, limit: number): readonly FeatureName[] {
  const vector = vectors.get('general') as Float64Array;
  return FEATURES.map((name, k) => ({
    name,
    weight: Math.abs((vector[k] as number) * (score.features[k] as number)),
  }))
    .sort((x, y) => y.weight - x.weight)
    .slice(0, limit)
    .map(({ name }) => name);
}

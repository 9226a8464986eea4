import { bulletinVerdict } from './bulletin-verdict.js';
import { FEATURES, pairFeatures } from './features.js';
import type { Profile } from './profile.js';
import stored from './same-matter-weights.json' with { type: 'json' };

/** Kinds of pair decided apart, because thresholds do not transfer between kinds of text. */
export type PairKind = 'general' | 'series';

export interface SameMatter {
  /** 0..1; 0.5 is the decision threshold. */
  readonly probability: number;
  readonly kind: PairKind;
}

const model = stored.kinds.general as {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
};
const vector = Float64Array.from(FEATURES, (name) => model.weights[name] ?? 0);
const weighted = FEATURES.filter((_, k) => vector[k] !== 0);

/** Are the two about one matter? Issues of a series are told by their key, everything else by the weighed evidence. */
export function sameMatter(a: Profile, b: Profile): SameMatter {
  const series = bulletinVerdict(a, b);
  if (series !== undefined) return { probability: series, kind: 'series' };
  const features = pairFeatures(a, b, weighted);
  let sum = model.bias;
  for (let k = 0; k < features.length; k++) sum += (vector[k] as number) * (features[k] as number);
  return { probability: 1 / (1 + Math.exp(-sum)), kind: 'general' };
}

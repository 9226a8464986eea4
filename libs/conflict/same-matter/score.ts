import { bulletinVerdict } from './bulletin-verdict.js';
import { weigher } from './features.js';
import type { Profile } from './profile.js';
import stored from './same-matter-weights.json' with { type: 'json' };

/** Kinds of pair decided apart, because thresholds do not transfer between kinds of text. */
export type PairKind = 'general' | 'series';

export interface SameMatter {
  /** 0..1; 0.5 is the decision threshold. */
  readonly probability: number;
  readonly kind: PairKind;
}

const { bias, weights } = stored.kinds.general;
const weigh = weigher(weights);

/** Are the two about one matter? Issues of a series are told by their key, everything else by the weighed evidence. */
export function sameMatter(a: Profile, b: Profile): SameMatter {
  const series = bulletinVerdict(a, b);
  if (series !== undefined) return { probability: series, kind: 'series' };
  return { probability: 1 / (1 + Math.exp(-bias - weigh(a, b))), kind: 'general' };
}

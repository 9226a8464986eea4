import { bulletinVerdict } from './bulletin-verdict.js';
import { weigher } from './features.js';
import { pairKind, type PairKind } from './pair-kind.js';
import type { Profile } from './profile.js';
import stored from './same-matter-weights.json' with { type: 'json' };

export interface SameMatter {
  /** 0..1; 0.5 is the decision threshold. */
  readonly probability: number;
  readonly kind: PairKind | 'series';
}

const models: Readonly<
  Record<PairKind, { readonly bias: number; readonly weigh: ReturnType<typeof weigher> }>
> = {
  news: modelOf(stored.kinds.news),
  notice: modelOf(stored.kinds.notice),
};

function modelOf({
  bias,
  weights,
}: {
  bias: number;
  weights: Readonly<Record<string, number>>;
}): (typeof models)[PairKind] {
  return { bias, weigh: weigher(weights) };
}

/** Are the two about one matter? Issues of a series are told by their key, everything else by the weighed evidence. */
export function sameMatter(a: Profile, b: Profile): SameMatter {
  const series = bulletinVerdict(a, b);
  if (series !== undefined) return { probability: series, kind: 'series' };
  const kind = pairKind(a, b);
  const { bias, weigh } = models[kind];
  return { probability: 1 / (1 + Math.exp(-bias - weigh(a, b))), kind };
}

interface Scored {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/**
 * Pairs into groups; two groups join only when they belong together on average, so that a chain of look-alikes does not. What is near
 * in another way, and makes no group by itself, counts in that mean: an organ's first notice and its second.
 */
export function groupPairs(
  pairs: readonly Scored[],
  nearOtherwise: readonly Scored[] = [],
): readonly (readonly string[])[] {
  const groupOf = new Map<string, Set<string>>();
  const scores = new Map<string, number>();
  const key = (x: string, y: string): string => (x < y ? `${x}\n${y}` : `${y}\n${x}`);
  for (const { a, b, score } of [...nearOtherwise, ...pairs]) scores.set(key(a, b), score);
  for (const { a, b } of [...pairs].sort((x, y) => y.score - x.score)) {
    const left = groupOf.get(a) ?? new Set([a]);
    const right = groupOf.get(b) ?? new Set([b]);
    if (left === right) continue;
    let sum = 0;
    for (const x of left) for (const y of right) sum += scores.get(key(x, y)) ?? 0;
    if (sum / (left.size * right.size) < JOIN) continue;
    for (const id of right) left.add(id);
    for (const id of left) groupOf.set(id, left);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}

/** Mean score between two groups that makes them one; unscored pairs count as 0. */
const JOIN = 0.4;

interface Pair {
  readonly a: { readonly id: string };
  readonly b: { readonly id: string };
}

/** Looks up the pairs whose both sides are in a group, without going through all pairs for each group. */
export function pairsWithin<T extends Pair>(pairs: readonly T[]): (group: readonly string[]) => readonly T[] {
  const byFirst = Map.groupBy(pairs, ({ a }) => a.id);
  return (group) => {
    const members = new Set(group);
    return group.flatMap((id) => (byFirst.get(id) ?? []).filter(({ b }) => members.has(b.id)));
  };
}

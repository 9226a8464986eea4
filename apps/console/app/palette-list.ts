/** Somewhere that the palette leads to. */
export interface Target {
  readonly to: string;
  readonly name: string;
  /** Why this person may not go there; absent where they may. */
  readonly barred?: string;
}

/** Those whose name holds every word that was typed, in any order; all of them while nothing is typed. */
export const matching = (targets: readonly Target[], typed: string): readonly Target[] => {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return targets.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
};

/** The place in a list of so many after an arrow key, round the ends; null for every other key. */
export const stepped = (at: number, count: number, key: string): number | null => {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  return null;
};

/** A stretch of two texts laid over each other. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Table cells of the comparison; beyond it whole lines are compared, which is coarse but never slow. */
const cellsAtMost = 4_000_000;

const words = (text: string): string[] =>
  [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

const lines = (text: string): string[] => text.split(/(?<=\n)/u);

/** Lengths of the longest common subsequence from every pair of positions to the ends. */
const lengthsOf = (a: readonly string[], b: readonly string[]): Uint32Array => {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
};

interface ListChange {
  readonly kind: Change['kind'];
  readonly units: readonly string[];
}

/** What was removed from the one list and added in the other, in reading order. */
export const compareLists = (a: readonly string[], b: readonly string[]): readonly ListChange[] => {
  const lengths = lengthsOf(a, b);
  const width = b.length + 1;
  const changes: { kind: Change['kind']; units: string[] }[] = [];
  const push = (kind: Change['kind'], unit: string): void => {
    const last = changes.at(-1);
    if (last?.kind === kind) last.units.push(unit);
    else changes.push({ kind, units: [unit] });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      push('same', left);
      [i, j] = [i + 1, j + 1];
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      push('removed', left);
      i += 1;
    } else if (right !== undefined) {
      push('added', right);
      j += 1;
    }
  }
  return changes;
};

/** What was removed from `before` and added in `after`, in reading order. */
export const compareTexts = (before: string, after: string): readonly Change[] => {
  let [a, b] = [words(before), words(after)];
  if (a.length * b.length > cellsAtMost) [a, b] = [lines(before), lines(after)];
  return compareLists(a, b).map(({ kind, units }) => ({ kind, text: units.join('') }));
};

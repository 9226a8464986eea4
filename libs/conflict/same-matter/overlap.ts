/** How many members two sets share. */
export function overlap<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  let common = 0;
  for (const item of small) if (large.has(item)) common++;
  return common;
}

/** Both say something, and nothing in common. */
export const disjoint = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>): boolean =>
  x.size > 0 && y.size > 0 && overlap(x, y) === 0;

/** By key: two processes that lock the same rows in different orders would wait for each other. */
export const inOneOrder = <T>(groups: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));

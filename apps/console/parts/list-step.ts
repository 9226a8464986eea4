/** Where J and K lead in a list of so many; −1 stands before it. Null for every other key, and at the end: nothing goes round. */
export const listStep = (at: number, count: number, key: string): number | null => {
  const next = key === 'j' ? at + 1 : key === 'k' ? at - 1 : at;
  return next === at || next < 0 || next >= count ? null : next;
};

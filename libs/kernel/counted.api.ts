/** `1 working day`, `2 working days`: an English count with its noun; Chinese needs none. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

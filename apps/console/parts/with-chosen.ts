/** One thing to choose, by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What was found, and before it the one that was chosen last, while it still is the value and was not found again. */
export const withChosen = (
  found: readonly Named[],
  value: string,
  chosen?: Named | null,
): readonly Named[] =>
  !chosen || value !== chosen.id || found.some(({ id }) => id === value) ? found : [chosen, ...found];

/** How many of what the server knows are not among the choices shown. */
export const leftOut = (shown: number, total: number | undefined): number =>
  total === undefined ? 0 : Math.max(0, total - shown);

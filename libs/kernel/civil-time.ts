/** China has one civil time and no daylight saving, so the offset is a constant of the product. */
const OFFSET_MS = 8 * 3_600_000;

/** An instant as people here read it, with its offset: `2026-11-23T15:00:00.000+08:00`. */
export const civilTime = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().replace('Z', '+08:00');

/** The civil year of an instant; release numbers start anew with it. */
export const civilYear = (instant: Date): number => new Date(instant.getTime() + OFFSET_MS).getUTCFullYear();

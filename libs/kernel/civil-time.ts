/** China has one civil time and no daylight saving, so the offset is a constant of the product. */
const OFFSET_MS = 8 * 3_600_000;

/** An instant as people here read it, with its offset: `2026-11-23T15:00:00.000+08:00`. */
export const civilTime = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().replace('Z', '+08:00');

/** The same to the minute, as a person reads it: `2026年11月23日 15:00`. */
export const minuteInWords = (instant: Date): string => {
  const [year = '', month, day] = civilTime(instant).slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(day)}日 ${civilTime(instant).slice(11, 16)}`;
};

/** The same in an English sentence: `2026-11-23 15:00`. */
export const minuteInEnglish = (instant: Date): string => civilTime(instant).slice(0, 16).replace('T', ' ');

/** The civil year of an instant; release numbers start anew with it. */
export const civilYear = (instant: Date): number => new Date(instant.getTime() + OFFSET_MS).getUTCFullYear();

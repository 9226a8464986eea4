/** A day on the city's calendar, `2026-02-13`: a string, so that no time zone can move it. */
export type CivilDay = string;

const dayMs = 86_400_000;
/** China has one civil time and no daylight saving. */
const offsetMs = 8 * 3_600_000;

const form = /^\d{4}-\d{2}-\d{2}$/u;

/** True for a day that exists: `2026-02-30` is not one, though JavaScript would read 2 March. */
export const isCivilDay = (text: string): text is CivilDay => {
  if (!form.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

const numberOf = (day: CivilDay): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

export const addDays = (day: CivilDay, days: number): CivilDay =>
  new Date((numberOf(day) + days) * dayMs).toISOString().slice(0, 10);

/** Days from one to the other; negative if the other comes first. */
export const daysBetween = (from: CivilDay, to: CivilDay): number => numberOf(to) - numberOf(from);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: CivilDay): number => new Date(numberOf(day) * dayMs).getUTCDay();

export const yearOf = (day: CivilDay): number => Number(day.slice(0, 4));

/** The civil day in which an instant falls. */
export const civilDayOf = (instant: Date): CivilDay =>
  new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);

/** The instant at which a civil day begins. */
export const startOf = (day: CivilDay): Date => new Date(numberOf(day) * dayMs - offsetMs);

/** The last instant of a civil day: a limit told in days is kept until midnight. */
export const endOf = (day: CivilDay): Date => new Date(startOf(addDays(day, 1)).getTime() - 1);

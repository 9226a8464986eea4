import { heardForMs } from './said-item.js';

const hour = 3_600_000;
/** What is reworded or taken down is so mostly on its first day; small sites are asked seven times in the month, no more. */
const steps = [hour, 3 * hour, 9 * hour, 24 * hour, 3 * 24 * hour, 7 * 24 * hour, 14 * 24 * hour];

/** A site that is being rebuilt answers 404 for a moment: taken down is what was not there twice, hours apart. */
export const missesOfAbsence = 2;

/** When the page of a heard text is opened again after so many looks; null once the detector compares it no more. */
export const nextVisit = (
  looks: number,
  { publishedAt, at }: { readonly publishedAt: Date; readonly at: Date },
): Date | null => {
  const step = steps[Math.min(looks, steps.length - 1)] ?? hour;
  const next = new Date(at.getTime() + step);
  return next.getTime() - publishedAt.getTime() > heardForMs ? null : next;
};

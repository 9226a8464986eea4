import { aligned } from './align.js';
import type { Fact } from './fact.js';
import { isArea } from './place-value.js';

/** As alike as two facts must be to be the same thing told twice. */
const SAME = 0.45;

/** Cities and districts that the register alone knows. */
const AREA_NAME = /[市县旗州盟]$|(?<![小园社景校片库厂矿林牧街])区$/u;

/** What names the day or the area of a matter is said by everybody who mentions it. */
const isTelling = ({ value, article, isAsOf }: Fact): boolean =>
  article !== true &&
  isAsOf !== true &&
  value.type !== 'date' &&
  !(value.type === 'polarity' && value.groups.length === 0) &&
  !(value.type === 'place' && (isArea(value.levels) || AREA_NAME.test(value.name)));

/**
 * Two releases give one piece of information: the same toll, the same hour, the same number to call. Many organs mention a storm, and
 * each tells its own part of it; two that tell the same part are two voices (Art.15).
 */
export const tellTheSame = (factsA: readonly Fact[], factsB: readonly Fact[]): boolean =>
  [...aligned(factsA, factsB).values()].some((pairs) =>
    pairs.some(({ a, agree, score }) => agree && score >= SAME && isTelling(a)),
  );

/** What names a matter rather than tells of it: which street, which line, the how-manieth time. */
const NAMING_UNITS: ReadonlySet<string> = new Set(['', '号', '届', '期', '次']);
const isName = ({ value }: Fact): boolean =>
  value.type === 'place' || (value.type === 'quantity' && NAMING_UNITS.has(value.unit));

/** How many things both say of the matter, and how many names both give it. */
export interface ToldAlike {
  readonly figures: number;
  readonly names: number;
}

export const toldAlike = (factsA: readonly Fact[], factsB: readonly Fact[]): ToldAlike => {
  const alike = [...aligned(factsA, factsB).values()]
    .flat()
    .filter(({ a, agree, score }) => agree && score >= SAME && isTelling(a));
  const names = alike.filter(({ a }) => isName(a)).length;
  return { figures: alike.length - names, names };
};

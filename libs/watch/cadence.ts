import type { Manifest } from '@koujing/channel';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How old a publication is at each look. What is changed by hand is changed soon, and a wrong text does most harm on its first
 * day; a year later a look a quarter is enough. Sparser would let a false page stand for long, denser would ask a large site for
 * every page every day.
 */
const often = [10 * minute, hour, 6 * hour, day, 3 * day, 7 * day, 30 * day, 90 * day, 180 * day, 365 * day];
/** Each look costs one of the day's calls (CHANNELS.md B4: 100), and so four in the first month. */
const sparingly = [hour, day, 7 * day, 30 * day, 180 * day, 365 * day];
const ever = 365 * day;

/** While something is amiss: soon enough to see it mended, within the calls. */
const amiss = { often: 10 * minute, sparingly: 6 * hour };
/** What could not be read is tried again, ever later. */
const unreadable = { first: 10 * minute, most: day };

export type Cadence = 'often' | 'sparingly';

/** Calls that are counted are spared. */
export const cadenceOf = ({ rates }: Pick<Manifest, 'rates'>): Cadence =>
  rates.some(({ name }) => name === 'calls') ? 'sparingly' : 'often';

/** The next look after `at` at something published at `publishedAt`; `jitter` in [0, 1) spreads what was published at once. */
export const nextLook = (
  cadence: Cadence,
  { publishedAt, at, jitter }: { readonly publishedAt: Date; readonly at: Date; readonly jitter: number },
): Date => {
  const age = at.getTime() - publishedAt.getTime();
  const ages = cadence === 'often' ? often : sparingly;
  const next = ages.find((each) => each > age + minute) ?? (Math.floor(age / ever) + 1) * ever;
  const wait = next - age;
  return new Date(at.getTime() + wait + wait * 0.1 * jitter);
};

export const lookWhileAmiss = (cadence: Cadence, at: Date): Date => new Date(at.getTime() + amiss[cadence]);

export const lookAgain = (at: Date, failures: number): Date =>
  new Date(at.getTime() + Math.min(unreadable.most, unreadable.first * 2 ** Math.min(failures, 10)));

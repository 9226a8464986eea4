/**
 * What a report counts. Every one is a list of rows, and a number is never anything but how many of them there are: what is
 * counted and what is listed are one statement (`measure.sql.ts`).
 */
export const measures = [
  'finding',
  'ruling',
  'correctionDuty',
  'limit',
  'rosterLimit',
  'violation',
  'delivery',
  'release',
  'signature',
  'answer',
  'interview',
  'directive',
  'interpretation',
  'conference',
  'lack',
  'routine',
] as const;
export type Measure = (typeof measures)[number];

/** One thing that is counted, and where it is looked at. */
export interface FigureRow {
  readonly id: string;
  readonly organId: string;
  readonly at: Date | null;
  readonly title: string;
  /** Path in the console. */
  readonly link: string;
  readonly note: string;
  /** What it is sorted by; what each means is the measure's, '' where it has none. */
  readonly kind: string;
  readonly outcome: string;
  readonly part: string;
}

/** By what rows are told apart; `time` is the month of `at`, `2026-11`. */
export const cuts = ['organ', 'kind', 'outcome', 'part', 'time'] as const;
export type Cut = (typeof cuts)[number];

/** Which rows: all that agree in what is named. */
export type Filter = Readonly<Partial<Record<Cut, string>> & { measure?: Measure }>;

/** How many rows agree in everything. */
export type Counted = Readonly<Record<Cut, string>> & { readonly measure: Measure; readonly count: number };

export const matches = (counted: Omit<Counted, 'count'>, filter: Filter): boolean =>
  (filter.measure === undefined || filter.measure === counted.measure) &&
  cuts.every((cut) => filter[cut] === undefined || filter[cut] === counted[cut]);

export const countOf = (counted: readonly Counted[], filter: Filter): number =>
  counted.reduce((sum, each) => sum + (matches(each, filter) ? each.count : 0), 0);

/** What a number of the rules counts, or what else is set in its place: a time of day, ranks, who signs in what order. */
export const numberUnits = [
  'workday',
  'day',
  'hour',
  'minute',
  'month',
  'person',
  'tenThousandYuan',
  'percent',
  'perQuarter',
  'perHalfYear',
  'perYear',
  'timeOfDay',
  'rank',
  'ranks',
  'rankTable',
  'conferenceStages',
  'releaseChains',
] as const;
export type NumberUnit = (typeof numberUnits)[number];

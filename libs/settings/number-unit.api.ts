/** What a number of the rules counts. */
export const numberUnits = [
  'workday',
  'day',
  'hour',
  'minute',
  'month',
  'person',
  'character',
  'tenThousandYuan',
  'percent',
  'perQuarter',
  'perHalfYear',
  'perYear',
  'timeOfDay',
] as const;
export type NumberUnit = (typeof numberUnits)[number];

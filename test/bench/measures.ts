import { generator } from './generated-releases.js';

export interface Scored {
  readonly score: number;
  readonly label: 0 | 1;
  /** Connected component, for intervals. */
  readonly group?: number;
}

/** Area under the ROC curve, ties by half; NaN when one class is missing. */
export function areaUnderCurve(rows: readonly Scored[]): number {
  const positives = rows.filter(({ label }) => label === 1);
  const negatives = rows.filter(({ label }) => label === 0);
  let wins = 0;
  for (const { score: p } of positives)
    for (const { score: n } of negatives) wins += p > n ? 1 : p === n ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

/** At the decision threshold 0.5; percentages. */
export function decisions(
  rows: readonly Scored[],
  threshold = 0.5,
): { precision: number; recall: number; f1: number } {
  let hits = 0;
  let alarms = 0;
  let missed = 0;
  for (const { score, label } of rows) {
    if (score >= threshold && label === 1) hits++;
    else if (score >= threshold) alarms++;
    else if (label === 1) missed++;
  }
  const percent = (part: number, whole: number): number =>
    whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
  return {
    precision: percent(hits, hits + alarms),
    recall: percent(hits, hits + missed),
    f1: percent(2 * hits, 2 * hits + alarms + missed),
  };
}

/** 95 % interval by resampling whole groups 500 times with a fixed generator: rows of one event are not independent. */
export function groupedInterval<T extends { readonly group?: number }>(
  rows: readonly T[],
  measure: (sample: readonly T[]) => number,
): [number, number] {
  const groups = [...Map.groupBy(rows, ({ group }) => group ?? -1).values()];
  const random = generator(20_261_123);
  const values: number[] = [];
  for (let round = 0; round < 500; round++) {
    const value = measure(groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []));
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  return [values[Math.floor(values.length * 0.025)] ?? NaN, values[Math.floor(values.length * 0.975)] ?? NaN];
}

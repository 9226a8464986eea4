import type { Field, FieldValues } from '../../../parts/form-values.js';

/** How a part is asked for, and what is sent of the answers. */
export interface PartForm {
  readonly fields: readonly Field[];
  readonly initial: FieldValues;
  readonly sent: (values: FieldValues) => unknown;
}

const inOrder = (one: FieldValues, other: FieldValues): number =>
  Number(one['stage']) - Number(other['stage']);

/** Rows with a stage each, as the stages one after the other. */
export const byStage = <Step>(rows: readonly FieldValues[], step: (row: FieldValues) => Step): Step[][] => {
  const stages = new Map<number, Step[]>();
  for (const row of rows.toSorted(inOrder)) {
    const stage = Number(row['stage']);
    stages.set(stage, [...(stages.get(stage) ?? []), step(row)]);
  }
  return [...stages.values()];
};

import type { FrozenView, ReportContent, ReportTable } from '../report.api.js';

type Difference = FrozenView['differences'][number];
type Line = ReportTable['columns'][number];

/** Pure: each number that is another one now, rows and columns that came or went among them. */
export const differencesOf = (was: ReportContent, now: ReportContent): readonly Difference[] =>
  was.tables.flatMap((before) => {
    const after = now.tables.find(({ id }) => id === before.id);
    if (after === undefined) return [];
    return merged(before.rows, after.rows).flatMap((row) =>
      merged(before.columns, after.columns).flatMap((column) => {
        const [then, today] = [valueAt(before, row.key, column.key), valueAt(after, row.key, column.key)];
        if (then === today) return [];
        return [{ table: before.title, row: row.label, column: column.label, was: then, now: today }];
      }),
    );
  });

const merged = (before: readonly Line[], after: readonly Line[]): readonly Line[] => [
  ...before,
  ...after.filter(({ key }) => before.every((line) => line.key !== key)),
];

/** What has no row or no column is not there: none. */
const valueAt = (table: ReportTable, row: string, column: string): number => {
  const at = table.columns.findIndex(({ key }) => key === column);
  return table.rows.find(({ key }) => key === row)?.values[at] ?? 0;
};

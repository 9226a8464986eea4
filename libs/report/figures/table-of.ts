import type { FilterView, ReportTable } from '../report.api.js';
import { countOf, matches, type Counted, type Filter, type Measure } from './figure.js';
import type { Line, Lines, Shape } from './shape.js';

/** The measures that a shape needs, each with the filter that all of its numbers share. */
export const measuresOf = (shape: Shape): readonly Measure[] => [
  ...new Set(
    [shape.filter, ...filtersOf(shape.rows), ...filtersOf(shape.columns)].flatMap(
      ({ measure }) => measure ?? [],
    ),
  ),
];

const filtersOf = (lines: Lines): readonly Filter[] =>
  'by' in lines ? [] : lines.map(({ filter }) => filter);

/** Pure: every number is the sum of what agrees with the filters of its table, its row and its column. */
export const tableOf = (shape: Shape, counted: readonly Counted[]): ReportTable => {
  const asked = measuresOf(shape);
  const mine = counted.filter((each) => asked.includes(each.measure) && matches(each, shape.filter));
  const rows = linesOf(shape.rows, mine);
  const columns = linesOf(shape.columns, mine);
  const value = (...lines: readonly Line[]): number =>
    countOf(mine, Object.assign({}, ...lines.map(({ filter }) => filter)) as Filter);
  const across = shape.sums === 'both';
  const down = shape.sums !== 'none';
  const cells = rows.map((row) => columns.map((column) => value(row, column)));
  const totals = columns.map((_, at) => sumOf(cells.map((values) => values[at] ?? 0)));
  return {
    ...{ id: shape.id, title: shape.title, note: shape.note ?? null, head: shape.head },
    ...{ filter: viewOf(shape.filter), chart: shape.chart },
    columns: columns.map((line) => ({ ...line, filter: viewOf(line.filter) })),
    rows: rows.map((line, at) => ({
      ...{ ...line, filter: viewOf(line.filter), values: cells[at] ?? [] },
      total: across ? sumOf(cells[at] ?? []) : null,
    })),
    totals: down ? totals : null,
    total: across ? sumOf(totals) : null,
  };
};

const viewOf = (filter: Filter): FilterView => ({ ...filter });
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const linesOf = (lines: Lines, counted: readonly Counted[]): readonly Line[] => {
  if (!('by' in lines)) return lines;
  const { by, named, onlyCounted = false } = lines;
  const found = new Set(counted.map((each) => each[by]));
  const known = Object.keys(named).filter((key) => !onlyCounted || found.has(key));
  // What has no name yet is shown by what it is called inside: left out, the parts would not add up to the whole.
  const others = [...found].filter((key) => named[key] === undefined).sort();
  return [...known, ...others].map((key) => ({
    key,
    label: named[key] ?? { zh: key === '' ? '未定' : key, en: key === '' ? 'none' : key },
    filter: { [by]: key },
  }));
};

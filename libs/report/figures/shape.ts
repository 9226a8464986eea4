import type { Words } from '../report.api.js';
import type { Cut, Filter } from './figure.js';

/** A row or a column that is named beforehand. */
export interface Line {
  readonly key: string;
  readonly label: Words;
  readonly filter: Filter;
}

/** Rows or columns by what the counted are told apart by: each value that has a name, and each other one that occurs. */
export interface By {
  readonly by: Cut;
  readonly named: Readonly<Record<string, Words>>;
  /** Named ones are left out where nothing is counted for them. */
  readonly onlyCounted?: boolean;
}

export type Lines = readonly Line[] | By;

/** How a table is cut from what was counted; pure data, without a number. */
export interface Shape {
  readonly id: string;
  readonly title: Words;
  readonly note?: Words;
  readonly head: Words;
  readonly filter: Filter;
  readonly rows: Lines;
  readonly columns: Lines;
  /** Whether the columns of a row, and the rows of a column, are parts of one whole. */
  readonly sums: 'both' | 'columns' | 'none';
  readonly chart: 'bars' | 'columns' | null;
}

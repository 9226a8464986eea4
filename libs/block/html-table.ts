import type { Block, Run } from './block.js';
import { attribute, childrenOf, isElement, type HtmlElement } from './html-node.js';

/** More is a mistake of pasting, or made to exhaust the reader; the model's own limits are below it. */
const mostSpan = 100;

/** A table as a full grid: a merged cell keeps its text at its first place and leaves the others empty. */
export const readTable = (table: HtmlElement, runsIn: (cell: HtmlElement) => Run[]): Block => {
  const lines = rowsOf(table);
  const grid: Run[][][] = lines.map(() => []);
  const taken = new Set<string>();
  lines.forEach((line, row) => {
    let column = 0;
    for (const cell of cellsOf(line)) {
      while (taken.has(`${row}:${column}`)) column += 1;
      const width = span(cell, 'colspan');
      const height = Math.min(span(cell, 'rowspan'), lines.length - row);
      for (let down = 0; down < height; down += 1)
        for (let across = 0; across < width; across += 1) taken.add(`${row + down}:${column + across}`);
      put(grid, row, column, runsIn(cell));
      column += width;
    }
  });
  const columns = Math.max(0, ...[...taken].map((place) => Number(place.split(':')[1]) + 1));
  const first = lines[0];
  const header =
    first !== undefined && cellsOf(first).length > 0 && cellsOf(first).every((cell) => cell.tagName === 'th');
  return {
    type: 'table',
    header,
    rows: grid
      .map((cells) => Array.from({ length: columns }, (_, column) => cells[column] ?? []))
      .filter((cells) => cells.some((runs) => runs.length > 0)),
  };
};

const put = (grid: Run[][][], row: number, column: number, runs: Run[]): void => {
  const cells = grid[row];
  if (cells) cells[column] = runs;
};

/** Rows of this table, not of a table inside it. */
const rowsOf = (table: HtmlElement): HtmlElement[] =>
  elementsIn(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    if (/^t(?:head|body|foot)$/u.test(child.tagName))
      return elementsIn(child).filter(({ tagName }) => tagName === 'tr');
    return [];
  });

const cellsOf = (row: HtmlElement): HtmlElement[] =>
  elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

const elementsIn = (element: HtmlElement): HtmlElement[] => childrenOf(element).filter(isElement);

const span = (cell: HtmlElement, name: string): number => {
  const count = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(count) ? 1 : Math.min(Math.max(count, 1), mostSpan);
};

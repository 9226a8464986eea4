import {
  axisOf,
  fitted,
  legend,
  textSize,
  widthOf,
  type ChartData,
  type Drawing,
  type Mark,
} from './drawing.js';

/** More are told in the table alone: a picture of a hundred lines says less than one of twenty. */
export const mostBars = 20;

const bar = { height: 16, pitch: 26 } as const;

/** Stacked bars, a row each, with their sum behind them; null where there is nothing to draw. Pure. */
export const barsOf = ({ columns, rows }: ChartData, width: number): Drawing | null => {
  const shown = rows.slice(0, mostBars);
  const sums = shown.map(({ values }) => sum(values));
  const most = Math.max(0, ...sums);
  if (most === 0) return null;
  const head = columns.length > 1 ? legend(columns, width) : { marks: [], height: 0 };
  const room = Math.min(width * 0.36, Math.max(...shown.map(({ label }) => widthOf(label))));
  const left = room + 10;
  const { end, step } = axisOf(most);
  const scale = (width - left - widthOf(String(end)) - 12) / end;
  const bottom = head.height + shown.length * bar.pitch;
  const marks: Mark[] = [...head.marks];
  for (let at = 0; at <= end; at += step) {
    const x = left + at * scale;
    marks.push({ type: 'rule', x1: x, y1: head.height, x2: x, y2: bottom });
    marks.push({ ...text(String(at), x, bottom + 15), anchor: 'middle', ink: 'quiet' });
  }
  for (const [at, row] of shown.entries()) {
    const y = head.height + at * bar.pitch + (bar.pitch - bar.height) / 2;
    marks.push({ ...text(fitted(row.label, room), room, y + 13), anchor: 'end' });
    marks.push(...stacked(row.values, { from: left, scale, y }));
    marks.push(text(String(sums[at] ?? 0), left + (sums[at] ?? 0) * scale + 6, y + 13));
  }
  return { width, height: bottom + 22, marks };
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const text = (words: string, x: number, y: number) =>
  ({ type: 'text', text: words, x, y, size: textSize, anchor: 'start', ink: 'text' }) as const;

/** A gap of a point between two parts, so that they are told apart without their colours. */
const stacked = (
  values: readonly number[],
  { from, scale, y }: { readonly from: number; readonly scale: number; readonly y: number },
): readonly Mark[] => {
  let x = from;
  return values.flatMap((value, series): readonly Mark[] => {
    if (value === 0) return [];
    const start = x;
    x += value * scale;
    const width = Math.max(1, x - start - 1);
    return [{ type: 'bar', series, x: start, y, width, height: bar.height }];
  });
};

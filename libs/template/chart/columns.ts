import { axisOf, legend, textSize, widthOf, type ChartData, type Drawing, type Mark } from './drawing.js';

const plot = 170;

/** Stacked columns over time, a row each; null where there is nothing to draw. Pure. */
export const columnsOf = ({ columns, rows }: ChartData, width: number): Drawing | null => {
  const sums = rows.map(({ values }) => values.reduce((total, value) => total + value, 0));
  const most = Math.max(0, ...sums);
  if (most === 0) return null;
  const head = columns.length > 1 ? legend(columns, width) : { marks: [], height: 0 };
  const { end, step } = axisOf(most);
  const left = widthOf(String(end)) + 8;
  // Above the highest column its sum still has room.
  const top = head.height + 14;
  const scale = plot / end;
  const pitch = (width - left) / rows.length;
  const marks: Mark[] = [...head.marks];
  for (let at = 0; at <= end; at += step) {
    const y = top + plot - at * scale;
    marks.push({ type: 'rule', x1: left, y1: y, x2: width, y2: y });
    marks.push({ ...word(String(at), left - 6, y + 4), anchor: 'end', ink: 'quiet' });
  }
  const every = Math.ceil((widthOf(rows[0]?.label ?? '') + 8) / pitch);
  for (const [at, row] of rows.entries()) {
    const middle = left + (at + 0.5) * pitch;
    const broad = Math.min(44, pitch * 0.62);
    marks.push(...pile(row.values, { x: middle - broad / 2, broad, base: top + plot, scale }));
    const total = sums[at] ?? 0;
    if (total > 0 && pitch > 22) marks.push(word(String(total), middle, top + plot - total * scale - 4));
    if (at % every === 0) marks.push(word(row.label, middle, top + plot + 16));
  }
  return { width, height: top + plot + 24, marks };
};

const word = (text: string, x: number, y: number) =>
  ({ type: 'text', text, x, y, size: textSize, anchor: 'middle', ink: 'text' }) as const;

const pile = (
  values: readonly number[],
  {
    x,
    broad,
    base,
    scale,
  }: { readonly x: number; readonly broad: number; readonly base: number; readonly scale: number },
): readonly Mark[] => {
  let y = base;
  return values.flatMap((value, series): readonly Mark[] => {
    if (value === 0) return [];
    y -= value * scale;
    return [{ type: 'bar', series, x, y, width: broad, height: Math.max(1, value * scale - 1) }];
  });
};

/** A chart as figures on a plane, before anybody has decided how they are painted: SVG in the console and in a PDF, points in a Word file. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export type Mark =
  /** `series`: which colour and which pattern; told apart by either alone. */
  | {
      readonly type: 'bar';
      readonly series: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly type: 'rule';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly type: 'text';
      readonly text: string;
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly ink: 'text' | 'quiet';
    };

/** What is drawn: names and numbers, as the table beside it has them. */
export interface ChartData {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

export const textSize = 12;

/** Near enough to lay out by: Chinese signs are squares, others a little more than half of one. */
export const widthOf = (text: string, size: number = textSize): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? size : size * 0.58), 0);

/** As much as there is room for. */
export const fitted = (text: string, room: number, size: number = textSize): string => {
  if (widthOf(text, size) <= room) return text;
  const signs = [...text];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size) > room) signs.pop();
  return `${signs.join('')}…`;
};

/** A round number for the end of the axis, and how far its marks are apart; counts have no fractions. */
export const axisOf = (most: number): { readonly end: number; readonly step: number } => {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough);
  return { end: Math.max(step, Math.ceil(most / step) * step), step };
};

const swatch = 12;

/** The series by name, with colour and pattern, in as many lines as they need. */
export const legend = (
  columns: readonly string[],
  width: number,
): { readonly marks: readonly Mark[]; readonly height: number } => {
  const marks: Mark[] = [];
  const line = 20;
  let [x, y] = [0, 0];
  for (const [series, name] of columns.entries()) {
    const label = fitted(name, width - swatch - 6);
    const needed = swatch + 5 + widthOf(label) + 16;
    if (x > 0 && x + needed > width) [x, y] = [0, y + line];
    marks.push({ type: 'bar', series, x, y: y + 3, width: swatch, height: swatch });
    marks.push({
      ...{ type: 'text', text: label, x: x + swatch + 5, y: y + 13 },
      ...{ size: textSize, anchor: 'start', ink: 'text' },
    });
    x += needed;
  }
  return { marks, height: y + line + 6 };
};

/** How a chart is painted; the console gives the colours of its own theme. */
export interface ChartLook {
  /** In the order of the series; each at least 3 : 1 against the paper. */
  readonly series: readonly string[];
  readonly paper: string;
  readonly text: string;
  readonly quiet: string;
  readonly rule: string;
}

/** On white paper. */
export const printLook: ChartLook = {
  series: ['#1d4f9c', '#a85f00', '#2c7550', '#8a3b7a', '#5b6577', '#0f7280', '#a8151b', '#4a3fa0'],
  paper: '#ffffff',
  text: '#1c2430',
  quiet: '#556072',
  rule: '#dde2eb',
};

/** A stroke over a bar, in the colour of the paper: without colours the series are told apart by these. */
export type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

const every = 6;

/** None, rising, falling, upright, level, both slants, both straight, wide rising. */
const patterns: readonly (readonly [kind: 'rise' | 'fall' | 'upright' | 'level', every: number][])[] = [
  [],
  [['rise', every]],
  [['fall', every]],
  [['upright', every]],
  [['level', every - 1]],
  [
    ['rise', every + 2],
    ['fall', every + 2],
  ],
  [
    ['upright', every],
    ['level', every],
  ],
  [['rise', every + 5]],
];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The strokes of a series' pattern, cut to its bar. Pure. */
export const strokesOf = (series: number, box: Box): readonly Stroke[] =>
  (patterns[series % patterns.length] ?? []).flatMap(([kind, apart]) => strokes[kind](box, apart));

const steps = (length: number, apart: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil(length / apart) - 1) }, (_, at) => (at + 1) * apart);

const strokes = {
  upright: ({ x, y, width, height }: Box, apart: number) =>
    steps(width, apart).map((at): Stroke => [x + at, y, x + at, y + height]),
  level: ({ x, y, width, height }: Box, apart: number) =>
    steps(height, apart).map((at): Stroke => [x, y + at, x + width, y + at]),
  fall: ({ x, y, width, height }: Box, apart: number) =>
    steps(width + height, apart).map((at): Stroke => {
      const [start, finish] = [Math.max(0, at - height), Math.min(width, at)];
      return [x + start, y + height - (at - start), x + finish, y + height - (at - finish)];
    }),
  rise: ({ x, y, width, height }: Box, apart: number) =>
    steps(width + height, apart).map((at): Stroke => {
      const [start, finish] = [Math.max(0, at - height), Math.min(width, at)];
      return [x + start, y + (at - start), x + finish, y + (at - finish)];
    }),
} as const;

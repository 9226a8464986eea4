// As in `../document/pdf.ts`.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./fontkit.d.ts" />
import { openSync, type Font, type PathCommand } from 'fontkit';
import type { Mark } from '../chart/drawing.js';
import { faces } from '../document/pdf.js';

type Point = readonly [x: number, y: number];

let font: Font | null = null;
/** Ten megabytes: read when the first chart is drawn for a Word file. */
const opened = (): Font => (font ??= openSync(faces.regular));

/** The outlines of a text as closed lines, in points of the picture. */
export const glyphLines = (
  { text, x, y, size, anchor }: Extract<Mark, { type: 'text' }>,
  finer: number,
): readonly (readonly Point[])[] => {
  const { unitsPerEm } = opened();
  const glyphs = [...text].map((sign) => opened().glyphForCodePoint(sign.codePointAt(0) ?? 0));
  const scale = (size * finer) / unitsPerEm;
  const whole = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * scale;
  let left = x * finer - { start: 0, middle: whole / 2, end: whole }[anchor];
  return glyphs.flatMap(({ path, advanceWidth }) => {
    const origin = left;
    left += advanceWidth * scale;
    const place = ([px, py]: Point): Point => [origin + px * scale, y * finer - py * scale];
    return linesOf(path.commands).map((line) => line.map(place));
  });
};

/** A curve in so many straight pieces: at this size no eye tells the difference. */
const pieces = 5;

const linesOf = (commands: readonly PathCommand[]): readonly (readonly Point[])[] => {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') lines.push((line = []));
    if (command === 'closePath') continue;
    const from = line.at(-1) ?? [0, 0];
    const points = pairs(args);
    if (points.length === 1) line.push(...points);
    else for (let step = 1; step <= pieces; step += 1) line.push(bent([from, ...points], step / pieces));
  }
  return lines;
};

const pairs = (args: readonly number[]): Point[] =>
  args.flatMap((value, at) => (at % 2 === 0 ? [[value, args[at + 1] ?? 0] as const] : []));

/** A point of a Bézier curve of any degree (de Casteljau). */
const bent = (points: readonly Point[], at: number): Point => {
  const [first = [0, 0]] = points;
  if (points.length === 1) return first;
  const closer = points.slice(1).map(([x, y], index): Point => {
    const [px, py] = points[index] ?? first;
    return [px + (x - px) * at, py + (y - py) * at];
  });
  return bent(closer, at);
};

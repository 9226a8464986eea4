import { ChartPicture, printLook, type Drawing } from '../chart/index.js';
import { strokesOf, type Stroke } from '../chart/look.js';
import { fragment } from '../markup.js';
import { Canvas } from './canvas.js';
import { glyphLines } from './glyph-lines.js';

export const drawingSvg = (drawing: Drawing, title: string): string =>
  fragment(<ChartPicture drawing={drawing} title={title} />);

/** Twice as fine as a screen: printed, the letters stay clear. */
const finer = 2;

/** The same drawing as points, for programs that show no SVG: Word before 2016, LibreOffice before 7.5. */
export const drawingPng = ({ width, height, marks }: Drawing): Uint8Array => {
  const canvas = new Canvas(Math.ceil(width * finer), Math.ceil(height * finer), printLook.paper);
  for (const mark of marks) {
    if (mark.type === 'rule') canvas.line(fine([mark.x1, mark.y1, mark.x2, mark.y2]), finer, printLook.rule);
    else if (mark.type === 'text') canvas.fill(glyphLines(mark, finer), printLook[mark.ink]);
    else {
      const { x, y, series } = mark;
      canvas.rectangle(fine([x, y, mark.width, mark.height]), printLook.series[series % 8] ?? '');
      for (const stroke of strokesOf(series, mark)) canvas.line(fine(stroke), 1.2 * finer, printLook.paper);
    }
  }
  return canvas.png();
};

const fine = ([a, b, c, d]: Stroke): Stroke => [a * finer, b * finer, c * finer, d * finer];

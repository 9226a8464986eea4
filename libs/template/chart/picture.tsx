import type { ReactElement } from 'react';
import type { Drawing, Mark } from './drawing.js';
import { printLook, strokesOf, type ChartLook } from './look.js';

interface PictureProps {
  readonly drawing: Drawing;
  /** What it shows, in a sentence; the numbers are in the table beside it. */
  readonly title: string;
  readonly look?: ChartLook;
  readonly fontFamily?: string;
}

/** A chart as SVG: the same in the console and in a document. */
export const ChartPicture = ({
  drawing: { width, height, marks },
  title,
  look = printLook,
  fontFamily = 'noto',
}: PictureProps): ReactElement => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox={`0 0 ${round(width)} ${round(height)}`}
    width={round(width)}
    height={round(height)}
    role="img"
    aria-label={title}
    fontFamily={fontFamily}
  >
    {marks.map((mark, at) => (
      <Painted key={at} mark={mark} look={look} />
    ))}
  </svg>
);

const Painted = ({ mark, look }: { readonly mark: Mark; readonly look: ChartLook }): ReactElement => {
  switch (mark.type) {
    case 'rule':
      return (
        <line
          {...{ x1: round(mark.x1), y1: round(mark.y1), x2: round(mark.x2), y2: round(mark.y2) }}
          stroke={look.rule}
          strokeWidth={1}
        />
      );
    case 'text':
      return (
        <text
          x={round(mark.x)}
          y={round(mark.y)}
          fontSize={mark.size}
          textAnchor={mark.anchor}
          fill={look[mark.ink]}
        >
          {mark.text}
        </text>
      );
    case 'bar': {
      const strokes = strokesOf(mark.series, mark);
      return (
        <>
          <rect
            {...{ x: round(mark.x), y: round(mark.y), width: round(mark.width), height: round(mark.height) }}
            fill={look.series[mark.series % look.series.length]}
          />
          {strokes.length > 0 && (
            <path
              d={strokes.map((stroke) => pathOf(stroke.map(round))).join('')}
              stroke={look.paper}
              strokeWidth={1.2}
              fill="none"
            />
          )}
        </>
      );
    }
  }
};

const pathOf = ([x1, y1, x2, y2]: readonly number[]): string => `M${x1} ${y1}L${x2} ${y2}`;

/** Bytes of a document must not hang on the last bits of a division. */
const round = (number: number): number => Math.round(number * 10) / 10;

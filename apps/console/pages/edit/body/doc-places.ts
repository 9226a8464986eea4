import type { DocNode } from './body-doc.js';

/** A stretch of the plain text that stands in one piece in the document. */
interface Piece {
  /** In the plain text. */
  readonly plain: number;
  /** The editor's position of its first character. */
  readonly place: number;
  readonly length: number;
}

export interface PlainDoc {
  /** The text as the detector reads it (`plainText` of libs/block), so that its offsets can be found again. */
  readonly plain: string;
  readonly pieces: readonly Piece[];
}

interface Line {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const leaves = new Set(['picture']);

/** Positions count one for every edge of a node and every UTF-16 unit of text (ProseMirror). */
const sizeOf = (node: DocNode): number => {
  if (node.type === 'text') return (node.text ?? '').length;
  if (leaves.has(node.type)) return 1;
  return 2 + (node.content ?? []).reduce((sum, child) => sum + sizeOf(child), 0);
};

/** Each child with its place, the first one at `from`. */
const placed = (children: readonly DocNode[] = [], from: number): readonly (readonly [DocNode, number])[] => {
  let place = from;
  return children.map((child) => {
    const at = place;
    place += sizeOf(child);
    return [child, at] as const;
  });
};

const lineOf = (node: DocNode, place: number): Line => {
  const text = (node.content ?? []).map((child) => child.text ?? '').join('');
  return { text, pieces: [{ plain: 0, place: place + 1, length: text.length }] };
};

const joined = (lines: readonly Line[], separator: string): Line => {
  let text = '';
  const pieces: Piece[] = [];
  lines.forEach((line, index) => {
    if (index > 0) text += separator;
    for (const piece of line.pieces) pieces.push({ ...piece, plain: piece.plain + text.length });
    text += line.text;
  });
  return { text, pieces };
};

const blockLine = (node: DocNode, place: number): Line => {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList': {
      const items = placed(node.content, place + 1).map(([item, at]) => cellLine(item, at));
      return joined(
        items.filter(({ text }) => text !== ''),
        '\n',
      );
    }
    case 'table':
      return joined(
        placed(node.content, place + 1).map(([row, at]) =>
          joined(
            placed(row.content, at + 1).map(([cell, within]) => cellLine(cell, within)),
            '\t',
          ),
        ),
        '\n',
      );
    case 'picture': {
      // A caption is no text of the document: it can be read, and not underlined.
      const caption = node.attrs?.['caption'];
      return { text: typeof caption === 'string' ? caption : '', pieces: [] };
    }
    default:
      return lineOf(node, place);
  }
};

const cellLine = (cell: DocNode, place: number): Line =>
  joined(
    placed(cell.content, place + 1).map(([line, at]) => lineOf(line, at)),
    '',
  );

/** The plain text of the document, and where each stretch of it stands. */
export const plainOfDoc = (doc: DocNode): PlainDoc => {
  const lines = placed(doc.content, 0)
    .map(([node, place]) => blockLine(node, place))
    .filter(({ text }) => text !== '');
  const { text, pieces } = joined(lines, '\n');
  return { plain: text, pieces };
};

/** The stretches of the document that hold these characters of the plain text; none where it holds none of them. */
export const placesOf = (
  { pieces }: PlainDoc,
  start: number,
  end: number,
): readonly { readonly from: number; readonly to: number }[] =>
  pieces.flatMap(({ plain, place, length }) => {
    const from = Math.max(start, plain);
    const to = Math.min(end, plain + length);
    return from < to ? [{ from: place + from - plain, to: place + to - plain }] : [];
  });

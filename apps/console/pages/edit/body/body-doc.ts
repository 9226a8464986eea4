import type { Block, Run } from '@koujing/block';

/** A node of the editor's document as JSON, no more of it than the block model carries. */
export interface DocNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocNode[];
  readonly text?: string;
  readonly marks?: readonly DocMark[];
}

interface DocMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

type Table = Extract<Block, { type: 'table' }>;
type List = Extract<Block, { type: 'list' }>;

/** Blocks as the document that the editor opens. */
export const docOfBlocks = (blocks: readonly Block[]): DocNode => ({
  type: 'doc',
  content: blocks.length === 0 ? [paragraphNode([], null)] : blocks.map(nodeOf),
});

const nodeOf = (block: Block): DocNode => {
  switch (block.type) {
    case 'paragraph':
      return paragraphNode(block.runs, block.align ?? null);
    case 'heading':
      return withText('heading', block.runs, { level: block.level });
    case 'quote':
      return withText('quote', block.runs);
    case 'list':
      return listNode(block);
    case 'table':
      return tableNode(block);
    case 'image':
      return {
        type: 'picture',
        attrs: { sha256: block.assetSha256, alt: block.alt, caption: block.caption ?? null },
      };
  }
};

const paragraphNode = (runs: readonly Run[], align: string | null): DocNode =>
  withText('paragraph', runs, { align });

const withText = (type: string, runs: readonly Run[], attrs?: DocNode['attrs']): DocNode => {
  const content = runs.filter(({ text }) => text !== '').map(textNode);
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
};

const textNode = ({ text, bold, italic, href }: Run): DocNode => {
  const marks: DocMark[] = [
    ...(href === undefined ? [] : [{ type: 'link', attrs: { href } }]),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
  ];
  return { type: 'text', text, ...(marks.length > 0 && { marks }) };
};

/** The editor knows no list without an item. */
const listNode = ({ ordered, items }: List): DocNode => ({
  type: ordered ? 'orderedList' : 'bulletList',
  content: (items.length === 0 ? [[]] : items).map((runs) => ({
    type: 'listItem',
    content: [paragraphNode(runs, null)],
  })),
});

/** The editor's tables are rectangles of at least one cell. */
const tableNode = ({ header, rows }: Table): DocNode => {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    type: 'table',
    attrs: { header },
    content: (rows.length === 0 ? [[]] : rows).map((row) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column) => ({
        type: 'tableCell',
        content: [paragraphNode(row[column] ?? [], null)],
      })),
    })),
  };
};

/**
 * The document as blocks. A block that was not touched comes back exactly as it is stored, also where the editor would write it
 * otherwise (two runs of one style, rows of different lengths): what opens a text must not change its digest.
 * Lines, items and headings that somebody left empty are no part of a text.
 */
export const blocksOfDoc = (doc: DocNode, stored: readonly Block[] = []): Block[] => {
  const known = new Map<string, Block[]>();
  for (const block of stored) {
    const key = JSON.stringify(blockOf(nodeOf(block)));
    known.set(key, [...(known.get(key) ?? []), block]);
  }
  const isEmpty = stored.length === 0 ? (doc.content ?? []).every(isEmptyLine) : false;
  if (isEmpty) return [];
  return (doc.content ?? []).flatMap((node) => {
    const block = blockOf(node);
    const same = known.get(JSON.stringify(block))?.shift();
    return same ?? withoutEmpty(block);
  });
};

const isEmptyLine = ({ type, content = [] }: DocNode): boolean =>
  type === 'paragraph' && content.length === 0;

const blockOf = (node: DocNode): Block => {
  const { attrs = {}, content = [] } = node;
  switch (node.type) {
    case 'heading':
      return { type: 'heading', level: levelOf(attrs['level']), runs: runsOf(node) };
    case 'quote':
      return { type: 'quote', runs: runsOf(node) };
    case 'bulletList':
    case 'orderedList':
      return { type: 'list', ordered: node.type === 'orderedList', items: content.map(runsWithin) };
    case 'table':
      return {
        type: 'table',
        header: attrs['header'] === true,
        rows: content.map((row) => (row.content ?? []).map(runsWithin)),
      };
    case 'picture':
      return pictureOf(attrs);
    default:
      return { type: 'paragraph', runs: runsOf(node), ...alignOf(attrs['align']) };
  }
};

const pictureOf = ({ sha256, alt, caption }: NonNullable<DocNode['attrs']>): Block => ({
  type: 'image',
  assetSha256: String(sha256),
  alt: String(alt),
  ...(typeof caption === 'string' && { caption }),
});

const levelOf = (level: unknown): 2 | 3 | 4 => (level === 3 || level === 4 ? level : 2);

const alignOf = (align: unknown): { align?: 'left' | 'center' | 'right' } =>
  align === 'left' || align === 'center' || align === 'right' ? { align } : {};

/** Of an item or a cell: the editor holds one line in each. */
const runsWithin = ({ content = [] }: DocNode): Run[] => content.flatMap(runsOf);

const runsOf = ({ content = [] }: DocNode): Run[] => {
  const runs: Run[] = [];
  for (const { text = '', marks = [] } of content) {
    const run = { text, ...marksOf(marks) };
    const last = runs.at(-1);
    if (last !== undefined && sameMarks(last, run))
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push(run);
  }
  return runs;
};

const marksOf = (marks: readonly DocMark[]): Omit<Run, 'text'> => {
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const href = marks.find(({ type }) => type === 'link')?.attrs?.['href'];
  return {
    ...(has('bold') && { bold: true as const }),
    ...(has('italic') && { italic: true as const }),
    ...(typeof href === 'string' && { href }),
  };
};

const sameMarks = (a: Run, b: Run): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.href === b.href;

const withoutEmpty = (block: Block): Block[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.runs.length === 0 ? [] : [block];
    case 'list': {
      const items = block.items.filter((runs) => runs.length > 0);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'table':
    case 'image':
      return [block];
  }
};

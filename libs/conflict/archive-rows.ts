import { civilTime } from '@koujing/kernel';
import { parseReleaseLine, type LineError } from './release-line.js';
import type { ImportRecord } from './import-releases.js';

/** A cell as a table gives it; spreadsheets know days and numbers. */
export type ArchiveCell = string | number | boolean | Date | null;

/** The words by which an archive's first row names what a release needs. */
const headings = {
  id: ['编号', '序号', '文号', 'id', 'number'],
  organ: ['机关', '发布机关', '发布单位', '单位', '来源', 'organ', 'source'],
  title: ['标题', '题目', 'title'],
  body: ['正文', '内容', '全文', 'body', 'text', 'content'],
  publishedAt: ['发布时间', '时间', '发布日期', '日期', 'publishedat', 'date'],
} as const;
type Heading = keyof typeof headings;
const needed: readonly Heading[] = ['organ', 'title', 'body', 'publishedAt'];

export interface ArchiveRows {
  readonly records: readonly ImportRecord[];
  readonly rejects: readonly LineError[];
}

/** What the file is called stands before the numbers of its rows, so that the same file is imported once. */
export interface ArchiveFile {
  readonly name: string;
  /** Where the table has no column of organs. */
  readonly organ?: string;
  /** The hour of a text of the archive, or null if it is none. */
  readonly readTime: (said: string) => Date | null;
}

/**
 * An archive as a table: the first row names the columns, each further one is a release. Rows are counted as the
 * spreadsheet counts them, from 1.
 */
export const recordsOfRows = (rows: readonly (readonly ArchiveCell[])[], file: ArchiveFile): ArchiveRows => {
  const columns = columnsOf(rows[0] ?? []);
  const missing = needed.filter(
    (heading) => columns[heading] === undefined && (heading !== 'organ' || file.organ === undefined),
  );
  if (missing.length > 0)
    return { records: [], rejects: missing.map((heading) => noColumn(heading, rows[0] ?? [])) };
  const read = rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
    .map(({ cells, line }) => recordOf(cells, line, { columns, file }));
  return {
    records: read.flatMap((each) => ('text' in each ? [each] : [])),
    rejects: read.flatMap((each) => ('text' in each ? [] : each)),
  };
};

type Columns = Readonly<Partial<Record<Heading, number>>>;

const columnsOf = (first: readonly ArchiveCell[]): Columns => {
  const names = first.map((cell) => textOf(cell).toLowerCase().replace(/\s+/gu, ''));
  const found = Object.entries(headings).flatMap(([heading, words]) => {
    const at = names.findIndex((name) => (words as readonly string[]).includes(name));
    return at < 0 ? [] : [[heading, at] as const];
  });
  return Object.fromEntries(found);
};

const textOf = (cell: ArchiveCell | undefined): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString() : String(cell).trim();

const recordOf = (
  cells: readonly ArchiveCell[],
  line: number,
  { columns, file }: { readonly columns: Columns; readonly file: ArchiveFile },
): ImportRecord | readonly LineError[] => {
  const at = (heading: Heading): ArchiveCell | undefined => {
    const column = columns[heading];
    return column === undefined ? undefined : cells[column];
  };
  const said = at('publishedAt');
  const publishedAt = said instanceof Date ? civilDay(said) : file.readTime(textOf(said));
  const number = textOf(at('id'));
  const parsed = parseReleaseLine(
    JSON.stringify({
      id: `${file.name}#${number === '' ? line : number}`,
      organ: textOf(at('organ')) || file.organ,
      title: textOf(at('title')),
      body: textOf(at('body')),
      publishedAt: publishedAt === null ? textOf(said) : civilTime(publishedAt),
    }),
    line,
  );
  return parsed.ok ? { line, text: parsed.value } : parsed.errors;
};

const CITY_OFFSET_MS = 8 * 3_600_000;

/** A spreadsheet's hour has no zone: it is the city's. */
const civilDay = (cell: Date): Date => new Date(cell.getTime() - CITY_OFFSET_MS);

const noColumn = (heading: Heading, first: readonly ArchiveCell[]): LineError => ({
  line: 1,
  field: heading,
  found: first.map(textOf).join('、').slice(0, 80) || '（空）',
  allowed: `第一行里有一栏叫：${headings[heading].join('、')}${heading === 'organ' ? '，或用 --organ 指定' : ''}`,
});

/** A line of a table of reporters, as an office keeps it in a spreadsheet. */
export interface ReporterRow {
  readonly outlet: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly beat: string;
  readonly lists: readonly string[];
}

/** A line that cannot be taken, by its number as a person counts them. */
export interface BadLine {
  readonly line: number;
  readonly found: string;
}

/** The first line may name the columns, in either language (see `importHelp`). */
const headed = /^(?:媒体|outlet)$/iu;

/** A cell and the comma before it. */
const cell = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu;
const wideCell = /(?:^|，)(?:"((?:[^"]|"")*)"|([^，]*))/gu;

/** Cells of a line that was copied from a spreadsheet (tabs), saved as CSV (commas, quotes), or typed with wide commas alone. */
const cellsOf = (line: string): readonly string[] =>
  line.includes('\t')
    ? line.split('\t').map((one) => one.trim())
    : [...line.matchAll(line.includes(',') ? cell : wideCell)].map(([, quoted, plain]) =>
        (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
      );

/** A table as text: UTF-8, or else as spreadsheets in China save it. */
export const tableText = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** What a pasted or chosen table says; whoever lacks outlet, name or address is told by line. */
export const reporterRows = (text: string): { readonly rows: ReporterRow[]; readonly bad: BadLine[] } => {
  const rows: ReporterRow[] = [];
  const bad: BadLine[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (raw.trim() === '') continue;
    const [outlet = '', name = '', address = '', phone = '', beat = '', lists = ''] = cellsOf(raw);
    if (index === 0 && headed.test(outlet)) continue;
    if (outlet === '' || name === '' || !address.includes('@'))
      bad.push({ line: index + 1, found: raw.trim() });
    else rows.push({ outlet, name, address, phone, beat, lists: lists.split(/[、;；]/u).filter(Boolean) });
  }
  return { rows, bad };
};

import {
  barsOf,
  columnsOf,
  mostBars,
  type ChartData,
  type Drawing,
  type SheetDocument,
  type SheetTable,
} from '@koujing/template';
import { articleInEnglish } from '@koujing/text';
import type { FigureRow } from './figures/figure.js';
import type { ReportContent, ReportTable, Words } from './report.api.js';
import { kindNames, outcomeNames } from './report-words.js';

type Language = keyof Words;

/** Who made it, when, and what stands for its content. */
export interface Imprint {
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly digest: string;
  /** When it was closed; null for numbers that may still change. */
  readonly closed: { readonly by: string; readonly at: Date } | null;
  readonly provisional: boolean;
}

const words = {
  zh: {
    period: '统计期间',
    span: (from: string, to: string) => `${from} 至 ${to}`,
    organ: '统计范围',
    city: '全市',
    basis: '依据',
    article: (article: string) => article,
    madeAt: '制作时间',
    madeBy: '制作人',
    closed: '封存',
    closedBy: (name: string, at: string) => `${at}，${name}`,
    digest: '内容摘要（SHA-256）',
    provisional: '期间未满，为截至制作时的数字。',
    author: '口径 Koujing',
    total: '合计',
    more: (count: number) => `图中为前 ${count} 行，表中为全部。`,
    list: '逐条情况',
    heads: ['时间', '单位', '情形', '处理', '说明'],
  },
  en: {
    period: 'Period',
    span: (from: string, to: string) => `${from} to ${to}`,
    organ: 'Of',
    city: 'the whole city',
    basis: 'Basis',
    article: articleInEnglish,
    madeAt: 'Made at',
    madeBy: 'Made by',
    closed: 'Closed',
    closedBy: (name: string, at: string) => `${at}, ${name}`,
    digest: 'Digest of the content (SHA-256)',
    provisional: 'The period is not over: numbers as of the making.',
    author: '口径 Koujing',
    total: 'Total',
    more: (count: number) => `The chart shows the first ${count} rows; the table shows all.`,
    list: 'One by one',
    heads: ['Time', 'Organ', 'Kind', 'State', 'In words'],
  },
} as const;

/** Points across a page upright, at three quarters of a point each. */
const across = 640;

/** A report as a paper: exactly the tables that are shown, with what they are of. Pure. */
export const sheetOfReport = (
  content: ReportContent,
  imprint: Imprint,
  language: Language,
): SheetDocument => {
  const text = words[language];
  const { closed } = imprint;
  return {
    title: content.title[language],
    author: text.author,
    about: [
      [text.period, text.span(content.from, content.to)],
      [text.organ, content.organ?.name ?? text.city],
      [text.basis, text.article(content.article)],
      [text.madeAt, imprint.madeAt],
      [text.madeBy, imprint.madeBy],
      ...(closed === null ? [] : [[text.closed, text.closedBy(closed.by, minuteOf(closed.at))] as const]),
      [text.digest, imprint.digest],
    ],
    paragraphs: imprint.provisional ? [text.provisional] : [],
    tables: content.tables.map((table) => sheetTable(table, language)),
  };
};

const minuteOf = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const sheetTable = (table: ReportTable, language: Language): SheetTable => {
  const text = words[language];
  const withTotal = table.total !== null;
  const tooMany = table.chart === 'bars' && table.rows.length > mostBars ? text.more(mostBars) : null;
  const notes = [table.note?.[language], tooMany].filter((note) => note !== undefined && note !== null);
  return {
    title: table.title[language],
    note: notes.length === 0 ? null : notes.join(' '),
    heads: [
      table.head[language],
      ...table.columns.map(({ label }) => label[language]),
      ...(withTotal ? [text.total] : []),
    ],
    rows: table.rows.map(({ label, values, total }) => [
      label[language],
      ...values,
      ...(total === null ? [] : [total]),
    ]),
    totals:
      table.totals === null
        ? null
        : [text.total, ...table.totals, ...(table.total === null ? [] : [table.total])],
    drawing: drawingOf(table, language, across),
  };
};

/** The chart of a table; null where there is none to draw. */
const drawingOf = (table: ReportTable, language: Language, width: number): Drawing | null => {
  if (table.chart === null) return null;
  const data: ChartData = {
    columns: table.columns.map(({ label }) => label[language]),
    rows: table.rows.map(({ label, values }) => ({ label: label[language], values })),
  };
  return table.chart === 'bars' ? barsOf(data, width) : columnsOf(data, width);
};

/** The findings themselves, with both sentences, behind the numbers of the consistency report. */
export const listOfFindings = (
  rows: readonly FigureRow[],
  organNames: ReadonlyMap<string, string>,
  language: Language,
): SheetTable => ({
  title: words[language].list,
  ...{ note: null, totals: null, drawing: null },
  heads: words[language].heads,
  rows: rows.map((row) => [
    row.at ?? '',
    organNames.get(row.organId) ?? row.organId,
    kindNames.finding[row.kind]?.[language] ?? row.kind,
    outcomeNames.finding[row.outcome]?.[language] ?? row.outcome,
    row.title,
  ]),
});

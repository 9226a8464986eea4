import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { barsOf, columnsOf } from '../chart/index.js';
import { golden } from '../../../test/support/golden.js';
import { drawingPng, drawingSvg } from './drawing-picture.js';
import type { PagesOf } from '../document/pdf.js';
import { makeSheet, type SheetFormat } from './make-sheet.js';
import type { SheetDocument } from './sheet-document.js';
import { sheetPdf } from './sheet-pdf.js';

const patience = 120_000;
const data = {
  columns: ['按时', '逾期完成', '逾期未完成'],
  rows: [
    { label: '市交通局', values: [12, 3, 0] },
    { label: '滨海市城市管理综合行政执法局（很长的名字）', values: [4, 0, 1] },
  ],
};
const table = {
  title: '时限：各单位',
  note: '豁免、取消的不计。',
  heads: ['单位', ...data.columns, '合计'],
  rows: data.rows.map(({ label, values }) => [
    label,
    ...values,
    values.reduce((sum, value) => sum + value, 0),
  ]),
  totals: ['合计', 16, 3, 1, 20],
  drawing: barsOf(data, 640),
};
const sheet: SheetDocument = {
  title: '发布及时情况报告',
  author: '口径 Koujing',
  about: [
    ['统计期间', '2026-07-01 至 2026-12-31'],
    ['制作时间', new Date('2026-11-26T01:30:00Z')],
    ['内容摘要', 'a'.repeat(64)],
  ],
  paragraphs: [],
  tables: [table, { ...table, title: '=HYPERLINK("http://x","点")', drawing: columnsOf(data, 640) }],
};
const entry = async (format: SheetFormat, name: string): Promise<string> =>
  strFromU8(unzipSync(await makeSheet(sheet, format))[name] ?? new Uint8Array());

test('a chart is drawn with a name, a number and a pattern for each part', () => {
  expect(golden('chart-bars.svg', table.drawing === null ? '' : drawingSvg(table.drawing, '时限'))).toBe(
    table.drawing === null ? '' : drawingSvg(table.drawing, '时限'),
  );
  expect(barsOf({ ...data, rows: [] }, 640)).toBeNull();
});

test('what changes over time is drawn as columns, each with its sum; where there is no room not every month is named', () => {
  const months = Array.from({ length: 24 }, (_, month) => ({
    label: `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    values: [(month * 7) % 19, month === 5 ? 0 : (month * 5) % 11],
  }));
  for (const [name, rows] of [
    ['year', months.slice(0, 6)],
    ['two-years', months],
  ] as const) {
    const drawing = columnsOf({ columns: ['按时', '超时'], rows }, 640);
    const svg = drawing === null ? '' : drawingSvg(drawing, '各月发布');
    expect(svg).toBe(golden(`chart-columns-${name}.svg`, svg));
    expect([svg.includes('2025-01'), svg.includes('2025-02')]).toEqual([true, name === 'year']);
  }
  expect(columnsOf({ columns: ['按时'], rows: [{ label: '2025-01', values: [0] }] }, 640)).toBeNull();
});

test('bars are as long as the numbers of their table, whatever these are', () => {
  const numbers = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 20 }), (rows) => {
      const drawing = barsOf({ columns: ['一'], rows: rows.map((values) => ({ label: '甲', values })) }, 640);
      const most = Math.max(...rows.map((values) => values.reduce((sum, value) => sum + value, 0)));
      if (most === 0) return drawing === null;
      const bars = (drawing?.marks ?? []).filter((mark) => mark.type === 'bar');
      return (
        bars.length === rows.flat().filter((value) => value > 0).length &&
        bars.every(({ x, width }) => width >= 1 && x + width <= 640)
      );
    }),
  );
});

test('a comma-separated file holds the table, with the mark of UTF-8 and no formula', async () => {
  const bytes = Buffer.from(await makeSheet(sheet, 'csv'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8');
  expect(golden('report.csv', text)).toBe(text);
  expect(text).toContain('"市交通局","12","3","0","15"');
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""点"")"`);
});

test('a workbook holds the same numbers as numbers and the hour as an hour', async () => {
  const cells = await entry('xlsx', 'xl/worksheets/sheet2.xml');
  expect(cells).toMatch(/<c [^>]*><v>12<\/v><\/c>/u);
  expect(cells).not.toContain('<f>');
  const about = await entry('xlsx', 'xl/worksheets/sheet1.xml');
  // 2026-11-26 09:30 in days since 1900.
  expect(about).toContain('<v>46352.39');
});

test(
  'the Word file says the same numbers and draws the chart, as SVG and as points',
  async () => {
    const text = (await entry('docx', 'word/document.xml')).replace(/<[^>]+>/gu, ' ');
    for (const part of ['发布及时情况报告', '2026-11-26 09:30', '市交通局', '很长的名字', '16'])
      expect(text).toContain(part);
    const files = Object.keys(unzipSync(await makeSheet(sheet, 'docx')));
    expect(files.filter((name) => /\.svg$|\.png$/u.test(name))).toHaveLength(4);
  },
  patience,
);

test(
  'the PDF holds its letters and is the same at another time',
  async () => {
    const [one, other] = [await makeSheet(sheet, 'pdf'), await makeSheet(sheet, 'pdf')];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(Buffer.from(one).toString('latin1')).toContain('NotoSansSC');
  },
  patience,
);

test(
  'the sums of a table never stand alone at the head of a page: its last rows go with them, under the heads',
  async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, n) => [`单位${n + 1}`, n, n, n, 3 * n]);
    const tables = Array.from({ length: 80 }, (_, n) => ({
      ...table,
      drawing: null,
      rows: rows(((n * 7) % 29) + 9),
    }));
    const turns: PagesOf[] = [];
    await sheetPdf({ ...sheet, tables }, (pages) => turns.push(pages));
    const alone = (pages: PagesOf | undefined) =>
      tables.flatMap((_, at) => (pages?.get(`last-${at}`) === pages?.get(`sums-${at}`) ? [] : [at]));
    expect(turns[0]?.get('sums-79')).toBeGreaterThan(10);
    // Laid out as they come some would; none does at the end.
    expect(alone(turns[0]).length).toBeGreaterThan(0);
    expect(alone(turns.at(-1))).toEqual([]);
  },
  patience,
);

test('a chart as points has ink of every series where its bars are', () => {
  if (table.drawing === null) throw new Error('nothing was drawn');
  const png = Buffer.from(drawingPng(table.drawing));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([width, height]).toEqual([1280, Math.ceil(table.drawing.height * 2)]);
  const length = png.readUInt32BE(33);
  const points = inflateSync(png.subarray(41, 41 + length));
  const inks = new Set<string>();
  for (let row = 0; row < height; row += 1)
    for (let x = 0; x < width; x += 1) {
      const at = row * (width * 3 + 1) + 1 + x * 3;
      inks.add(points.subarray(at, at + 3).toString('hex'));
    }
  for (const ink of ['1d4f9c', 'a85f00', '2c7550', 'ffffff', '1c2430']) expect(inks).toContain(ink);
});

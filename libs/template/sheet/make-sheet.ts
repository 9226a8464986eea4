import type { SheetDocument } from './sheet-document.js';

export type SheetFormat = 'csv' | 'xlsx' | 'docx' | 'pdf';

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Loaded when first needed: the libraries would add a second to every start. */
const makers: Readonly<Record<SheetFormat, (sheet: SheetDocument) => Promise<Uint8Array>>> = {
  csv: async (sheet) => (await import('./sheet-csv.js')).sheetCsv(sheet),
  xlsx: async (sheet) => (await import('./sheet-xlsx.js')).sheetXlsx(sheet),
  docx: async (sheet) => (await import('./sheet-docx.js')).sheetDocx(sheet),
  pdf: async (sheet) => (await import('./sheet-pdf.js')).sheetPdf(sheet),
};

export const makeSheet = (sheet: SheetDocument, format: SheetFormat): Promise<Uint8Array> =>
  makers[format](sheet);

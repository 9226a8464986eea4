import { plainText } from '@koujing/block';
import { readDocument } from '@koujing/release';
import type { ImportRecord } from './import-releases.js';
import type { LineError } from './release-line.js';

/** A document of a folder, as the file system knows it. */
export interface DocumentFile {
  /** Path below the folder: it is the record's id, so that the same file is imported once. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO 8601 with offset; used where the text gives no date. */
  readonly modifiedAt: string;
  /** Position in the folder, for the reject. */
  readonly line: number;
}

/** Signature of an official text: the organ and the date stand alone on the last lines (党政机关公文格式 GB/T 9704, 7.3.5). */
const ORGAN =
  /^[\p{Script=Han}（）]{2,40}(?:局|委|委员会|办|办公室|政府|院|中心|支队|公司|部|会|站|台|所|厅|指挥部|管委会)$/u;
const DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u;
const SIGNATURE_LINES = 4;

/** A document as an import record: title from its heading, organ and date from its signature. */
export const recordOfDocument = async (
  file: DocumentFile,
  organ?: string,
): Promise<ImportRecord | LineError> => {
  const read = await readDocument(file);
  if (!read.ok) {
    const [reason] = read.error;
    return reject(
      file,
      reason?.field ?? 'file',
      reason?.message ?? file.name,
      reason?.allowed ?? '.docx, .html, .txt',
    );
  }
  const body = plainText(read.value.blocks);
  const lines = body.split('\n').map((line) => line.replace(/\s+/gu, ''));
  const title = read.value.title ?? lines[0] ?? '';
  const signature = lines.slice(-SIGNATURE_LINES);
  const signed = organ ?? signature.find((line) => ORGAN.test(line));
  if (title.trim() === '')
    return reject(file, 'title', '（空）', '文档的标题或第一行 (a heading or a first line)');
  if (signed === undefined)
    return reject(
      file,
      'organ',
      signature.join(' / ').slice(0, 60),
      '落款机关，或用 --organ 指定 (a signature, or --organ)',
    );
  const publishedAt = dateOf(signature) ?? file.modifiedAt;
  return { line: file.line, text: { id: file.name, organ: signed, title, body, publishedAt } };
};

const dateOf = (lines: readonly string[]): string | null => {
  const [, year, month = '', day = ''] =
    lines.map((line) => DATE.exec(line)).find((match) => match !== null) ?? [];
  return year === undefined
    ? null
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00+08:00`;
};

const reject = (file: DocumentFile, field: string, found: string, allowed: string): LineError => ({
  line: file.line,
  field: `${file.name} ${field}`,
  found,
  allowed,
});

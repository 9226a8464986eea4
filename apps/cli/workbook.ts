import { officeParts, packed } from '@koujing/block';
import { readSheet } from 'read-excel-file/universal';

/**
 * The rows of a workbook. The library unpacks whatever it is given, so it is handed the sheets alone, unpacked by us within the
 * bounds of any office file.
 * @throws Error with what is wrong
 */
export const readWorkbook = async (bytes: Uint8Array) => {
  const parts = officeParts(bytes, 'file', ['xl/workbook.xml']);
  if (parts.ok) return readSheet(new Blob([new Uint8Array(packed(parts.value))]));
  const tooMuch = parts.error.some(({ code }) => code === 'unpacksTooLarge' || code === 'tooLarge');
  throw new Error(
    tooMuch
      ? '太大：超过 20 MB，或解压后超过 50 MB 或 2,000 个部件，请另存为 CSV (too large: save it as CSV)'
      : '不是没有加密的 .xlsx 文件 (not an .xlsx file without a password)',
  );
};

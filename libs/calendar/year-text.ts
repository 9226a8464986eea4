import { fail, ok, type Result } from '@koujing/kernel';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { yearTableFrom, type TableMistake, type YearTable } from './year-table.js';

/** A mistake in a year's text, with the line on which it stands. */
export interface TextMistake extends TableMistake {
  readonly line: number;
}

/**
 * Reads the text of a year: our own form, or the JSON of holiday-cn as it is (JSON is YAML too, so one reader serves both).
 * `line` is that of the year.
 */
export const yearTableFromText = (
  text: string,
): Result<{ readonly table: YearTable; readonly line: number }, readonly TextMistake[]> => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const found = fault.message.split('\n')[0] ?? '';
    const line = fault.linePos?.[0].line ?? 1;
    return fail([{ field: '（整个文件）', found, allowed: 'YAML / JSON', line }]);
  }
  const lineOf = (field: string): number => {
    for (let path = field.split(/[. ]/u); path.length > 0; path = path.slice(0, -1)) {
      const node = document.getIn(path, true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const read = yearTableFrom(document.toJS());
  if (read.ok) return ok({ table: read.value, line: lineOf('year') });
  return fail(read.error.map((mistake) => ({ ...mistake, line: lineOf(mistake.field) })));
};

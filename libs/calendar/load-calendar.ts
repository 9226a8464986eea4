import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, type Reason } from '@koujing/kernel';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { WorkingCalendar } from './working-calendar.js';
import { yearTableFrom, type YearTable } from './year-table.js';

/** Reads every year in a folder (`config/calendars`); all mistakes of all files are reported at once. */
export const loadCalendar = (folder: string): WorkingCalendar => {
  const reasons: Reason[] = [];
  const tables = readdirSync(folder)
    .filter((name) => /\.(yaml|json)$/u.test(name))
    .sort()
    .flatMap((name) => readTable(join(folder, name), reasons));
  const seen = new Map<number, string>();
  for (const { place, table } of tables) {
    const before = seen.get(table.year);
    if (before !== undefined)
      reasons.push(mistake(place, 'year', String(table.year), `${before} 已有这一年 (already given there)`));
    seen.set(table.year, place);
  }
  const [first, ...rest] = reasons;
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
  return new WorkingCalendar(tables.map(({ table }) => table));
};

/** `place`: the file and the line on which the year stands. */
const readTable = (file: string, reasons: Reason[]): { place: string; table: YearTable }[] => {
  const text = textOf(file, reasons);
  if (text === null) return [];
  const lines = new LineCounter();
  // JSON is YAML too, so one reader serves our own files and a holiday-cn file dropped beside them.
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1;
    reasons.push(
      mistake(`${file}:${line}`, '（整个文件）', fault.message.split('\n')[0] ?? '', 'YAML / JSON'),
    );
    return [];
  }
  const lineOf = (field: string): number => {
    for (let path = field.split(/[. ]/u); path.length > 0; path = path.slice(0, -1)) {
      const node = document.getIn(path, true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const read = yearTableFrom(document.toJS());
  if (read.ok) return [{ place: `${file}:${lineOf('year')}`, table: read.value }];
  for (const { field, found, allowed } of read.error)
    reasons.push(mistake(`${file}:${lineOf(field)}`, field, found, allowed));
  return [];
};

const textOf = (file: string, reasons: Reason[]): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    reasons.push(mistake(file, '（整个文件）', (error as Error).message, '可以读取的文件 (a readable file)'));
    return null;
  }
};

const mistake = (file: string, field: string, found: string, allowed: string): Reason => ({
  code: 'calendarMistake',
  message: `年历文件 ${file} 的 ${field} 有误：现为 ${found}，应为：${allowed}。`,
  messageEn: `In the calendar ${file}, ${field} is wrong: found ${found}, allowed: ${allowed}.`,
  field,
  allowed,
});

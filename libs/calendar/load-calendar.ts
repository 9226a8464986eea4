import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, type Reason } from '@koujing/kernel';
import { WorkingCalendar } from './working-calendar.js';
import { yearTableFromText } from './year-text.js';
import type { YearTable } from './year-table.js';

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
  const read = yearTableFromText(text);
  if (read.ok) return [{ place: `${file}:${read.value.line}`, table: read.value.table }];
  for (const { line, field, found, allowed } of read.error)
    reasons.push(mistake(`${file}:${line}`, field, found, allowed));
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

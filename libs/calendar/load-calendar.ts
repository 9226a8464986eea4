import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, type Reason } from '@koujing/kernel';
import { parse } from 'yaml';
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
  for (const { file, table } of tables) {
    const before = seen.get(table.year);
    if (before !== undefined)
      reasons.push(mistake(file, 'year', String(table.year), `${before} 已有这一年 (already given there)`));
    seen.set(table.year, file);
  }
  const [first, ...rest] = reasons;
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
  return new WorkingCalendar(tables.map(({ table }) => table));
};

const readTable = (file: string, reasons: Reason[]): { file: string; table: YearTable }[] => {
  let value: unknown;
  try {
    // JSON is YAML too, so one reader serves our own files and a holiday-cn file dropped beside them.
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    reasons.push(mistake(file, '（整个文件）', (error as Error).message.split('\n')[0] ?? '', 'YAML / JSON'));
    return [];
  }
  const read = yearTableFrom(value);
  if (read.ok) return [{ file, table: read.value }];
  for (const { field, found, allowed } of read.error) reasons.push(mistake(file, field, found, allowed));
  return [];
};

const mistake = (file: string, field: string, found: string, allowed: string): Reason => ({
  code: 'calendarMistake',
  message: `年历文件 ${file} 的 ${field} 有误：现为 ${found}，应为：${allowed}。`,
  messageEn: `In the calendar ${file}, ${field} is wrong: found ${found}, allowed: ${allowed}.`,
  field,
  allowed,
});

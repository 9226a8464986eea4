import { join } from 'node:path';
import {
  furthestWorkdays,
  isCivilDay,
  loadCalendar,
  shiftWorkdays,
  weekdayOf,
  type DayBasis,
  type DayVerdict,
  type Shifted,
  type WorkingCalendar,
} from '@koujing/calendar';
import { Problem } from '@koujing/kernel';
import { Command } from 'commander';
import { projectRoot } from '../dispatcher/project-root.js';
import { BadInput } from './bad-input.js';
import { print } from './print.js';

interface WorkdayOptions {
  readonly calendars: string;
  readonly json?: boolean;
}

/** `koujing workday 2018-02-09 +10`: the date on the first line, then what it rests on. */
export const workdayCommand = (): Command =>
  new Command('workday')
    .description('从某日起数若干工作日 (count working days from a day)')
    .argument('<day>', '起始日，不计入，如 2018-02-09 (the day to start from; it is not counted)')
    .argument('<count>', '工作日数，如 +10 或 -7 (working days, after or before)')
    .option(
      '--calendars <folder>',
      '年历所在文件夹 (folder of year tables)',
      join(projectRoot, 'config/calendars'),
    )
    .option('--json', '一行 JSON (one JSON line)')
    .action(async (day: string, count: string, options: WorkdayOptions) => {
      const calendar = calendarOf(options.calendars);
      const shifted = shiftWorkdays(calendar, dayOf(day), countOf(count));
      await print(options.json === true ? `${JSON.stringify(shifted)}\n` : told(shifted, calendar));
    });

const dayOf = (text: string): string => {
  if (isCivilDay(text)) return text;
  throw new BadInput(`起始日：读到 (found) ${text}；允许 (allowed) 存在的日期，如 2018-02-09`);
};

const countOf = (text: string): number => {
  const count = /^[+-]?\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(count) <= furthestWorkdays) return count;
  throw new BadInput(
    `工作日数：读到 (found) ${text}；允许 (allowed) -${furthestWorkdays} 到 +${furthestWorkdays} 的整数，如 +10 或 -7`,
  );
};

const calendarOf = (folder: string): WorkingCalendar => {
  try {
    return loadCalendar(folder);
  } catch (error) {
    if (error instanceof Problem) throw new BadInput(error.reasons.map(({ message }) => message).join('\n'));
    throw new BadInput(`年历文件夹 (folder of year tables) ${folder}：${(error as Error).message}`);
  }
};

const told = (shifted: Shifted, calendar: WorkingCalendar): string => {
  const years = [
    ...new Set(
      [shifted.date, ...shifted.skipped.map(({ date }) => date)].map((date) => Number(date.slice(0, 4))),
    ),
  ].sort();
  const papers = years.flatMap((year) => calendar.papersOf(year));
  const lines = [
    shifted.date,
    '起始日不计 (the first day is not counted)',
    ...shifted.skipped.map((day) => `${dayTold(day)} 不计 (skipped)`),
    ...shifted.makeup.map((day) => `${dayTold(day)} 计入 (counted)`),
    shifted.provisional
      ? `暂定：${shifted.unknownYears.join('、')} 年的放假安排尚未导入，导入后重算 (provisional until the notice for ${shifted.unknownYears.join(', ')} is imported)`
      : '确定 (final)',
    ...papers.map((paper) => `依据 (basis)：${paper}`),
  ];
  return `${lines.join('\n')}\n`;
};

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const dayTold = ({ date, basis, name }: DayVerdict): string =>
  `${date} ${weekdays[weekdayOf(date)] ?? ''} ${name === '' ? '' : `${name} `}${words[basis]}`;

const words: Readonly<Record<DayBasis, string>> = {
  weekday: '工作日 weekday',
  weekend: '周末 weekend',
  holiday: '放假 holiday',
  makeupWorkday: '调休上班 make-up workday',
  statutoryHoliday: '法定节假日 statutory holiday',
  localRestDay: '本地休息日 local rest day',
};

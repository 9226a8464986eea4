import type { TextMistake } from '@koujing/calendar';
import { type Reason, say } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const deadlineRefusal = {
  notFound: say(
    'deadlineNotFound',
    '没有这项时限，或您无权查看。',
    'There is no such deadline, or you may not see it.',
  ),
  onlyOffice: say(
    'onlyOffice',
    '只有主管办公室的统筹员或管理员可以办理，请与其联系。',
    'Only a coordinator or an administrator of the office may do this.',
  ),
  notRunning: say(
    'deadlineNotRunning',
    '此时限没有在走，不能暂停。',
    'The deadline is not running and cannot be paused.',
  ),
  notPaused: say('deadlineNotPaused', '此时限没有暂停。', 'The deadline is not paused.'),
  hours: say(
    'hoursNeverPause',
    '以小时计的时限自事件发生起算，夜间、节假日均计入，不能暂停（第二十三条）。',
    'Limits in hours run from the occurrence, nights and holidays included, and cannot be paused (Art.23).',
  ),
  yearMistake: ({ line, field, found, allowed }: TextMistake): Reason =>
    say(
      'calendarMistake',
      `年历第 ${line} 行的 ${field} 有误：现为 ${found}，应为：${allowed}。`,
      `In line ${line} of the year table ${field} is wrong: found ${found}, allowed: ${allowed}.`,
      { field, allowed },
    ),
  noSuchDay: (date: string): Reason =>
    say('noSuchDay', `没有 ${date} 这一天。`, `There is no such day: ${date}.`, {
      field: 'date',
      allowed: '存在的日期，如 2027-02-08 (a day that exists)',
    }),
  yearEmpty: (year: number): Reason =>
    say(
      'calendarYearEmpty',
      `${year} 年的表里没有一天：放假通知尚未发布，不能当作已知。`,
      `The table of ${year} holds no day: its notice has not come, and that is not knowledge.`,
      { field: 'days', allowed: '国务院办公厅通知里的日子 (the days of the notice)' },
    ),
  yearIncomplete: (year: number, missing: readonly string[]): Reason =>
    say(
      'calendarYearIncomplete',
      `${year} 年的表不完整，缺少：${missing.join('、')}。请导入通知里的全部安排。`,
      `The table of ${year} is incomplete; missing: ${missing.join(', ')}. Import the whole arrangement of the notice.`,
      { field: 'days', allowed: '元旦、春节、清明节、劳动节、端午节、中秋节、国庆节 (all seven holidays)' },
    ),
  restDayKnown: (date: string): Reason =>
    say('restDayKnown', `${date} 已是本地休息日。`, `${date} is a local day of rest already.`, {
      field: 'date',
    }),
  restDayUnknown: (date: string): Reason =>
    say('restDayUnknown', `${date} 不是本地休息日。`, `${date} is not a local day of rest.`, {
      field: 'date',
    }),
} as const;

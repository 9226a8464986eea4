import { Command } from 'commander';
import type { CalendarView } from '../../../libs/deadline/calendar.api.js';
import type { DeadlineDetail, DeadlineView } from '../../../libs/deadline/deadline.api.js';
import type { ApiOptions } from '../api-client.js';
import { told as answer } from '../print.js';
import { askedOf, listOf, nounOf, showOf, words } from './reading.js';

/** `koujing deadline …`: clocks that run, how each was counted, and the working calendar that they are counted by. */
export const deadlineCommand = (): Command =>
  nounOf('deadline', '时限：列出、查看怎样数出来的、工作日历 (deadlines, over the API)', [
    listOf('/api/deadlines', {
      about: '列出未了的时限，先到期的在前 (list open deadlines, the nearest first)',
      unit: '项',
      paged: false,
      filters: {
        subjectKind: '对象的种类，如 release，与 --subject-id 同用 (kind of subject)',
        subjectId: '对象 (subject)',
        limit: '至多几项，200 以内 (at most)',
      },
      line,
    }),
    showOf('/api/deadlines/{id}', {
      about: '一项：起算、工作日、提醒和经过 (one: how it was counted, who is told, what happened)',
      told,
    }),
    new Command('calendar')
      .description('正在使用的工作日历 (the working calendar in use)')
      .action(async (options: ApiOptions) => {
        const found = await askedOf('/api/calendar', {}, options);
        await answer(found, calendarTold(found), options);
      }),
  ]);

type Line = Pick<DeadlineView, 'id' | 'duty' | 'title' | 'dueAt' | 'article' | 'leftMs' | 'paused'>;
const line = ({ id, duty, title, dueAt, article, leftMs, paused }: Line): string =>
  words(id, duty, title, dueAt, article, paused && '暂停 paused', leftMs < 0 && '已逾期 overdue');

const told = (deadline: DeadlineDetail): string =>
  [
    line(deadline),
    `  ${words(deadline.state, deadline.startEvent, deadline.eventAt, `${deadline.limit ?? ''} ${deadline.unit}`)}`,
    ...deadline.counting.skipped.map(
      ({ date, name, basis }) => `  不计 (not counted) ${words(date, name, basis)}`,
    ),
    ...deadline.counting.makeup.map(({ date, name }) => `  调休上班 (worked) ${words(date, name)}`),
    ...deadline.reminders.map(
      ({ at, tell, dueAt, sent }) =>
        `  提醒 (reminder) ${at}%  ${words(tell.join('、'), dueAt, sent && '已发 sent')}`,
    ),
    ...deadline.history.map(({ at, actor, event }) => `  ${words(at, actor, event)}`),
  ].join('\n');

const calendarTold = ({ years, restDays, unknownYears }: CalendarView): string =>
  [
    ...years.map(
      ({ year, papers, days }) =>
        `${year}  ${papers.join('、')}  放假 ${days.filter(({ workday }) => !workday).length} 天，调休上班 ${days.filter(({ workday }) => workday).length} 天`,
    ),
    ...restDays.map(({ date, name }) => `${date}  ${name}`),
    ...unknownYears.map((year) => `${year}  安排尚未公布 (not known yet)`),
  ].join('\n');

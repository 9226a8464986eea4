import type { PeriodPlanView } from './period.api.js';
import { formNames } from './form-names.js';

const header = [
  '机关',
  '选题',
  '月份',
  '形式',
  '重点内容',
  '状态',
  '稿件编号',
  '稿件标题',
  '发布时间',
  '取消理由',
];

const states = { planned: '计划中', done: '已完成', overdue: '逾期', dropped: '已取消' } as const;

/** Spreadsheets run what begins so as a formula; a leading apostrophe keeps it text. */
const safe = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

const cell = (text: string): string => `"${safe(text).replaceAll('"', '""')}"`;

/** One row an item, for a spreadsheet: with the mark that makes it read UTF-8. Pure. */
export const csvOf = (plan: Pick<PeriodPlanView, 'items'>): string => {
  const rows = plan.items.map((item) => [
    ...[item.organ.name, item.topic, item.month, formNames[item.form], item.keyContent, states[item.state]],
    ...[item.release?.number ?? '', item.release?.title ?? '', item.release?.releasedAt ?? ''],
    item.droppedReason ?? '',
  ]);
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};

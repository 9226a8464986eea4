import { csvText } from '@koujing/text';
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

/** One row an item, for a spreadsheet: with the mark that makes it read UTF-8. Pure. */
export const csvOf = (plan: Pick<PeriodPlanView, 'items'>): string => {
  const rows = plan.items.map((item) => [
    ...[item.organ.name, item.topic, item.month, formNames[item.form], item.keyContent, states[item.state]],
    ...[item.release?.number ?? '', item.release?.title ?? '', item.release?.releasedAt ?? ''],
    item.droppedReason ?? '',
  ]);
  return csvText([header, ...rows]);
};

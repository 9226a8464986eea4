import type { Command } from 'commander';
import type {
  PeriodCounts,
  PeriodPlanSummary,
  PeriodPlanView,
} from '../../../libs/matter/period/period.api.js';
import type { PlanView } from '../../../libs/matter/plan/plan.api.js';
import { fileOf, listOf, nounOf, possible, showOf, words } from './reading.js';

/** `koujing plan …`: what leaders decided to have released after their meetings (Art.18). */
export const planCommand = (): Command =>
  nounOf('plan', '会议议题的发布方案：列出、查看 (release plans of meetings, over the API)', [
    listOf('/api/plans', {
      about: '列出发布方案，每行一个 (list plans)',
      unit: '个',
      filters: { state: 'open 或一个状态 (state)', organ: '单位 (organ)' },
      line: planLine,
    }),
    showOf('/api/plans/{id}', {
      about: '一个方案：各部分和办理情况 (one plan with its parts)',
      told: planTold,
    }),
  ]);

const planLine = ({ id, state, lead, meeting, item, dueAt, overdue }: PlanView): string =>
  words(id, state, lead.name, meeting, item, dueAt, overdue && '已逾期 overdue');

const planTold = (plan: PlanView): string =>
  [
    planLine(plan),
    `  ${plan.outline}（${plan.basis}）`,
    ...plan.parts.map(
      ({ kind, organ, title, plannedAt, done }) =>
        `  ${words(done ? '已办 done' : '未办 open', kind, organ.name, title, plannedAt)}`,
    ),
    possible(plan.actions),
  ].join('\n');

/** `koujing period …`: plans of a year or a half-year, topic by topic. */
export const periodCommand = (): Command =>
  nounOf('period', '年度、半年发布计划：列出、查看、导出 (plans of a period, over the API)', [
    listOf('/api/period-plans', {
      about: '列出计划，每行一个 (list plans)',
      unit: '个',
      line: periodLine,
    }),
    showOf('/api/period-plans/{id}', {
      about: '一个计划：选题和完成情况 (one plan: its topics, and what became of them)',
      told: periodTold,
    }),
    fileOf('/api/period-plans/{id}/export', { about: '一个计划的选题，CSV (its topics as CSV)' }),
  ]);

const counted = ({ planned, done, overdue, dropped }: PeriodCounts): string =>
  `计划 ${planned}，完成 ${done}，逾期 ${overdue}，取消 ${dropped}`;

const periodLine = ({ id, state, title, fromMonth, toMonth, counts }: PeriodPlanSummary): string =>
  words(id, state, title, `${fromMonth}—${toMonth}`, counted(counts));

const periodTold = (plan: PeriodPlanView): string =>
  [
    periodLine(plan),
    ...plan.items.map(
      ({ month, organ, topic, state, release }) =>
        `  ${words(month, organ.name, topic, state, release?.number)}`,
    ),
    ...plan.byOrgan.map((row) => `  ${row.organ.name}：${counted(row)}`),
    possible(plan.actions),
  ].join('\n');

import type { Command } from 'commander';
import type { DirectiveView } from '../../../libs/matter/directive/directive.api.js';
import { listOf, nounOf, possible, showOf, words } from './reading.js';

/** `koujing directive …`: what one organ ordered another to release or report (Art.39(5)). */
export const directiveCommand = (): Command =>
  nounOf('directive', '上级指令：列出、查看 (directives, over the API)', [
    listOf('/api/directives', {
      about: '列出指令，每行一条 (list directives)',
      unit: '条',
      filters: {
        state: 'open、standing 或一个状态 (state)',
        organ: '单位 (organ)',
        from: '下达日期，自 (issued from this day)',
        to: '下达日期，至 (until this day)',
      },
      line,
    }),
    showOf('/api/directives/{id}', {
      about: '一条：内容、口径、签收和办结 (one: what is ordered, and what was done)',
      told,
    }),
  ]);

const line = ({ id, state, from, to, title, dueAt, unacknowledged, overdue }: DirectiveView): string =>
  words(
    ...[id, state, `${from.name} → ${to.name}`, title, dueAt],
    ...[unacknowledged && '未签收 unacknowledged', overdue && '已逾期 overdue'],
  );

const told = (directive: DirectiveView): string => {
  const { text, demand, basis, acknowledgeBy, acknowledgedAt, fulfilledAt, release, report } = directive;
  const agreed = directive.line;
  return [
    line(directive),
    `  ${text}`,
    `  ${words(demand, basis.fulfil, `签收期限 (acknowledge by) ${acknowledgeBy}`)}`,
    ...(agreed === null ? [] : [`  口径 (line) ${agreed.about}：${agreed.value}${agreed.unit}`]),
    ...(acknowledgedAt === null
      ? []
      : [`  签收 (acknowledged) ${words(directive.acknowledgedBy?.name, acknowledgedAt)}`]),
    ...(fulfilledAt === null
      ? []
      : [`  办结 (fulfilled) ${words(fulfilledAt, release?.number, release?.title, report)}`]),
    possible(directive.actions),
  ].join('\n');
};

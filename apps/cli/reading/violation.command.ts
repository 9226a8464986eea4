import type { Command } from 'commander';
import type { ViolationSummary, ViolationView } from '../../../libs/report/violation.api.js';
import { listOf, nounOf, possible, showOf, words } from './reading.js';

/** `koujing violation …`: acts of Art.39 with the evidence that was frozen; what follows is a person's to say. */
export const violationCommand = (): Command =>
  nounOf('violation', '违规记录：列出、查看证据 (violations, over the API)', [
    listOf('/api/violations', {
      about: '列出违规，每行一件 (list violations)',
      unit: '件',
      filters: {
        state: 'open、standing 或一个状态 (state)',
        kind: '情形，如 notReleased (kind)',
        organ: '单位 (organ)',
        from: '发生日期，自 (of acts from this day)',
        to: '发生日期，至 (until this day)',
      },
      line,
    }),
    showOf('/api/violations/{id}', {
      about: '一件：证据和摘要是否相符 (one: its evidence, and whether it is intact)',
      told,
    }),
  ]);

const line = ({ id, state, article, organ, title, act, occurredAt }: ViolationSummary): string =>
  words(id, state, article, organ.name, title, act, occurredAt);

const told = (violation: ViolationView): string =>
  [
    line(violation),
    `  证据 (evidence) ${violation.evidenceDigest}  ${violation.evidenceIntact ? '相符 intact' : '不符 NOT intact'}`,
    ...violation.evidence.map(({ kind, at, text }) => `  ${words(kind, at, text)}`),
    ...(violation.consequence === null
      ? []
      : [`  后果 (consequence) ${words(violation.consequence, violation.consequenceText)}`]),
    ...(violation.endedAt === null ? [] : [`  结案 (ended) ${words(violation.endedAt, violation.endNote)}`]),
    possible(violation.actions),
  ].join('\n');

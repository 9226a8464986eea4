import { articleInEnglish, inBrackets, inEnglishBrackets } from '@koujing/text';
import type { Deadline, DeadlineEvent } from '@koujing/deadline';
import { civilTime, minuteInEnglish, minuteInWords } from '@koujing/kernel';
import type { Act } from './act.js';
import type { EvidenceView, ViolationKind } from './violation.api.js';
import type { ViolationRules } from './violation-rules.js';

export interface PassedDeadline {
  readonly deadline: Deadline;
  readonly events: readonly DeadlineEvent[];
  /** The matter that its subject is on: not releasing on a matter is one act, whichever clock tells it. */
  readonly matterId: string | null;
}

/** Rule of a deadline → the kind of Art.39 that its passing is. */
export const kindOfRule = (rules: ViolationRules, rule: string): ViolationKind | null =>
  (Object.keys(rules) as ViolationKind[]).find((kind) => rules[kind].deadlines.includes(rule)) ?? null;

/** Not done in time: still open after its end, or done after it. Pure. */
export const actOfDeadline = (passed: PassedDeadline, rules: ViolationRules): Act | null => {
  const { deadline } = passed;
  const kind = kindOfRule(rules, deadline.rule);
  if (kind === null) return null;
  const due = minuteInWords(deadline.dueAt);
  const late = deadline.state === 'metLate' && deadline.settledAt !== null;
  const duty = deadline.terms.title;
  return {
    kind,
    key: keyOf(kind, passed),
    organId: deadline.organId,
    subject: deadline.subject,
    title: deadline.title,
    link: deadline.link,
    act: late
      ? `“${duty}”应于${due}前完成，迟至${minuteInWords(deadline.settledAt)}才完成。`
      : `“${duty}”应于${due}前完成，时限已过仍未完成。`,
    actEn: `The duty of ${articleInEnglish(deadline.terms.article)} was due ${minuteInEnglish(deadline.dueAt)} and ${late ? 'was done late' : 'is not done'}.`,
    occurredAt: deadline.dueAt,
    evidence: [deadlineEvidence(deadline), ...passed.events.map(eventEvidence)],
  };
};

/**
 * A clock that is started anew tells no new act. What a request for an interview is owed is one answer, whichever hour it was
 * counted from (interview-acts.sql.ts names it the same).
 */
const keyOf = (kind: ViolationKind, { deadline: { id, subject }, matterId }: PassedDeadline): string => {
  if (kind === 'notReleased' && matterId !== null) return `matter:${matterId}`;
  return subject.kind === 'interview' ? `interview:${subject.id}` : `deadline:${id}`;
};

const deadlineEvidence = (deadline: Deadline): EvidenceView => ({
  kind: 'deadline',
  id: deadline.id,
  text: `${deadline.terms.title}${inBrackets(deadline.terms.article)}，${minuteInWords(deadline.dueAt)}到期`,
  textEn: `${deadline.terms.titleEn ?? deadline.terms.title} ${inEnglishBrackets(deadline.terms.article)}, due ${minuteInEnglish(deadline.dueAt)}`,
  at: civilTime(deadline.dueAt),
  detail: {
    ...{ rule: deadline.rule, state: deadline.state, subject: deadline.subject, terms: deadline.terms },
    ...{ eventAt: civilTime(deadline.eventAt), startedAt: civilTime(deadline.startedAt) },
  },
});

const eventEvidence = ({ deadlineId, at, actor, event, detail }: DeadlineEvent): EvidenceView => ({
  kind: 'deadline',
  id: deadlineId,
  text: `时限记录：${eventNames[event].zh}`,
  textEn: `Limit: ${eventNames[event].en}`,
  at: civilTime(at),
  detail: { event, actor, ...detail },
});

const eventNames: Readonly<Record<DeadlineEvent['event'], { readonly zh: string; readonly en: string }>> = {
  started: { zh: '起算', en: 'started' },
  reminded: { zh: '已提醒', en: 'reminded' },
  paused: { zh: '暂停', en: 'paused' },
  resumed: { zh: '恢复', en: 'resumed' },
  recomputed: { zh: '重新计算', en: 'counted anew' },
  met: { zh: '按时完成', en: 'done in time' },
  metLate: { zh: '逾期完成', en: 'done late' },
  exempt: { zh: '豁免', en: 'exempt' },
  cancelled: { zh: '取消', en: 'cancelled' },
};

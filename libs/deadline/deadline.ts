import type { DeadlineRule } from './deadline-rule.js';
import { instantOf, type Remainder } from './limit.js';

/** `running` may be overdue: a duty does not end by being late. */
export type DeadlineState = 'running' | 'paused' | 'met' | 'metLate' | 'exempt' | 'cancelled';

/** What it is about. This lib never looks behind it: whoever owns the subject starts and ends its deadlines. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** A limit that runs for one duty on one subject (时限). */
export interface Deadline {
  readonly id: string;
  /** Name of the rule, e.g. `routineRelease`. */
  readonly rule: string;
  readonly subject: Subject;
  /** The organ that has to act. */
  readonly organId: string;
  /** What a person reads: 《…》常规政务发布. */
  readonly title: string;
  /** The same in English; absent where the title is what somebody typed. */
  readonly titleEn?: string;
  /** Path in the console. */
  readonly link: string;
  /** The event that it is counted from (or towards). */
  readonly eventAt: Date;
  /** When it began to run here; percentages count from this. */
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly provisional: boolean;
  /** The rule as it stood at the start: a rule that changes later does not change what was promised. */
  readonly terms: DeadlineRule;
  readonly state: DeadlineState;
  readonly pausedAt: Date | null;
  /** Reminders that went out so far; an index into `terms.reminders`. */
  readonly stage: number;
  /** When the next reminder is due; null when there is none. */
  readonly nextAt: Date | null;
  readonly settledAt: Date | null;
  /** What the last pause left of a limit in working days; null where none was paused. */
  readonly remainder: Remainder | null;
}

export const nextReminder = (
  terms: Pick<DeadlineRule, 'reminders'>,
  stage: number,
  span: { readonly from: Date; readonly due: Date },
): Date | null => {
  const reminder = terms.reminders[stage];
  return reminder === undefined ? null : instantOf(reminder.at, span.from, span.due);
};

/** How many reminders are due at an instant, those already out included. */
export const stageAt = (deadline: Pick<Deadline, 'terms' | 'startedAt' | 'dueAt'>, now: Date): number =>
  deadline.terms.reminders.filter(
    ({ at }) => instantOf(at, deadline.startedAt, deadline.dueAt).getTime() <= now.getTime(),
  ).length;

/** Whether the end has passed undone; while it stands still, whether it had when it was stopped. */
export const isOverdue = ({ dueAt, pausedAt }: Pick<Deadline, 'dueAt' | 'pausedAt'>, now: Date): boolean =>
  dueAt.getTime() <= (pausedAt ?? now).getTime();

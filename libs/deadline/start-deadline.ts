import type { WorkingCalendar } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { newId, type Clock } from '@koujing/kernel';
import type { DeadlineRule, DeadlineRules } from './deadline-rule.js';
import type { DeadlineStore } from './deadline-store.sql.js';
import { nextReminder, type Deadline, type Subject } from './deadline.js';
import { dueOf, fixedDue, type Due } from './limit.js';

/** What the deadlines of a city rest on. The calendar is read anew each time: another process may have imported a year. */
export interface DeadlineParts {
  readonly deadlines: DeadlineStore;
  readonly rules: DeadlineRules;
  readonly calendar: (queries: Queries) => WorkingCalendar | Promise<WorkingCalendar>;
  readonly clock: Clock;
}

export interface DeadlineStart {
  readonly rule: string;
  readonly subject: Subject;
  readonly organId: string;
  readonly title: string;
  /** The same in English, where the title is ours and not what somebody typed. */
  readonly titleEn?: string;
  readonly link: string;
  /** The rule's start event; for limits counted backwards, the event that lies ahead. */
  readonly eventAt: Date;
  /** The end, where whoever starts it set one for this subject (a directive names its own hour): it takes the limit's place. */
  readonly dueAt?: Date;
  /** The subject belongs to an emergency: a rule with an exemption then runs nothing. */
  readonly emergency?: boolean;
  readonly actor: string;
}

/** Starts the deadline of a rule, in the transaction of the event that starts it. */
export class StartDeadline {
  constructor(private readonly parts: DeadlineParts) {}

  /** Null where neither the city nor the start sets an end, or one is open already. An exempt one is kept, with the basis of its exemption. */
  async perform(queries: Queries, start: DeadlineStart): Promise<Deadline | null> {
    const { deadlines, rules, calendar, clock } = this.parts;
    const terms = rules[start.rule];
    if (terms === undefined) throw new Error(`no deadline rule ${start.rule}`);
    const due = endOfLimit(terms, start, await calendar(queries));
    if (due === null) return null;
    const now = clock.now();
    // A limit counted backwards runs from now on; its event lies ahead.
    const startedAt = terms.direction === 'before' ? now : start.eventAt;
    const exempt = start.emergency === true && terms.emergencyExemption !== 'none';
    const deadline: Deadline = {
      id: newId(),
      rule: start.rule,
      subject: start.subject,
      organId: start.organId,
      title: start.title,
      ...(start.titleEn === undefined ? {} : { titleEn: start.titleEn }),
      link: start.link,
      eventAt: start.eventAt,
      startedAt,
      dueAt: due.at,
      provisional: due.provisional,
      // Kept as they are now, whatever is set afterwards. Without a limit nothing computes an end that was set by name anew.
      // As they are now, its reminders too: the rules tell another number as soon as one is set.
      terms: { ...structuredClone(terms), ...(start.dueAt === undefined ? {} : { limit: null }) },
      state: exempt ? 'exempt' : 'running',
      pausedAt: null,
      stage: 0,
      nextAt: exempt ? null : nextReminder(terms, 0, { from: startedAt, due: due.at }),
      settledAt: exempt ? now : null,
      remainder: null,
    };
    if (!(await deadlines.insert(queries, deadline))) return null;
    await deadlines.record(queries, [
      {
        deadlineId: deadline.id,
        at: now,
        actor: start.actor,
        event: exempt ? 'exempt' : 'started',
        detail: {
          dueAt: due.at,
          article: terms.article,
          basis: exempt ? terms.emergencyExemption : undefined,
        },
      },
    ]);
    return deadline;
  }
}

/** An end that was set by name is certain: no calendar moves it. */
const endOfLimit = (
  terms: DeadlineRule,
  { dueAt, eventAt }: Pick<DeadlineStart, 'dueAt' | 'eventAt'>,
  calendar: WorkingCalendar,
): Due | null => {
  if (dueAt !== undefined) return fixedDue(dueAt);
  return terms.limit === null ? null : dueOf({ ...terms, limit: terms.limit }, eventAt, calendar);
};

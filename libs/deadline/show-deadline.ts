import { visibilityOf, type Actor, type PersonStore } from '@koujing/access';
import type { DayVerdict } from '@koujing/calendar';
import type { Database } from '@koujing/database';
import { civilTime, Problem, type Reason } from '@koujing/kernel';
import { countingOf, type Counting } from './counting.js';
import type { DeadlineDetail } from './deadline.api.js';
import { deadlineViewOf } from './deadline-view.js';
import type { Deadline } from './deadline.js';
import type { DeadlineEvent } from './deadline-store.sql.js';
import { reasonsToPause, reasonsToResume } from './hold-deadline.js';
import { instantOf } from './limit.js';
import { deadlineRefusal } from './refusal.js';
import type { DeadlineParts } from './start-deadline.js';

interface Parts extends Pick<DeadlineParts, 'deadlines' | 'calendar' | 'clock'> {
  readonly database: Database;
  readonly people: PersonStore;
}

/** One deadline with its terms and its history, also after it ended. */
export class ShowDeadline {
  constructor(private readonly parts: Parts) {}

  /** @throws Problem `notFound` if it is not there for this person. */
  async show(id: string, actor: Actor): Promise<DeadlineDetail> {
    const { database, deadlines, people, calendar, clock } = this.parts;
    const { queries } = database;
    const deadline = await deadlines.find(queries, id);
    if (deadline === null || !isSeen(deadline, actor))
      throw new Problem('notFound', [deadlineRefusal.notFound]);
    const history = await deadlines.history(queries, id);
    const names = await people.names(
      queries,
      history.map((event) => event.actor),
    );
    const { terms } = deadline;
    return {
      ...deadlineViewOf(deadline, clock.now()),
      state: deadline.state,
      startEvent: terms.startEvent,
      eventAt: civilTime(deadline.eventAt),
      ...{ limit: terms.limit, unit: terms.unit, direction: terms.direction },
      emergencyExemption: terms.emergencyExemption,
      reminders: remindersOf(deadline),
      counting: countingViewOf(countingOf(deadline, await calendar(queries))),
      history: history.map((event) => eventView(event, names)),
      actions: {
        pause: reasonsToPause(deadline, actor).map(said),
        resume: reasonsToResume(deadline, actor).map(said),
      },
    };
  }
}

const isSeen = ({ organId }: Deadline, actor: Actor): boolean => {
  const visibility = visibilityOf(actor);
  return visibility.all || visibility.organIds.includes(organId);
};

/** Those who would have been told after the end are not told any more; the plan says what was meant. */
const remindersOf = ({ terms, stage, state, startedAt, dueAt }: Deadline): DeadlineDetail['reminders'] =>
  terms.reminders.map(({ at, tell }, index) => ({
    ...{ at, tell: [...tell], sent: index < stage },
    dueAt: state === 'paused' ? null : civilTime(instantOf(at, startedAt, dueAt)),
  }));

const countingViewOf = ({ skipped, makeup, papers, unknownYears }: Counting): DeadlineDetail['counting'] => ({
  ...{ skipped: skipped.map(dayOf), makeup: makeup.map(dayOf) },
  ...{ papers: [...papers], unknownYears: [...unknownYears] },
});

const dayOf = ({ date, name, basis }: DayVerdict) => ({ date, name, basis });

const eventView = ({ at, actor, event, detail }: DeadlineEvent, names: ReadonlyMap<string, string>) => ({
  at: civilTime(at),
  actor: names.get(actor) ?? actor,
  event,
  detail: { ...detail },
});

const said = ({ code, message, messageEn }: Reason) => ({ code, message, messageEn });

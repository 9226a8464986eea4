import { visibilityOf, type Actor, type PersonStore } from '@koujing/access';
import type { Database } from '@koujing/database';
import { civilTime, Problem, type Clock, type Reason } from '@koujing/kernel';
import type { DeadlineDetail } from './deadline.api.js';
import { deadlineViewOf } from './deadline-view.js';
import type { Deadline } from './deadline.js';
import type { DeadlineEvent, DeadlineStore } from './deadline-store.sql.js';
import { reasonsToPause, reasonsToResume } from './hold-deadline.js';
import { deadlineRefusal } from './refusal.js';

interface Parts {
  readonly database: Database;
  readonly deadlines: DeadlineStore;
  readonly people: PersonStore;
  readonly clock: Clock;
}

/** One deadline with its terms and its history, also after it ended. */
export class ShowDeadline {
  constructor(private readonly parts: Parts) {}

  /** @throws Problem `notFound` if it is not there for this person. */
  async show(id: string, actor: Actor): Promise<DeadlineDetail> {
    const { database, deadlines, people, clock } = this.parts;
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
      reminders: terms.reminders.map(({ at, tell }) => ({ at, tell: [...tell] })),
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

const eventView = ({ at, actor, event, detail }: DeadlineEvent, names: ReadonlyMap<string, string>) => ({
  at: civilTime(at),
  actor: names.get(actor) ?? actor,
  event,
  detail: { ...detail },
});

const said = ({ code, message, messageEn }: Reason) => ({ code, message, messageEn });

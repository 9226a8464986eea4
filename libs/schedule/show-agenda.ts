import { visibilityOf, type Actor } from '@koujing/access';
import { addDays, daysBetween, spanOf } from '@koujing/calendar';
import type { ConferenceListing } from '@koujing/conference';
import type { Database } from '@koujing/database';
import { deadlineViewOf, type CalendarShelf, type DeadlineStore } from '@koujing/deadline';
import { civilTime, type Clock } from '@koujing/kernel';
import type { ReleaseListing } from '@koujing/release';
import type { Agenda, AgendaDay, AgendaEntry, AgendaQuery } from './agenda.api.js';
import type { AgendaMarksReader } from './agenda-marks.sql.js';

interface AgendaParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly releases: ReleaseListing;
  readonly conferences: ConferenceListing;
  readonly deadlines: DeadlineStore;
  readonly shelf: CalendarShelf;
  readonly marks: AgendaMarksReader;
}

/** Of each kind: a calendar with more in it than this is asked for fewer days, and says what it left out. */
const mostOfAKind = 1_000;

/** What goes out, is held and falls due on which day (日历): each as its own list would show it to this person. */
export class ShowAgenda {
  constructor(private readonly parts: AgendaParts) {}

  async show(query: AgendaQuery, actor: Actor): Promise<Agenda> {
    const { database, clock, conferences } = this.parts;
    const { queries } = database;
    const [seen, now] = [visibilityOf(actor), clock.now()];
    const of = { span: spanOf(query), limit: mostOfAKind, now };
    const released = await this.parts.releases.between(queries, seen, of);
    const held = await conferences.between(queries, seen, of);
    const organs = seen.all ? {} : { organIds: seen.organIds };
    const due = await this.parts.deadlines.dueWithin(queries, { ...of, ...organs });
    const marks = await this.parts.marks.of(
      queries,
      released.items.map(({ release }) => release.id),
    );
    const matterOf = await this.parts.marks.mattersOf(queries, [
      ...held.items.map(({ id }) => ({ kind: 'conference', id })),
      ...due.items.map(({ subject }) => subject),
    ]);
    const items: AgendaEntry[] = [
      ...released.items.map((hour): AgendaEntry => {
        const { matterId = null, findingIds = [], embargoed = 0 } = marks.get(hour.release.id) ?? {};
        const told = { matterId, findingIds: [...findingIds] };
        return { kind: 'release', ...hour, ...told, embargoed: hour.phase === 'out' ? 0 : embargoed };
      }),
      ...held.items.map((conference): AgendaEntry => ({
        kind: 'conference',
        at: conference.startsAt,
        conference,
        matterId: matterOf({ kind: 'conference', id: conference.id }),
      })),
      ...due.items.map((deadline): AgendaEntry => {
        const view = deadlineViewOf(deadline, now);
        return { kind: 'deadline', at: view.dueAt, deadline: view, matterId: matterOf(deadline.subject) };
      }),
    ];
    const left = [released, held, due].map(({ total, items: told }) => total - told.length);
    return {
      days: await this.#days(query),
      items: items.toSorted((a, b) => a.at.localeCompare(b.at)),
      left: left.reduce((sum, each) => sum + each, 0),
      now: civilTime(now),
    };
  }

  async #days({ from, to }: AgendaQuery): Promise<AgendaDay[]> {
    const calendar = await this.parts.shelf.read(this.parts.database.queries);
    return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => {
      const { date, workday, name, provisional } = calendar.day(addDays(from, index));
      return { date, workday, name, provisional };
    });
  }
}

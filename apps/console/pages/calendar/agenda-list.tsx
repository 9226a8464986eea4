import type { AgendaDay, AgendaEntry } from '../../api/contract.js';
import { DayHeading } from './day-mark.js';
import { dayOf } from './days.js';
import { EntryCard } from './entry-item.js';
import { keyOf } from './entry.js';

interface AgendaListProps {
  readonly days: readonly AgendaDay[];
  readonly items: readonly AgendaEntry[];
}

/** Day after day, those on which there is something: what a phone can show. */
export const AgendaList = ({ days, items }: AgendaListProps) => {
  const byDay = Map.groupBy(items, ({ at }) => dayOf(at));
  return days
    .filter(({ date }) => byDay.has(date))
    .map((day) => (
      <section key={day.date} className="cal-list-day">
        <DayHeading day={day} />
        <ul>
          {byDay.get(day.date)?.map((entry) => (
            <EntryCard key={keyOf(entry)} entry={entry} />
          ))}
        </ul>
      </section>
    ));
};

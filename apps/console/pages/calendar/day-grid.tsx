import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type DragEvent } from 'react';
import type { AgendaDay, AgendaEntry } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { useDesk } from './calendar-context.js';
import { DayMark } from './day-mark.js';
import { useDayNames } from './day-name.js';
import { dayOf, weeksOf, type Day } from './days.js';
import { EntryCard, EntryLine } from './entry-item.js';
import { keyOf } from './entry.js';
import { words } from './words.js';

/** So many lines stand in a month's cell; the others are a click away. */
const linesOfDay = 5;

interface GridProps {
  readonly title: string;
  readonly days: readonly AgendaDay[];
  readonly items: readonly AgendaEntry[];
  /** Lines in a month, whole cards in a week. */
  readonly small: boolean;
  /** The month that is shown, `2026-11`: the days around it stand back. Empty in a week. */
  readonly month: string;
}

/** A day takes what is dragged onto it, unless it is over. */
const useDrop = (day: Day) => {
  const { dragged, drag, move, today } = useDesk();
  const [over, setOver] = useState(false);
  const takes = dragged !== null && day >= today && dayOf(dragged.at) !== day;
  return {
    over: over && takes,
    on: {
      onDragOver: (event: DragEvent) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        if (takes) move(dragged, day);
        drag(null);
      },
    },
  };
};

interface CellProps {
  readonly day: AgendaDay;
  readonly entries: readonly AgendaEntry[];
  readonly small: boolean;
  readonly outside: boolean;
}

const Cell = ({ day, entries, small, outside }: CellProps) => {
  const text = useWords(words);
  const names = useDayNames();
  const navigate = useNavigate();
  const { today } = useDesk();
  const { over, on } = useDrop(day.date);
  const shown = small && entries.length > linesOfDay ? entries.slice(0, linesOfDay - 1) : entries;
  const more = entries.length - shown.length;
  const looks = [
    ...(outside ? ['cal-outside'] : []),
    ...(day.workday ? [] : ['cal-rest']),
    ...(day.date === today ? ['cal-today'] : []),
    ...(over ? ['cal-over'] : []),
  ];
  return (
    <td className={looks.join(' ')} data-day={day.date} {...on}>
      <DayMark day={day} />
      {shown.length > 0 && (
        <ul>
          {shown.map((entry) =>
            small ? (
              <EntryLine key={keyOf(entry)} entry={entry} />
            ) : (
              <EntryCard key={keyOf(entry)} entry={entry} />
            ),
          )}
        </ul>
      )}
      {more > 0 && (
        <Button
          type="link"
          size="small"
          aria-label={text.moreOf(more, names.day(day.date))}
          onClick={() =>
            void navigate({
              to: '/calendar',
              search: (now) => ({ ...now, view: 'week', on: day.date }),
            })
          }
        >
          {text.more(more)}
        </Button>
      )}
    </td>
  );
};

/** Weeks from Monday to Sunday: all of a month, or one. */
export const DayGrid = ({ title, days, items, small, month }: GridProps) => {
  const text = useWords(words);
  const byDay = Map.groupBy(items, ({ at }) => dayOf(at));
  return (
    <table className={small ? 'cal-grid' : 'cal-grid cal-week'}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {text.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <Cell
                key={day.date}
                day={day}
                entries={byDay.get(day.date) ?? []}
                small={small}
                outside={month !== '' && !day.date.startsWith(month)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

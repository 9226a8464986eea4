import type { AgendaDay } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { useDesk } from './calendar-context.js';
import { useDayNames } from './day-name.js';
import { weekdayOf } from './days.js';
import { words } from './words.js';

/** Of a weekend that is one, nothing is said; of every other departure from the plain week, what it is and why. */
const useDayNote = ({ date, workday, name, provisional }: AgendaDay): string => {
  const text = useWords(words);
  const weekend = weekdayOf(date) > 4;
  const plain = workday !== weekend;
  const note = plain && name === '' ? '' : `${workday ? text.work : text.rest} ${name}`.trim();
  return provisional && note !== '' ? text.provisional(note) : note;
};

/** The number of the day, with what the holiday table says of it. */
export const DayMark = ({ day }: { day: AgendaDay }) => {
  const text = useWords(words);
  const names = useDayNames();
  const { today } = useDesk();
  const note = useDayNote(day);
  return (
    <p className="cal-day">
      <time dateTime={day.date}>
        <span aria-hidden="true">{Number(day.date.slice(8))}</span>
        <span className="visually-hidden">{names.dayAndWeekday(day.date)}</span>
      </time>
      {day.date === today && <strong>{text.today}</strong>}
      {note !== '' && <small>{note}</small>}
    </p>
  );
};

/** The same as a heading of a list. */
export const DayHeading = ({ day }: { day: AgendaDay }) => {
  const text = useWords(words);
  const names = useDayNames();
  const { today } = useDesk();
  const note = useDayNote(day);
  return (
    <h2 className="cal-heading">
      <time dateTime={day.date}>{names.dayAndWeekday(day.date)}</time>
      {day.date === today && <strong>{text.today}</strong>}
      {note !== '' && <small>{note}</small>}
    </h2>
  );
};

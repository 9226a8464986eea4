import { serverDate } from '../../api/server-clock.js';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AgendaEntry } from '../../api/contract.js';
import { agendaQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime, wallTime } from '../../parts/city-time.js';
import { addDays, dayOf } from '../calendar/days.js';
import { FaceIcon, faceOf } from '../calendar/entry-face.js';
import { isAhead, keyOf, linkOf, titleOf } from '../calendar/entry.js';
import { words as calendarWords } from '../calendar/words.js';
import { words } from './words.js';

/** This day and six more; more than this many are in the calendar. */
const daysAhead = 6;
const mostShown = 6;

const Row = ({ entry, today }: { entry: AgendaEntry; today: boolean }) => {
  const text = useWords(words);
  const { faces } = useWords(calendarWords);
  const { language } = useLanguage();
  const face = faceOf(entry);
  return (
    <li className={`task clock-task cal-${face}`}>
      <span className="cal-face">
        <FaceIcon face={face} /> {faces[face]}
      </span>
      <div>
        <Link to={linkOf(entry)} className="title-link">
          {titleOf(entry, language)}
        </Link>
        <p className="quiet">
          {today && <strong>{text.comingToday} </strong>}
          <time dateTime={entry.at}>{cityTime(entry.at, language)}</time>
          {entry.kind === 'conference' && ` · ${entry.conference.place}`}
        </p>
      </div>
    </li>
  );
};

/** Conferences and releases of this week that are still to come, the nearest first. */
export const ComingPanel = () => {
  const text = useWords(words);
  const today = dayOf(wallTime(serverDate()));
  const agenda = useQuery(agendaQuery({ from: today, to: addDays(today, daysAhead) }));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.coming}</h2>
        <Link to="/calendar">{text.comingAll}</Link>
      </div>
      <Answer of={agenda} rows={2}>
        {({ items }) => {
          // A conference of this day is shown however many releases come before it.
          const ahead = items
            .filter(isAhead)
            .filter(
              (entry, at) => at < mostShown || (entry.kind === 'conference' && dayOf(entry.at) === today),
            );
          return ahead.length === 0 ? (
            <p className="quiet">{text.comingEmpty}</p>
          ) : (
            <ul className="tasks">
              {ahead.map((entry) => (
                <Row key={keyOf(entry)} entry={entry} today={dayOf(entry.at) === today} />
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
};

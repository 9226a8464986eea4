import { useDuty, useTitle } from '../../parts/use-duty.js';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deadlinesQuery } from '../../api/duty-questions.js';
import type { DeadlineView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { ClockDetail } from '../../parts/clock-detail.js';
import { ClockFace } from '../../parts/due-clock.js';
import { aside } from '../../parts/punctuation.js';
import { words as shared } from '../../parts/words.js';
import { isTold, type Task } from './tasks.js';
import { tasksAtOnce } from './use-tasks.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const Row = ({ deadline }: { deadline: DeadlineView }) => {
  const text = useWords(words);
  const { dueWhenPaused } = useWords(shared);
  const { language } = useLanguage();
  const dutyOf = useDuty();
  const titleOf = useTitle();
  const dueAt = cityTime(deadline.dueAt, language);
  return (
    <li className="task clock-task">
      <ClockFace clock={deadline} />
      <div>
        <Link to={deadline.link} className="title-link">
          {titleOf(deadline)}
        </Link>
        <p className="quiet">
          {dutyOf(deadline)}
          {aside(cited(deadline.article, language), language)} ·{' '}
          {deadline.paused ? dueWhenPaused(dueAt) : dueAt}
          {deadline.provisional && ` · ${text.provisional}`} <ClockDetail of={deadline} />
        </p>
      </div>
    </li>
  );
};

/** So many of those that are no task of the reader's. */
const mostShown = 8;

/** The other running limits of the organs that I see, the most urgent first, with due time and basis; a release's stand with its task. */
export const DeadlinePanel = ({ tasks }: { tasks: readonly Task[] }) => {
  const text = useWords(words);
  const list = useQuery(deadlinesQuery({ whose: 'others', limit: mostShown + tasksAtOnce }));
  return (
    <section className="panel">
      <h2>{text.deadlines}</h2>
      <Answer of={list} rows={2}>
        {({ items }) => {
          const others = items.filter((deadline) => !isTold(tasks, deadline)).slice(0, mostShown);
          return others.length === 0 ? (
            <p className="quiet">{text.deadlinesEmpty}</p>
          ) : (
            <ul className="tasks">
              {others.map((deadline) => (
                <Row key={deadline.id} deadline={deadline} />
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deadlinesQuery } from '../../api/questions.js';
import type { DeadlineView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime, span } from '../../parts/city-time.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words } from './words.js';

const dayMs = 86_400_000;

/** Overdue is an error, the last day a warning; everything further away is only said. */
const toneOf = ({ leftMs, paused }: DeadlineView): Tone =>
  paused ? 'quiet' : leftMs < 0 ? 'error' : leftMs < dayMs ? 'warning' : 'info';

const Row = ({ deadline }: { deadline: DeadlineView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const minutes = span(Math.abs(deadline.leftMs) / 60_000, language);
  const clock = deadline.paused
    ? text.paused
    : deadline.leftMs < 0
      ? text.overdue(minutes)
      : text.left(minutes);
  return (
    <li className="task">
      <StateTag tone={toneOf(deadline)}>{clock}</StateTag>
      <div>
        <Link to={deadline.link} className="title-link">
          {deadline.title}
        </Link>
        <p className="quiet">
          {text.basis(deadline.duty, deadline.article)} · {cityTime(deadline.dueAt, language)}
          {deadline.provisional && ` · ${text.provisional}`}
        </p>
      </div>
    </li>
  );
};

/** Every running limit of the organs that I see, the most urgent first, with its due time and basis. */
export const DeadlinePanel = () => {
  const text = useWords(words);
  const list = useQuery(deadlinesQuery({ limit: 8 }));
  return (
    <section className="panel">
      <h2>{text.deadlines}</h2>
      <Answer of={list} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{text.deadlinesEmpty}</p>
          ) : (
            <ul className="tasks">
              {items.map((deadline) => (
                <Row key={deadline.id} deadline={deadline} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deadlinesQuery } from '../api/duty-questions.js';
import { useLanguage, useWords } from '../language/language.js';
import { Answer } from './answer.js';
import { cited } from './cited.js';
import { cityTime } from './city-time.js';
import { ClockDetail } from './clock-detail.js';
import { clockWords } from './clock-words.js';
import { ClockFace, DueClock } from './due-clock.js';
import { aside } from './punctuation.js';
import { useDuty } from './use-duty.js';

interface ShownClock {
  readonly dueAt: string;
  readonly paused: boolean;
  readonly duty: string;
  readonly dutyEn?: string;
  readonly article: string;
}

/** The clock of a row: its face, and at a tap or a key its hour and the article that it rests on; both also on hover. */
export const ClockBasis = ({ clock }: { readonly clock: ShownClock }) => {
  const { language } = useLanguage();
  const duty = useDuty()(clock);
  const told = `${duty}${aside(cited(clock.article, language), language)} · ${cityTime(clock.dueAt, language)}`;
  return (
    <details className="clock-basis">
      <summary title={told}>
        <ClockFace clock={clock} />
      </summary>
      <small>{told}</small>
    </details>
  );
};

interface OfRow {
  readonly kind: 'incident' | 'interview';
  readonly id: string;
  /** What it is called, for whoever hears one of many. */
  readonly name: string;
}

const Clocks = ({ kind, id }: Pick<OfRow, 'kind' | 'id'>) => {
  const { language } = useLanguage();
  const text = useWords(clockWords);
  const dutyOf = useDuty();
  return (
    <Answer of={useQuery(deadlinesQuery({ subjectKind: kind, subjectId: id }))} rows={1}>
      {({ items }) =>
        items.length === 0 ? (
          <small className="quiet">{text.noneOpen}</small>
        ) : (
          <ul>
            {items.map(({ article, dueAt, paused, ...of }) => (
              <li key={of.id}>
                <DueClock
                  {...{ dueAt, paused }}
                  ended={false}
                  basis={dutyOf(of) + aside(cited(article, language), language)}
                />
                <ClockDetail of={of} />
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
};

/** All that runs for a row, each with its hour and its article; asked for when somebody opens it. */
export const RowClocks = ({ kind, id, name }: OfRow) => {
  const text = useWords(clockWords);
  const [open, setOpen] = useState(false);
  return (
    <details className="clock-basis" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={text.basisOf(name)}>{text.basis}</summary>
      {open && <Clocks kind={kind} id={id} />}
    </details>
  );
};

import { useDuty } from './use-duty.js';
import { useQuery } from '@tanstack/react-query';
import { deadlinesQuery } from '../api/duty-questions.js';
import { useLanguage, useWords } from '../language/language.js';
import { Answer } from './answer.js';
import { ClockDetail } from './clock-detail.js';
import { clockWords } from './clock-words.js';
import { DueClock } from './due-clock.js';
import { cited } from './cited.js';

interface ClockListProps {
  /** What the limits run on. */
  readonly kind: 'release' | 'plan' | 'directive' | 'interview';
  readonly id: string;
}

/** The limits that run for one thing, each with its article; nothing where none runs. */
export const ClockList = ({ kind, id: subjectId }: ClockListProps) => {
  const { language } = useLanguage();
  const dutyOf = useDuty();
  const text = useWords(clockWords);
  const clocks = useQuery(deadlinesQuery({ subjectKind: kind, subjectId }));
  return (
    <Answer of={clocks} rows={0}>
      {({ items }) =>
        items.length > 0 && (
          <section className="panel">
            <h2>{text.clocks}</h2>
            <ul className="signatures">
              {items.map(({ id, article, dueAt, paused, provisional, ...of }) => (
                <li key={id} className="signature">
                  <strong>{dutyOf(of)}</strong> <ClockDetail of={{ ...of, id }} />
                  <p>
                    <DueClock dueAt={dueAt} paused={paused} ended={false} basis={cited(article, language)} />
                  </p>
                  {provisional && <p className="quiet">{text.provisional}</p>}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
};

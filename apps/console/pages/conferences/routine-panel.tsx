import { useQuery } from '@tanstack/react-query';
import { routineDutiesQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

/** How far each organ has come with its routine releases in the periods that run (Art.29). */
export const RoutinePanel = () => {
  const text = useWords(words);
  const rows = useQuery(routineDutiesQuery).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="panel routine-panel">
      <h2>{text.routine}</h2>
      <ul className="conference-clocks">
        {rows.map(({ organ, duties }) => (
          <li key={organ.id}>
            <strong>{organ.shortName}</strong>
            <ul className="line-list">
              {duties.map((duty) => (
                <li key={duty.rule}>
                  <StateTag tone={duty.met ? 'success' : 'info'}>
                    {duty.done} / {duty.required}
                  </StateTag>{' '}
                  {duty.title}{' '}
                  <span className="quiet">
                    {duty.period} · {text.until(duty.lastDay)} · {duty.article}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { routineDutiesQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

/** How far each organ has come with its routine releases in the periods that run (Art.29). */
export const RoutinePanel = () => {
  const { language } = useLanguage();
  const text = useWords(words);
  const duties = useQuery(routineDutiesQuery);
  return (
    <Answer of={duties} rows={0}>
      {({ items, actions }) =>
        items.length > 0 && (
          <section className="panel routine-panel">
            <div className="panel-head">
              <h2>{text.routine}</h2>
              {actions.set.reasons.length === 0 && <Link to="/settings">{text.whoReleases}</Link>}
            </div>
            <ul className="conference-clocks">
              {items.map(({ organ, duties: counts }) => (
                <li key={organ.id}>
                  <strong>{organ.shortName}</strong>
                  <ul className="line-list">
                    {counts.map((duty) => (
                      <li key={duty.rule}>
                        <StateTag tone={duty.met ? 'success' : 'info'}>
                          {duty.done} / {duty.required}
                        </StateTag>{' '}
                        {language === 'en' ? (duty.titleEn ?? duty.title) : duty.title}{' '}
                        <span className="quiet">
                          {duty.period} · {text.until(duty.lastDay)} · {cited(duty.article, language)}
                        </span>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
};

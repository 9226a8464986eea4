import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { frozenReportsQuery } from '../../api/report-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Pages } from '../../parts/pages.js';
import { words } from './words.js';

/** Reports that were closed. */
export const ClosedTab = ({ page }: { page: number }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const closed = useQuery(frozenReportsQuery({ page, pageSize: 30 }));
  return (
    <section className="panel">
      <h2>{text.closedTitle}</h2>
      <p className="quiet">{text.closedHelp}</p>
      <Answer of={closed}>
        {(list) => (
          <Pages of={list} empty={<EmptyNote sentence={text.closedEmpty} />}>
            <ul className="line-list">
              {list.items.map(({ id, title, from, to, organ, closedBy, closedAt }) => (
                <li key={id}>
                  <Link to="/reports/closed/$id" params={{ id }} className="title-link">
                    {title[language]} · {from} – {to} · {organ?.shortName ?? text.wholeCity}
                  </Link>{' '}
                  <span className="quiet">{text.closedBy(closedBy, cityTime(closedAt, language))}</span>
                </li>
              ))}
            </ul>
          </Pages>
        )}
      </Answer>
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { digestsQuery, frozenReportsQuery } from '../../api/report-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Pages } from '../../parts/pages.js';
import { words } from './words.js';

const ClosedReports = ({ page }: { page: number }) => {
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

/** As they were mailed, a month of working days at a time; the files say the same. */
const DailyReports = () => {
  const text = useWords(words);
  const [page, setPage] = useState(1);
  const digests = useQuery(digestsQuery({ page, pageSize: 22 }));
  return (
    <section className="panel">
      <h2>{text.daily}</h2>
      <p className="quiet">{text.dailyHelp}</p>
      <Answer of={digests}>
        {(list) => (
          <Pages of={list} empty={<EmptyNote sentence={text.dailyEmpty} />} onPage={setPage}>
            <ul className="line-list">
              {list.items.map(({ day, fresh, unsettled }) => (
                <li key={day}>
                  {text.dailyOf(day, fresh, unsettled)}
                  {(['docx', 'pdf'] as const).map((format) => (
                    <Fragment key={format}>
                      {' · '}
                      <a
                        href={`/api/inconsistency-digests/${day}/export?format=${format}`}
                        aria-label={`${day} ${text.formats[format]}`}
                        download
                      >
                        {text.formats[format]}
                      </a>
                    </Fragment>
                  ))}
                </li>
              ))}
            </ul>
          </Pages>
        )}
      </Answer>
    </section>
  );
};

/** Reports that were closed, and the daily ones that were sent. */
export const ClosedTab = ({ page }: { page: number }) => (
  <>
    <ClosedReports page={page} />
    <DailyReports />
  </>
);

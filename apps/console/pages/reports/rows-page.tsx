import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { reportRowsQuery } from '../../api/report-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { Pages } from '../../parts/pages.js';
import { Sheet } from '../../parts/sheet.js';
import { words } from './words.js';

const route = getRouteApi('/reports/rows');

/** What a number counts, one by one; the filters stand in the address. */
export const RowsPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const filters = route.useSearch();
  const list = useQuery(reportRowsQuery({ pageSize: 30, ...filters }));
  const { from, to, frozen } = filters;
  const title = list.data === undefined ? text.title : text.rowsTitle(list.data.measure[language]);
  const total = list.data === undefined ? '' : ` · ${text.rowsTotal(list.data.total)}`;
  return (
    <Page
      title={title}
      lead={`${from ?? ''} – ${to ?? ''}${total}${frozen === undefined ? '' : ` · ${text.rowsOfFrozen}`}`}
      crumbs={
        frozen === undefined ? (
          <Link to="/reports" search={{ from, to }}>
            {text.back}
          </Link>
        ) : (
          <Link to="/reports/closed/$id" params={{ id: frozen }}>
            {text.back}
          </Link>
        )
      }
    >
      <Answer of={list} rows={10}>
        {(data) => (
          <Pages of={data} empty={<EmptyNote sentence={text.nothing} />}>
            <Sheet
              heads={text.rowHeads}
              rows={data.items.map((row) => ({
                key: row.id,
                cells: [
                  row.at === null ? '' : cityTime(row.at, language),
                  row.organ.shortName,
                  [row.kind[language], row.outcome[language]].filter((word) => word !== '').join(' · '),
                  <Fragment key="row">
                    <Link to={row.link} className="title-link">
                      {row.title}
                    </Link>
                    {row.note !== '' && <p className="quiet">{row.note}</p>}
                  </Fragment>,
                ],
              }))}
            />
          </Pages>
        )}
      </Answer>
    </Page>
  );
};

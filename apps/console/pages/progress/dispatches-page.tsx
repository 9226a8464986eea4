import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { releasesQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { DispatchCard } from '../../parts/dispatch-card.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { Pages } from '../../parts/pages.js';
import { words } from './words.js';

const route = getRouteApi('/progress');
const pageSize = 20;

export const DispatchesPage = () => {
  const text = useWords(words);
  const { page } = route.useSearch();
  const list = useQuery(releasesQuery({ dispatch: 'sent', page, pageSize }));
  return (
    <Page title={text.dispatches} lead={text.dispatchesLead}>
      <Answer of={list}>
        {(data) => (
          <Pages
            of={data}
            empty={
              <EmptyNote sentence={text.noDispatches}>
                <Link to="/releases">{text.toReleases}</Link>
              </EmptyNote>
            }
          >
            <ul className="cards">
              {data.items.map((release) => (
                <DispatchCard key={release.id} release={release} />
              ))}
            </ul>
          </Pages>
        )}
      </Answer>
    </Page>
  );
};

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReleaseList } from '../../api/contract.js';
import { releasesQuery } from '../../api/questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { declarationWords } from '../../language/declaration-words.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { Answer } from '../../parts/answer.js';
import { EmptyList } from '../../parts/empty-list.js';
import { NarrowingBar } from '../../parts/narrowing-bar.js';
import { NewRelease } from '../../parts/new-release.js';
import { Page } from '../../parts/page.js';
import { Pages } from '../../parts/pages.js';
import { usePhone } from '../../parts/use-media.js';
import { BulkBar } from './bulk-bar.js';
import { useChoosing } from './choosing.js';
import { ReleaseCards } from './release-cards.js';
import { ReleaseFilters } from './release-filters.js';
import { ReleaseTable } from './release-table.js';
import { useChooseKey } from './use-choose-key.js';
import { ViewBar } from './view-bar.js';
import { words } from './words.js';

const route = getRouteApi('/releases');
const pageSize = 30;

/** A page of rows, and what may be done with those that are chosen. */
const Rows = ({ list }: { list: ReleaseList }) => {
  const phone = usePhone();
  const choosing = useChoosing(list.items);
  useChooseKey((id) => choosing.click(id, false));
  return (
    <>
      <BulkBar choosing={choosing} />
      {phone ? (
        <ReleaseCards list={list} choosing={choosing} />
      ) : (
        <ReleaseTable list={list} choosing={choosing} />
      )}
    </>
  );
};

export const ReleasesPage = () => {
  const text = useWords(words);
  const kinds: AddressFilters = useWords(releaseWords).kinds;
  const triggerNames: AddressFilters = useWords(declarationWords).triggerNames;
  const mines: AddressFilters = text.mines;
  const navigate = useNavigate();
  const filters = route.useSearch();
  const list = useQuery(releasesQuery({ ...filters, pageSize }));
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/releases', search: { ...filters, page: undefined, ...next } });
  };
  return (
    <Page
      title={text.title}
      lead={list.data === undefined ? ' ' : text.total(list.data.total)}
      actions={<NewRelease />}
    >
      <ViewBar
        filters={filters}
        onOpen={(search, replace) => void navigate({ to: '/releases', search, replace })}
      />
      <ReleaseFilters value={filters} onChange={change} />
      <NarrowingBar
        filters={filters}
        names={{
          kind: kinds[filters['kind'] ?? ''],
          trigger: triggerNames[filters['trigger'] ?? ''],
          mine: mines[filters['mine'] ?? ''],
        }}
      />
      <Answer of={list} rows={10}>
        {(data) => (
          <Pages of={data} empty={<EmptyList filters={filters} empty={text.empty} />}>
            <Rows list={data} />
          </Pages>
        )}
      </Answer>
    </Page>
  );
};

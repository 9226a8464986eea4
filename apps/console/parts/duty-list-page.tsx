import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { organsQuery } from '../api/register-questions.js';
import type { AddressFilters } from '../app/address-filters.js';
import { DutyTabs } from '../pages/matters/duty-tabs.js';
import { Answer, Failure } from './answer.js';
import { EmptyList } from './empty-list.js';
import { usualState } from './in-state.js';
import type { Listed } from './listed.js';
import { NarrowingBar } from './narrowing-bar.js';
import { Page } from './page.js';
import { Pages } from './pages.js';
import { SearchField } from './search-field.js';
import { TabRow } from './tab-row.js';

interface DutyListPageProps<Item, List extends Listed<Item>> {
  readonly title: string;
  readonly lead: (list: List) => string;
  readonly empty: string;
  /** Tabs of states, of which `open` is the usual one and `all` every one; without them all are listed. */
  readonly states?: Readonly<Record<string, string>>;
  /** What the search field says; without it nothing is searched for. */
  readonly search?: string;
  /** More to choose by, beside the search field. */
  readonly choice?: ReactNode;
  readonly filters: AddressFilters;
  readonly list: UseQueryResult<List>;
  /** Filter → the name of its value, for those that no field of the page shows; days and organ are named here. */
  readonly narrowed?: AddressFilters;
  /** The filters as they shall be, whole. */
  readonly onChange: (filters: AddressFilters) => void;
  readonly actions?: ReactNode;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly children: (items: List['items']) => ReactNode;
}

/** What the lists of duties have alike: tabs, states and searches in the address, an empty note, pages. */
export const DutyListPage = <Item, List extends Listed<Item>>(props: DutyListPageProps<Item, List>) => {
  const { title, lead, list, filters, states, search, choice, onChange, actions, above, below } = props;
  const { empty, narrowed, children } = props;
  const organs = useQuery({ ...organsQuery, enabled: filters['organ'] !== undefined });
  const organ = organs.data?.items.find(({ id }) => id === filters['organ'])?.name;
  const change = (next: AddressFilters): void => onChange({ ...filters, page: undefined, ...next });
  return (
    <Page title={title} lead={list.data === undefined ? ' ' : lead(list.data)} actions={actions}>
      <DutyTabs />
      {above}
      {states !== undefined && (
        <TabRow
          activeKey={filters['state'] ?? usualState}
          onChange={(next) => change({ state: next })}
          items={Object.entries(states).map(([key, label]) => ({ key, label }))}
        />
      )}
      {search !== undefined && (
        <div className="filters">
          {choice}
          <SearchField label={search} filters={filters} onChange={change} />
        </div>
      )}
      <NarrowingBar filters={filters} names={{ organ, ...narrowed }} />
      <Failure of={organs} />
      <Answer of={list} rows={8}>
        {(data) => (
          <Pages
            of={data}
            empty={<EmptyList filters={filters} empty={empty} states={states !== undefined} />}
          >
            {children(data.items)}
          </Pages>
        )}
      </Answer>
      {below}
    </Page>
  );
};

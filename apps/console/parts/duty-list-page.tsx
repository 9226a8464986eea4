import { Button, Pagination, Tabs } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AddressFilters } from '../app/address-filters.js';
import { useWords } from '../language/language.js';
import { DutyTabs } from '../pages/matters/duty-tabs.js';
import { Answer } from './answer.js';
import { EmptyNote } from './empty-note.js';
import { Page } from './page.js';
import { words } from './words.js';

interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

interface DutyListPageProps<Item> {
  readonly title: string;
  readonly lead: (total: number) => string;
  readonly empty: string;
  readonly states: Readonly<Record<string, string>>;
  readonly filters: AddressFilters;
  readonly list: UseQueryResult<Listed<Item>>;
  readonly onChange: (next: AddressFilters) => void;
  readonly actions?: ReactNode;
  readonly above?: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** What the lists of duties have alike: tabs, states in the address, an empty note, pages. */
export const DutyListPage = <Item,>(props: DutyListPageProps<Item>) => {
  const text = useWords(words);
  const { title, lead, list, filters, states, onChange, actions, above, empty, children } = props;
  return (
    <Page title={title} lead={list.data === undefined ? ' ' : lead(list.data.total)} actions={actions}>
      <DutyTabs />
      {above}
      <Tabs
        size="small"
        activeKey={filters['state'] ?? 'open'}
        onChange={(state) => onChange({ state, page: undefined })}
        items={Object.entries(states).map(([key, label]) => ({ key, label }))}
      />
      <Answer of={list} rows={6}>
        {({ items, total, page, pageSize }) =>
          items.length === 0 ? (
            <EmptyNote sentence={empty}>
              <Button onClick={() => onChange({ state: 'all', page: undefined })}>{text.seeAll}</Button>
            </EmptyNote>
          ) : (
            <>
              {children(items)}
              <Pagination
                className="pages"
                aria-label={text.pages}
                current={page}
                total={total}
                pageSize={pageSize}
                showSizeChanger={false}
                hideOnSinglePage
                onChange={(next) => onChange({ page: String(next) })}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
};

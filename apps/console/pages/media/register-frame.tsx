import type { UseQueryResult } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyList } from '../../parts/empty-list.js';
import type { Listed } from '../../parts/listed.js';
import { Pages } from '../../parts/pages.js';
import { SearchField } from '../../parts/search-field.js';
import { Sheet } from '../../parts/sheet.js';
import { words } from './words.js';

const route = getRouteApi('/media');
export const pageSize = 30;

/** What is searched for lies in the address. */
export const useRegisterFilters = () => {
  const navigate = useNavigate();
  const filters = route.useSearch();
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/media', search: { ...filters, page: undefined, ...next } });
  };
  return { filters, change };
};

interface RegisterFrameProps<Item> {
  readonly of: UseQueryResult<Listed<Item>>;
  readonly tools?: ReactNode;
  /** '' for a column of buttons. */
  readonly columns: readonly string[];
  /** A row: its cells, in the order of the columns. */
  readonly row: (item: Item) => readonly ReactNode[];
  readonly idOf: (item: Item) => string;
}

/** A searched, paged table; on a phone its rows are cards. */
export const RegisterFrame = <Item,>({ of, tools, columns, row, idOf }: RegisterFrameProps<Item>) => {
  const text = useWords(words);
  const { filters, change } = useRegisterFilters();
  return (
    <>
      <div className="filters">
        <SearchField label={text.search} filters={filters} onChange={change} />
        {tools}
      </div>
      <Answer of={of} rows={8}>
        {(data) => (
          <Pages of={data} empty={<EmptyList filters={filters} empty={text.nobody} />}>
            <Sheet
              className="register-table"
              heads={columns}
              rows={data.items.map((item) => ({ key: idOf(item), cells: row(item) }))}
            />
          </Pages>
        )}
      </Answer>
    </>
  );
};

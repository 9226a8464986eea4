import { Input, Pagination } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { usePhone } from '../../parts/use-phone.js';
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

interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly page: number;
}

interface RegisterFrameProps<Item> {
  readonly of: UseQueryResult<Listed<Item>>;
  readonly tools?: ReactNode;
  readonly columns: readonly string[];
  /** A row: its cells, in the order of the columns. */
  readonly row: (item: Item) => readonly ReactNode[];
  readonly idOf: (item: Item) => string;
}

type RowsProps<Item> = Pick<RegisterFrameProps<Item>, 'columns' | 'row' | 'idOf'> & {
  readonly items: readonly Item[];
};

const Rows = <Item,>({ items, columns, row, idOf }: RowsProps<Item>) =>
  usePhone() ? (
    <ul className="cards">
      {items.map((item) => (
        <li key={idOf(item)} className="card register-card">
          {row(item).map((cell, index) => (
            <div key={columns[index]}>
              {index > 0 && index < columns.length - 1 && <small className="quiet">{columns[index]} </small>}
              {cell}
            </div>
          ))}
        </li>
      ))}
    </ul>
  ) : (
    <div className="table-frame">
      <table className="table register-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={idOf(item)}>
              {row(item).map((cell, index) => (
                <td key={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

/** A searched, paged table; on a phone its rows are cards. */
export const RegisterFrame = <Item,>({ of, tools, columns, row, idOf }: RegisterFrameProps<Item>) => {
  const text = useWords(words);
  const { filters, change } = useRegisterFilters();
  return (
    <>
      <div className="filters">
        <Input.Search
          className="filter-search"
          allowClear
          placeholder={text.search}
          aria-label={text.search}
          defaultValue={filters['q'] ?? ''}
          onSearch={(q) => change({ q: q.trim() === '' ? undefined : q.trim() })}
        />
        {tools}
      </div>
      <Answer of={of} rows={8}>
        {({ items, total, page }) =>
          items.length === 0 ? (
            <EmptyNote sentence={text.empty} />
          ) : (
            <>
              <Rows items={items} columns={columns} row={row} idOf={idOf} />
              <Pagination
                className="pages"
                aria-label={text.pages}
                current={page}
                total={total}
                pageSize={pageSize}
                showSizeChanger={false}
                hideOnSinglePage
                onChange={(next) => change({ page: String(next) })}
              />
            </>
          )
        }
      </Answer>
    </>
  );
};

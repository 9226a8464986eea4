import { Button, Pagination, Select, Tabs } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { findingGroupsQuery } from '../../api/questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { usePhone } from '../../parts/use-phone.js';
import { GroupTable } from './group-table.js';
import { words } from './words.js';

const route = getRouteApi('/conflicts');
const pageSize = 30;
/** What waits comes first: without a state in the address, only open conflicts are listed. */
const usual = 'open';

export const ConflictsPage = () => {
  const text = useWords(words);
  const { kinds, states } = useWords(conflictWords);
  const phone = usePhone();
  const navigate = useNavigate();
  const filters = route.useSearch();
  const state = filters['state'] ?? usual;
  const list = useQuery(
    findingGroupsQuery({ ...filters, pageSize, state: state === 'all' ? undefined : state }),
  );
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/conflicts', search: { ...filters, page: undefined, ...next } });
  };
  const kindChoice = (
    <Select
      aria-label={text.kind}
      className="kind-choice"
      value={filters['kind'] ?? ''}
      onChange={(kind) => change({ kind: kind === '' ? undefined : kind })}
      options={[
        { value: '', label: text.anyKind },
        ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
      ]}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <Page title={text.title} lead={list.data === undefined ? ' ' : text.total(list.data.total)}>
      <Tabs
        activeKey={state}
        onChange={(key) => change({ state: key })}
        items={[...Object.entries(states), ['all', text.all] as const].map(([key, label]) => ({
          key,
          label,
        }))}
        tabBarExtraContent={phone ? null : kindChoice}
      />
      {phone && kindChoice}
      <Answer of={list} rows={10}>
        {({ items, total, page }) =>
          items.length === 0 ? (
            <EmptyNote sentence={state === usual ? text.empty : text.emptyFiltered}>
              <Button onClick={() => change({ state: 'all', kind: undefined })}>{text.seeAll}</Button>
            </EmptyNote>
          ) : (
            <>
              <GroupTable groups={items} />
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
    </Page>
  );
};

import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { findingGroupsQuery } from '../../api/questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyList } from '../../parts/empty-list.js';
import { Page } from '../../parts/page.js';
import { inState, usualState } from '../../parts/in-state.js';
import { optionsOf } from '../../parts/options-of.js';
import { Pages } from '../../parts/pages.js';
import { TabRow } from '../../parts/tab-row.js';
import { GroupTable } from './group-table.js';
import { words } from './words.js';

const route = getRouteApi('/conflicts');

export const ConflictsPage = () => {
  const text = useWords(words);
  const { kinds, states } = useWords(conflictWords);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const state = filters['state'] ?? usualState;
  const list = useQuery(findingGroupsQuery(inState(filters)));
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/conflicts', search: { ...filters, page: undefined, ...next } });
  };
  return (
    <Page title={text.title} lead={list.data === undefined ? ' ' : text.total(list.data.total)}>
      <div className="tabs-row">
        <TabRow
          activeKey={state}
          onChange={(key) => change({ state: key })}
          items={[...Object.entries(states), ['all', text.all] as const].map(([key, label]) => ({
            key,
            label,
          }))}
        />
        <Select
          aria-label={text.kind}
          className="kind-choice"
          value={filters['kind'] ?? ''}
          onChange={(kind) => change({ kind: kind === '' ? undefined : kind })}
          options={[{ value: '', label: text.anyKind }, ...optionsOf(kinds)]}
          popupMatchSelectWidth={false}
        />
      </div>
      <Answer of={list} rows={10}>
        {(data) => (
          <Pages of={data} empty={<EmptyList filters={filters} empty={text.empty} states />}>
            <GroupTable groups={data.items} />
          </Pages>
        )}
      </Answer>
    </Page>
  );
};

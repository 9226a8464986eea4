import { Button, Input, Pagination, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { conferencesQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { DutyTabs } from '../matters/duty-tabs.js';
import { mayOpenMatters } from '../matters/may-open-matters.js';
import { ConferenceDialog } from './conference-dialog.js';
import { ConferenceTable } from './conference-table.js';
import { RoutinePanel } from './routine-panel.js';
import { words } from './words.js';

const route = getRouteApi('/conferences');
const pageSize = 30;

export const ConferencesPage = () => {
  const text = useWords(words);
  const session = useSession().data;
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [planning, setPlanning] = useState(false);
  const list = useQuery(conferencesQuery({ ...filters, pageSize }));
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/conferences', search: { ...filters, page: undefined, ...next } });
  };
  const filtered = filters['state'] !== undefined || filters['q'] !== undefined;
  return (
    <Page
      title={text.title}
      lead={list.data === undefined ? ' ' : text.lead(list.data.total)}
      actions={
        mayOpenMatters(session) && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {text.plan}
          </Button>
        )
      }
    >
      <DutyTabs />
      <div className="conference-filters">
        <Select
          aria-label={text.state}
          value={filters['state'] ?? ''}
          options={[
            { value: '', label: text.all },
            ...Object.entries(text.states).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(state) => change({ state: state === '' ? undefined : state })}
        />
        <Input.Search
          aria-label={text.search}
          placeholder={text.search}
          allowClear
          defaultValue={filters['q'] ?? ''}
          onSearch={(q) => change({ q: q.trim() === '' ? undefined : q.trim() })}
        />
      </div>
      <Answer of={list} rows={6}>
        {({ items, total, page }) =>
          items.length === 0 ? (
            <EmptyNote sentence={filtered ? text.emptyFiltered : text.empty}>
              {filtered && (
                <Button onClick={() => change({ state: undefined, q: undefined })}>{text.seeAll}</Button>
              )}
            </EmptyNote>
          ) : (
            <>
              <ConferenceTable conferences={items} />
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
      <RoutinePanel />
      {planning && (
        <ConferenceDialog
          conference={null}
          onClose={() => setPlanning(false)}
          onSaved={(id) => void navigate({ to: '/conferences/$id', params: { id } })}
        />
      )}
    </Page>
  );
};

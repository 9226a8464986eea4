import { Button, Input, Pagination, Tabs } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { incidentsQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { DutyTabs } from '../matters/duty-tabs.js';
import { mayOpenMatters } from '../matters/may-open-matters.js';
import { DeedDialog } from './deed-dialog.js';
import { IncidentTable } from './incident-table.js';
import { words } from './words.js';

const route = getRouteApi('/incidents');
const pageSize = 30;
const usual = 'open';

export const IncidentsPage = () => {
  const text = useWords(words);
  const session = useSession().data;
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [reporting, setReporting] = useState(false);
  const state = filters['state'] ?? usual;
  const list = useQuery(incidentsQuery({ ...filters, pageSize, state: state === 'all' ? undefined : state }));
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/incidents', search: { ...filters, page: undefined, ...next } });
  };
  return (
    <Page
      title={text.title}
      lead={list.data === undefined ? ' ' : text.lead(list.data.total)}
      actions={
        mayOpenMatters(session) && (
          <Button type="primary" onClick={() => setReporting(true)}>
            {text.report}
          </Button>
        )
      }
    >
      <DutyTabs />
      <Tabs
        activeKey={state}
        onChange={(key) => change({ state: key })}
        items={Object.entries(text.states).map(([key, label]) => ({ key, label }))}
      />
      <Input.Search
        className="matter-search"
        allowClear
        placeholder={text.search}
        aria-label={text.search}
        defaultValue={filters['q'] ?? ''}
        onSearch={(q) => change({ q: q.trim() === '' ? undefined : q.trim() })}
      />
      <Answer of={list} rows={8}>
        {({ items, total, page }) =>
          items.length === 0 ? (
            <EmptyNote
              sentence={state === usual && filters['q'] === undefined ? text.empty : text.emptyFiltered}
            >
              <Button onClick={() => change({ state: 'all', q: undefined })}>{text.seeAll}</Button>
            </EmptyNote>
          ) : (
            <>
              <IncidentTable incidents={items} />
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
      {reporting && (
        <DeedDialog
          deed="report"
          incidentId=""
          onClose={() => setReporting(false)}
          onSaved={({ id }) => void navigate({ to: '/incidents/$id', params: { id } })}
        />
      )}
    </Page>
  );
};

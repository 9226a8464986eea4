import { Button, Input, Pagination, Tabs } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { interviewsQuery } from '../../api/press-questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { DutyTabs } from '../matters/duty-tabs.js';
import { InterviewTable } from './interview-table.js';
import { RegisterDialog } from './register-dialog.js';
import { words } from './words.js';

const route = getRouteApi('/interviews');
const pageSize = 30;
const usual = 'open';

export const InterviewsPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [registering, setRegistering] = useState(false);
  const state = filters['state'] ?? usual;
  const list = useQuery(
    interviewsQuery({ ...filters, pageSize, state: state === 'all' ? undefined : state }),
  );
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/interviews', search: { ...filters, page: undefined, ...next } });
  };
  return (
    <Page
      title={text.title}
      lead={list.data === undefined ? ' ' : text.lead(list.data.total, list.data.alarmHours)}
      actions={
        <Button type="primary" onClick={() => setRegistering(true)}>
          {text.register}
        </Button>
      }
    >
      <DutyTabs />
      <Tabs
        size="small"
        activeKey={state}
        onChange={(key) => change({ state: key })}
        items={Object.entries(text.filters).map(([key, label]) => ({ key, label }))}
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
            <EmptyNote sentence={state === usual ? text.empty : text.emptyFiltered}>
              <Button onClick={() => change({ state: 'all', q: undefined })}>{text.seeAll}</Button>
            </EmptyNote>
          ) : (
            <>
              <InterviewTable interviews={items} />
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
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </Page>
  );
};

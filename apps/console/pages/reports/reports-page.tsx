import { serverDate } from '../../api/server-clock.js';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReportName } from '../../api/contract.js';
import { reportQuery } from '../../api/report-questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Answer, Failure } from '../../parts/answer.js';
import { wallTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { TabRow } from '../../parts/tab-row.js';
import { ClosedTab } from './closed-tab.js';
import { ReportBar } from './report-bar.js';
import { daysOf, type Days } from './report-days.js';
import { ReportHead } from './report-head.js';
import { ReportTable } from './report-table.js';
import { useOrganChoice } from './use-organ-choice.js';
import { words } from './words.js';

const route = getRouteApi('/reports');

const Shown = ({ name, days, organ }: { name: ReportName; days: Days; organ: string }) => {
  const report = useQuery(reportQuery(name, { ...days, organ }));
  return (
    <Answer of={report} rows={10}>
      {(read) => (
        <>
          <ReportHead report={read} />
          {read.content.tables.map((table) => (
            <ReportTable key={table.id} table={table} content={read.content} />
          ))}
        </>
      )}
    </Answer>
  );
};

/** What was done, as numbers that open their rows; tab, period and organ stand in the address. */
export const ReportsPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const names = Object.keys(text.tabs) as (keyof typeof text.tabs)[];
  const tab = names.find((name) => name === filters['tab']) ?? 'consistency';
  const days = daysOf({ from: filters['from'], to: filters['to'] }, tab, wallTime(serverDate()));
  const { question, options, organ } = useOrganChoice(filters['organ']);
  const go = (search: AddressFilters): void =>
    void navigate({ to: '/reports', search: { ...filters, page: undefined, ...search } });
  return (
    <Page title={text.title} lead={text.lead}>
      <TabRow
        activeKey={tab}
        onChange={(key) => go({ tab: key })}
        items={names.map((key) => ({ key, label: text.tabs[key] }))}
      />
      <Failure of={question} />
      {tab === 'closed' ? (
        <ClosedTab page={Number(filters['page'] ?? 1)} />
      ) : organ === undefined ? (
        question.data !== undefined && <EmptyNote sentence={text.noOrgan} />
      ) : (
        <>
          <ReportBar days={days} organ={organ} organs={options} onChange={go} />
          <Shown name={tab} days={days} organ={organ} />
        </>
      )}
    </Page>
  );
};

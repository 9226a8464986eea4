import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FrozenView } from '../../api/contract.js';
import { frozenReportQuery } from '../../api/report-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { StateTag } from '../../parts/state-tag.js';
import { ExportMenu } from './export-menu.js';
import { ReportTable } from './report-table.js';
import { words } from './words.js';

const route = getRouteApi('/reports/closed/$id');

/** What would be counted otherwise today: beside the report, never in it. */
const Differences = ({ report }: { report: FrozenView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { differences } = report;
  return (
    <section className="panel">
      {report.intact ? (
        <StateTag tone="success">{text.intact(report.rows)}</StateTag>
      ) : (
        <StateTag tone="error">{text.broken}</StateTag>
      )}
      <p>{differences.length === 0 ? text.sameNow : text.differs(differences.length)}</p>
      {differences.length > 0 && (
        <Sheet
          heads={text.differenceHeads}
          rows={differences.map(({ table, row, column, was, now }, at) => ({
            key: String(at),
            cells: [table[language], row[language], column[language], String(was), String(now)],
          }))}
        />
      )}
      <p className="quiet">
        {text.digest} <code className="report-digest">{report.digest}</code>
      </p>
    </section>
  );
};

export const ClosedReportPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { id } = route.useParams();
  const report = useQuery(frozenReportQuery(id));
  return (
    <PageAnswer of={report}>
      {(read) => (
        <Page
          title={read.title[language]}
          lead={`${read.from} – ${read.to} · ${read.organ?.name ?? text.wholeCity} · ${text.closedBy(read.closedBy, cityTime(read.closedAt, language))}`}
          crumbs={
            <Link to="/reports" search={{ tab: 'closed' }}>
              {text.closedTitle}
            </Link>
          }
          actions={<ExportMenu name={text.exportAll} content={read.content} frozen={id} />}
        >
          <Differences report={read} />
          {read.content.tables.map((table) => (
            <ReportTable key={table.id} table={table} content={read.content} frozen={id} />
          ))}
        </Page>
      )}
    </PageAnswer>
  );
};

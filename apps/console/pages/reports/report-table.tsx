import { Link } from '@tanstack/react-router';
import {
  barsOf,
  ChartPicture,
  columnsOf,
  mostBars,
  type ChartLook,
} from '../../../../libs/template/chart/index.js';
import type { FilterView, ReportContent, ReportTable as Table } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { usePhone } from '../../parts/use-media.js';
import { ExportMenu } from './export-menu.js';
import { opens } from './opens.js';
import { words } from './words.js';

/** The colours of the console’s own theme. */
const look: ChartLook = {
  series: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `var(--chart-${number})`),
  ...{ paper: 'var(--paper)', text: 'var(--text)', quiet: 'var(--quiet)', rule: 'var(--line)' },
};

interface TableProps {
  readonly table: Table;
  readonly content: ReportContent;
  readonly frozen?: string;
}

/** A chart says nothing that its table does not: who hears it hears the table. */
const Chart = ({ table }: { table: Table }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const width = usePhone() ? 330 : 720;
  if (table.chart === null) return null;
  const data = {
    columns: table.columns.map(({ label }) => label[language]),
    rows: table.rows.map(({ label, values }) => ({ label: label[language], values })),
  };
  const drawing = table.chart === 'bars' ? barsOf(data, width) : columnsOf(data, width);
  if (drawing === null) return null;
  return (
    <figure className="report-chart">
      <ChartPicture
        drawing={drawing}
        title={text.picture(table.title[language])}
        look={look}
        fontFamily="inherit"
      />
      {table.chart === 'bars' && table.rows.length > mostBars && (
        <figcaption className="quiet">{text.firstOnes(mostBars)}</figcaption>
      )}
    </figure>
  );
};

interface NumberProps extends Omit<TableProps, 'table'> {
  readonly value: number;
  readonly filter: FilterView;
  /** For whoever hears the link without its row and column. */
  readonly of: string;
}

const CountedLink = ({ value, filter, of, content, frozen }: NumberProps) => {
  if (value === 0) return <span className="quiet">0</span>;
  const { from, to, organ } = content;
  const opened = opens({ filter, days: { from, to }, organ: organ?.id, frozen });
  return (
    <Link to={opened.to} search={opened.search} aria-label={`${of} ${value}`}>
      {value}
    </Link>
  );
};

const Numbers = ({ table, ...report }: TableProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const title = table.title[language];
  const summed = table.total !== null;
  return (
    <div className="table-frame report-numbers" tabIndex={0} role="region" aria-label={title}>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{table.head[language]}</th>
            {table.columns.map(({ key, label }) => (
              <th key={key} scope="col" className="figure">
                {label[language]}
              </th>
            ))}
            {summed && (
              <th scope="col" className="figure">
                {text.total}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label[language]}</th>
              {table.columns.map((column, at) => (
                <td key={column.key} className="figure">
                  <CountedLink
                    {...report}
                    value={row.values[at] ?? 0}
                    filter={{ ...table.filter, ...row.filter, ...column.filter }}
                    of={`${row.label[language]} ${column.label[language]}`}
                  />
                </td>
              ))}
              {row.total !== null && (
                <td className="figure">
                  <CountedLink
                    {...report}
                    value={row.total}
                    filter={{ ...table.filter, ...row.filter }}
                    of={`${row.label[language]} ${text.total}`}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {table.totals !== null && (
          <tfoot>
            <tr>
              <th scope="row">{text.total}</th>
              {table.totals.map((value, at) => (
                <td key={table.columns[at]?.key ?? at} className="figure">
                  {value}
                </td>
              ))}
              {table.total !== null && <td className="figure">{table.total}</td>}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};

/** One table of a report with its chart and its export. */
export const ReportTable = ({ table, content, frozen }: TableProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const title = table.title[language];
  return (
    <section className="panel report-table">
      <div className="panel-head">
        <h2>{title}</h2>
        {frozen === undefined && (
          <ExportMenu name={text.exportTable(title)} content={content} table={table.id} size="small" />
        )}
      </div>
      {table.note !== null && <p className="quiet">{table.note[language]}</p>}
      {table.rows.length === 0 || table.total === 0 ? (
        <EmptyNote sentence={text.nothing} />
      ) : (
        <>
          <Chart table={table} />
          <Numbers {...{ table, content }} {...(frozen === undefined ? {} : { frozen })} />
        </>
      )}
    </section>
  );
};

import type { IncidentView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { usePhone } from '../../parts/use-media.js';
import { FigureCells, FigureHeads, FigureLine } from './figure-cells.js';
import { words } from './words.js';

type Records = IncidentView['figures'];

const Source = ({ record }: { record: Records[number] }) => {
  const text = useWords(words);
  return (
    <>
      {record.source} · {record.recordedBy.name}
      {record.reason !== '' && <p className="quiet">{text.reduced(record.reason)}</p>}
    </>
  );
};

const Table = ({ records }: { records: Records }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{text.asOf}</th>
            <FigureHeads rows={records} />
            <th scope="col">{text.source}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={`${record.asOf} ${record.recordedAt}`}>
              <td>{cityTime(record.asOf, language)}</td>
              <FigureCells rows={records} row={record} />
              <td>
                <Source record={record} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const List = ({ records }: { records: Records }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <ul className="line-list">
      {records.map((record) => (
        <li key={`${record.asOf} ${record.recordedAt}`}>
          <p className="quiet">
            {text.asOf} {cityTime(record.asOf, language)}
          </p>
          <FigureLine row={record} />
          <Source record={record} />
        </li>
      ))}
    </ul>
  );
};

/** What was known, from whom, as of when. */
export const SheetPanel = ({ incident: { figures } }: { incident: IncidentView }) => {
  const text = useWords(words);
  const phone = usePhone();
  const filled = phone ? <List records={figures} /> : <Table records={figures} />;
  return (
    <section className="panel">
      <h2>{text.sheet}</h2>
      {figures.length === 0 ? <p className="quiet">{text.noSheet}</p> : filled}
    </section>
  );
};

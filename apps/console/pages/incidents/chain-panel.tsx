import { Link } from '@tanstack/react-router';
import type { IncidentView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { usePhone } from '../../parts/use-media.js';
import { FigureCells, FigureHeads, FigureLine } from './figure-cells.js';
import { words } from './words.js';

type Entry = IncidentView['chain'][number];

const Name = ({ entry }: { entry: Entry }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <>
      <strong>{language === 'en' ? entry.labelEn : entry.label}</strong>{' '}
      <Link to="/releases/$id" params={{ id: entry.releaseId }} className="title-link">
        {entry.title}
      </Link>
      <p className="quiet">
        {entry.organ.shortName} · {cityTime(entry.releasedAt, language)}
        {!entry.counts && ` · ${text.otherOrgan}`}
        {entry.responsible.id !== entry.organ.id && ` · ${text.attributed(entry.responsible.shortName)}`}
      </p>
      {entry.reductions.map((reason) => (
        <p key={reason} className="quiet">
          {text.reduced(reason)}
        </p>
      ))}
    </>
  );
};

const Table = ({ chain }: { chain: readonly Entry[] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{text.release}</th>
            <th scope="col">{text.asOf}</th>
            <FigureHeads rows={chain} />
          </tr>
        </thead>
        <tbody>
          {chain.map((entry) => (
            <tr key={entry.releaseId}>
              <td>
                <Name entry={entry} />
              </td>
              <td>{cityTime(entry.asOf, language)}</td>
              <FigureCells rows={chain} row={entry} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const List = ({ chain }: { chain: readonly Entry[] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <ul className="line-list">
      {chain.map((entry) => (
        <li key={entry.releaseId}>
          <Name entry={entry} />
          <FigureLine row={entry} />
          <p className="quiet">
            {text.asOf} {cityTime(entry.asOf, language)}
          </p>
        </li>
      ))}
    </ul>
  );
};

/** The numbered chain with its figures over time. */
export const ChainPanel = ({ incident: { chain } }: { incident: IncidentView }) => {
  const text = useWords(words);
  const phone = usePhone();
  const filled = phone ? <List chain={chain} /> : <Table chain={chain} />;
  return (
    <section className="panel">
      <h2>{text.chain}</h2>
      {chain.length === 0 ? <p className="quiet">{text.noChain}</p> : filled}
    </section>
  );
};

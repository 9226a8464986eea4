import { Link } from '@tanstack/react-router';
import type { FindingSummary } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { FindingStateTag } from '../../parts/finding-state.js';
import { usePhone } from '../../parts/use-phone.js';
import { words } from './words.js';

interface FindingProps {
  readonly finding: FindingSummary;
}

const What = ({ finding }: FindingProps) => {
  const { kinds } = useWords(conflictWords);
  return (
    <>
      <Link to="/conflicts/$id" params={{ id: finding.id }} className="title-link">
        {kinds[finding.kind]}
        {finding.matter !== null && `：${finding.matter.title}`}
      </Link>
      <p className="explanation">{finding.explanation}</p>
    </>
  );
};

const Named = ({ finding }: FindingProps) => {
  const text = useWords(words);
  return (
    <ul className="named-releases">
      {finding.releases.map((release, index) => (
        <li key={release.id}>
          <span className="side">{text.side(index)}</span> {release.title}
          <small className="quiet"> {release.organ.shortName}</small>
        </li>
      ))}
    </ul>
  );
};

const Ruling = ({ finding }: FindingProps) => {
  const { rulings } = useWords(conflictWords);
  return finding.ruling === null ? null : <p className="quiet">{rulings[finding.ruling.ruling]}</p>;
};

const Row = ({ finding }: FindingProps) => {
  const { language } = useLanguage();
  return (
    <tr>
      <td className="what">
        <What finding={finding} />
      </td>
      <td>
        <Named finding={finding} />
      </td>
      <td>
        <FindingStateTag finding={finding} />
        <Ruling finding={finding} />
      </td>
      <td className="clock">{cityTime(finding.raisedAt, language)}</td>
    </tr>
  );
};

const Cards = ({ findings }: { findings: readonly FindingSummary[] }) => {
  const { language } = useLanguage();
  return (
    <ul className="cards">
      {findings.map((finding) => (
        <li key={finding.id} className="card">
          <div className="card-head">
            <FindingStateTag finding={finding} />
            <span className="clock">{cityTime(finding.raisedAt, language)}</span>
          </div>
          <What finding={finding} />
          <Named finding={finding} />
        </li>
      ))}
    </ul>
  );
};

export const FindingTable = ({ findings }: { findings: readonly FindingSummary[] }) => {
  const text = useWords(words);
  if (usePhone()) return <Cards findings={findings} />;
  return (
    <div className="table-frame">
      <table className="table finding-table">
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.releases}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.raised}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <Row key={finding.id} finding={finding} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

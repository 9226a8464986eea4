import { Link } from '@tanstack/react-router';
import type { MatterSummary } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { LineText } from '../../parts/line-text.js';
import { MatterClock } from '../../parts/matter-clock.js';
import { usePhone } from '../../parts/use-media.js';
import { words } from './words.js';

interface MatterProps {
  readonly matter: MatterSummary;
}

const Name = ({ matter }: MatterProps) => {
  const text = useWords(words);
  const { kinds } = useWords(releaseWords);
  return (
    <>
      <Link to="/matters/$id" params={{ id: matter.id }} className="title-link">
        {matter.title}
      </Link>
      <p className="quiet">
        {kinds[matter.kind]}
        {matter.trigger !== null && ` · ${text.triggers[matter.trigger]}`}
        {matter.closedReason !== null && ` · ${text.closed(matter.closedReason)}`}
      </p>
    </>
  );
};

const Lines = ({ matter }: MatterProps) => {
  const text = useWords(words);
  if (matter.lines.length === 0) return <span className="quiet">{text.noLine}</span>;
  return (
    <ul className="line-list">
      {matter.lines.map((line) => (
        <li key={`${line.attribute} ${line.about} ${line.value}`}>
          <LineText line={line} />
        </li>
      ))}
    </ul>
  );
};

const Cards = ({ matters }: { matters: readonly MatterSummary[] }) => {
  const text = useWords(words);
  return (
    <ul className="cards">
      {matters.map((matter) => (
        <li key={matter.id} className="card">
          <Name matter={matter} />
          <p>
            <MatterClock
              matter={matter}
              basis={matter.trigger === null ? undefined : text.triggers[matter.trigger]}
            />
          </p>
          <p className="quiet">
            {text.owner} {matter.owner.name} ·{' '}
            {text.releaseCount(matter.releases.released, matter.releases.total)}
          </p>
          <Lines matter={matter} />
        </li>
      ))}
    </ul>
  );
};

export const MatterTable = ({ matters }: { matters: readonly MatterSummary[] }) => {
  const text = useWords(words);
  if (usePhone()) return <Cards matters={matters} />;
  return (
    <div className="table-frame">
      <table className="table matter-table">
        <thead>
          <tr>
            <th scope="col">{text.matter}</th>
            <th scope="col">{text.owner}</th>
            <th scope="col">{text.clock}</th>
            <th scope="col">{text.line}</th>
            <th scope="col">{text.releases}</th>
          </tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <tr key={matter.id}>
              <td>
                <Name matter={matter} />
              </td>
              <td>{matter.owner.shortName}</td>
              <td>
                <MatterClock
                  matter={matter}
                  basis={matter.trigger === null ? undefined : text.triggers[matter.trigger]}
                />
              </td>
              <td>
                <Lines matter={matter} />
              </td>
              <td className="number">{text.releaseCount(matter.releases.released, matter.releases.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

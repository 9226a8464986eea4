import { Link } from '@tanstack/react-router';
import type { IncidentSummary } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { RowClocks } from '../../parts/clock-basis.js';
import { DueClock } from '../../parts/due-clock.js';
import { usePhone } from '../../parts/use-media.js';
import { LevelTag } from './level-tag.js';
import { words } from './words.js';

interface IncidentProps {
  readonly incident: IncidentSummary;
}

const Name = ({ incident }: IncidentProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <>
      <Link to="/incidents/$id" params={{ id: incident.id }} className="title-link">
        {incident.title}
      </Link>
      <p className="quiet">
        {text.kinds[incident.kind]} · {incident.place} · {cityTime(incident.occurredAt, language)}
      </p>
    </>
  );
};

const Clock = ({ incident: { id, title, dueAt } }: IncidentProps) => {
  const text = useWords(words);
  if (dueAt === null) return <span className="quiet">{text.noClock}</span>;
  return (
    <>
      <DueClock dueAt={dueAt} ended={false} />
      <RowClocks kind="incident" id={id} name={title} />
    </>
  );
};

export const IncidentTable = ({ incidents }: { incidents: readonly IncidentSummary[] }) => {
  const text = useWords(words);
  if (usePhone())
    return (
      <ul className="cards">
        {incidents.map((incident) => (
          <li key={incident.id} className="card">
            <Name incident={incident} />
            <p>
              <LevelTag incident={incident} />
            </p>
            <Clock incident={incident} />
            <p className="quiet">
              {text.responsible} {incident.responsible.name}
            </p>
          </li>
        ))}
      </ul>
    );
  return (
    <div className="table-frame">
      <table className="table matter-table">
        <thead>
          <tr>
            <th scope="col">{text.incident}</th>
            <th scope="col">{text.levelTitle}</th>
            <th scope="col">{text.responsible}</th>
            <th scope="col">{text.clock}</th>
            <th scope="col">{text.releases}</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => (
            <tr key={incident.id}>
              <td>
                <Name incident={incident} />
              </td>
              <td>
                <LevelTag incident={incident} />
              </td>
              <td>{incident.responsible.shortName}</td>
              <td>
                <Clock incident={incident} />
              </td>
              <td className="number">{incident.releases}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

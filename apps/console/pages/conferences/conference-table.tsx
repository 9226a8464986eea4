import { useDuty } from '../../parts/use-duty.js';
import { Link } from '@tanstack/react-router';
import type { ConferenceSummary } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { usePhone } from '../../parts/use-media.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { ClockTag } from './clock-tag.js';
import { ConferenceStateTag } from './conference-state.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const Name = ({ conference }: { conference: ConferenceSummary }) => {
  const text = useWords(words);
  const marks = [
    text.kinds[conference.kind],
    ...(conference.emergency ? [text.emergency] : []),
    ...(conference.major ? [text.major] : []),
    ...(conference.number === null ? [] : [conference.number]),
  ];
  return (
    <>
      <Link to="/conferences/$id" params={{ id: conference.id }} className="title-link">
        {conference.theme}
      </Link>
      <p className="quiet">{marks.join(' · ')}</p>
    </>
  );
};

const Clock = ({ conference }: { conference: ConferenceSummary }) => {
  const { language } = useLanguage();
  const dutyOf = useDuty();
  const { aside } = usePunctuation();
  const text = useWords(words);
  if (conference.clock === null) return <span className="quiet">{text.noClock}</span>;
  return (
    <>
      <ClockTag clock={conference.clock} />
      <p className="quiet">
        {dutyOf(conference.clock)}
        {aside(cited(conference.clock.article, language))}
      </p>
    </>
  );
};

const Cards = ({ conferences }: { conferences: readonly ConferenceSummary[] }) => {
  const { language } = useLanguage();
  return (
    <ul className="cards">
      {conferences.map((conference) => (
        <li key={conference.id} className="card">
          <Name conference={conference} />
          <p>
            <ConferenceStateTag state={conference.state} />
          </p>
          <p className="quiet">
            {cityTime(conference.startsAt, language)} · {conference.place} · {conference.organ.shortName}
          </p>
          <Clock conference={conference} />
        </li>
      ))}
    </ul>
  );
};

export const ConferenceTable = ({ conferences }: { conferences: readonly ConferenceSummary[] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (usePhone()) return <Cards conferences={conferences} />;
  return (
    <div className="table-frame">
      <table className="table matter-table">
        <thead>
          <tr>
            <th scope="col">{text.conference}</th>
            <th scope="col">{text.organ}</th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.clock}</th>
          </tr>
        </thead>
        <tbody>
          {conferences.map((conference) => (
            <tr key={conference.id}>
              <td>
                <Name conference={conference} />
              </td>
              <td>{conference.organ.shortName}</td>
              <td>
                {cityTime(conference.startsAt, language)}
                <p className="quiet">{conference.place}</p>
              </td>
              <td>
                <ConferenceStateTag state={conference.state} />
              </td>
              <td>
                <Clock conference={conference} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

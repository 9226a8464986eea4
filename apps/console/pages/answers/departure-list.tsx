import { Explanation } from '../../parts/explanation.js';
import { Link } from '@tanstack/react-router';
import type { DepartureView } from '../../api/press-contract.js';

/** Where an answer says something else than the agreed line or a released text. */
export const DepartureList = ({ departures }: { departures: readonly DepartureView[] }) => (
  <ul className="reason-list">
    {departures.map(({ explanation, explanationEn, releases }) => (
      <li key={explanation}>
        <Explanation of={{ explanation, ...(explanationEn === undefined ? {} : { explanationEn }) }} />
        {releases.map(({ id, title, organName }) => (
          <p key={id}>
            <Link to="/releases/$id" params={{ id }}>
              {title}
            </Link>{' '}
            <span className="quiet">{organName}</span>
          </p>
        ))}
      </li>
    ))}
  </ul>
);

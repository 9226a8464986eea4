import type { ReleaseSummary } from '../../api/contract.js';
import { ReleaseStateTag } from '../../parts/release-state.js';
import { ConflictBadge, ReleaseOrgans, ReleaseTime, ReleaseTitle } from './release-facts.js';

export const ReleaseCards = ({ releases }: { releases: readonly ReleaseSummary[] }) => (
  <ul className="cards">
    {releases.map((release) => (
      <li key={release.id} className="card">
        <div className="card-head">
          <ReleaseStateTag release={release} />
          <ReleaseTime release={release} />
        </div>
        <ReleaseTitle release={release} />
        <div className="card-foot">
          <span className="number">{release.number}</span>
          <ReleaseOrgans release={release} />
          <ConflictBadge release={release} />
        </div>
      </li>
    ))}
  </ul>
);

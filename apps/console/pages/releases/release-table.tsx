import type { ReleaseSummary } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { ReleaseStateTag } from '../../parts/release-state.js';
import { ConflictBadge, ReleaseOrgans, ReleaseTime, ReleaseTitle } from './release-facts.js';
import { words } from './words.js';

const Row = ({ release }: { release: ReleaseSummary }) => {
  const { kinds } = useWords(releaseWords);
  return (
    <tr>
      <td className="number">{release.number}</td>
      <td>
        <ReleaseTitle release={release} /> <ConflictBadge release={release} />
      </td>
      <td>
        <ReleaseOrgans release={release} />
      </td>
      <td>{kinds[release.kind]}</td>
      <td>
        <ReleaseStateTag release={release} />
      </td>
      <td>
        <ReleaseTime release={release} />
      </td>
    </tr>
  );
};

export const ReleaseTable = ({ releases }: { releases: readonly ReleaseSummary[] }) => {
  const text = useWords(words);
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.heading}</th>
            <th scope="col">{text.releaser}</th>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.time}</th>
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <Row key={release.id} release={release} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

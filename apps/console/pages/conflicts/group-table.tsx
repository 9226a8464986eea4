import { Explanation } from '../../parts/explanation.js';
import { Link } from '@tanstack/react-router';
import type { FindingGroupSummary } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { FindingStateTag } from '../../parts/finding-state.js';
import { usePhone } from '../../parts/use-media.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

interface GroupProps {
  readonly group: FindingGroupSummary;
}

const What = ({ group }: GroupProps) => {
  const { aside, listed } = usePunctuation();
  const text = useWords(words);
  const { kinds, attributes } = useWords(conflictWords);
  const what = listed(group.kinds.map(({ kind, count }) => text.kindCount(kinds[kind], count)));
  const facts = listed(group.attributes.map((attribute) => attributes[attribute] ?? attribute));
  return (
    <>
      <Link to="/conflicts/groups/$id" params={{ id: group.id }} className="title-link">
        {group.title}
      </Link>
      <p>
        {what}
        {facts !== '' && <span className="quiet">{aside(facts)}</span>}
      </p>
      <p className="explanation">
        <Explanation of={group} />
      </p>
    </>
  );
};

const Concerned = ({ group }: GroupProps) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  return (
    <>
      {group.releases > 0 && <p className="number">{text.textCount(group.releases)}</p>}
      <p className="quiet">{listed(group.organs.map(({ shortName }) => shortName))}</p>
    </>
  );
};

const Cards = ({ groups }: { groups: readonly FindingGroupSummary[] }) => {
  const { language } = useLanguage();
  return (
    <ul className="cards">
      {groups.map((group) => (
        <li key={group.id} className="card">
          <div className="card-head">
            <FindingStateTag finding={group} />
            <span className="clock">{cityTime(group.raisedAt, language)}</span>
          </div>
          <What group={group} />
          <Concerned group={group} />
        </li>
      ))}
    </ul>
  );
};

/** One row a matter, however many findings it has. */
export const GroupTable = ({ groups }: { groups: readonly FindingGroupSummary[] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (usePhone()) return <Cards groups={groups} />;
  return (
    <div className="table-frame">
      <table className="table finding-table">
        <thead>
          <tr>
            <th scope="col">{text.matter}</th>
            <th scope="col">{text.releases}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.raised}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <td>
                <What group={group} />
              </td>
              <td>
                <Concerned group={group} />
              </td>
              <td>
                <FindingStateTag finding={group} />
              </td>
              <td className="clock">{cityTime(group.raisedAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

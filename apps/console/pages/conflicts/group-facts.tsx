import type { FindingGroupView } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { usePhone } from '../../parts/use-media.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { ToldTo, WhoseWords } from './whose-words.js';
import { words } from './words.js';

type Fact = FindingGroupView['facts'][number];
type Statement = Fact['statements'][number] | Fact['told'][number];

const Said = ({ said, kind = 'text' }: { said: Statement; kind?: 'text' | 'line' | 'told' }) => {
  if (said === null) return <span className="quiet">—</span>;
  return (
    <span className="said">
      <strong lang="zh-CN">{said.value}</strong>
      <small className="quiet" lang="zh-CN">
        {said.text}
      </small>
      {kind === 'text' && <WhoseWords {...said} />}
      {kind === 'told' && <ToldTo {...said} />}
    </span>
  );
};

interface GroupProps {
  readonly group: FindingGroupView;
}

const Cards = ({ group }: GroupProps) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const { attributes } = useWords(conflictWords);
  return (
    <ul className="cards fact-cards">
      {group.facts.map((fact, row) => (
        <li key={row} className="card">
          <p className="card-head">
            {row + 1}. {attributes[fact.attribute] ?? fact.attribute}
          </p>
          <dl>
            {fact.line !== null && (
              <div>
                <dt>{text.agreed}</dt>
                <dd>
                  <Said said={fact.line} kind="line" />
                </dd>
              </div>
            )}
            {fact.told.length > 0 && (
              <div>
                <dt>{text.toldPress}</dt>
                <dd>
                  {fact.told.map((said) => (
                    <Said key={said.source} said={said} kind="told" />
                  ))}
                </dd>
              </div>
            )}
            {fact.statements.map((said, index) =>
              said === null ? null : (
                <div key={group.releases[index]?.id}>
                  <dt>{labelled(text.side(index), group.releases[index]?.organ.shortName ?? '')}</dt>
                  <dd>
                    <Said said={said} />
                  </dd>
                </div>
              ),
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
};

/** Every disagreeing fact over all texts of the matter, and over what was agreed. */
export const GroupFacts = ({ group }: GroupProps) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const { attributes } = useWords(conflictWords);
  const phone = usePhone();
  if (group.facts.length === 0) return null;
  if (phone) return <Cards group={group} />;
  const agreed = group.facts.some(({ line }) => line !== null);
  const told = group.facts.some((fact) => fact.told.length > 0);
  return (
    <div className="table-frame group-facts">
      <table className="table fact-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{text.fact}</th>
            {agreed && <th scope="col">{text.agreed}</th>}
            {told && <th scope="col">{text.toldPress}</th>}
            {group.releases.map((release, index) => (
              <th scope="col" key={release.id}>
                {labelled(text.side(index), release.organ.shortName)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.facts.map((fact, row) => (
            <tr key={row}>
              <td>{row + 1}</td>
              <td>{attributes[fact.attribute] ?? fact.attribute}</td>
              {agreed && (
                <td>
                  <Said said={fact.line} kind="line" />
                </td>
              )}
              {told && (
                <td>
                  {fact.told.length === 0 && <Said said={null} />}
                  {fact.told.map((said) => (
                    <Said key={said.source} said={said} kind="told" />
                  ))}
                </td>
              )}
              {fact.statements.map((said, index) => (
                <td key={group.releases[index]?.id ?? index}>
                  <Said said={said} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

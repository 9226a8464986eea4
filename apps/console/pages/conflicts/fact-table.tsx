import type { FindingView } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { usePhone } from '../../parts/use-media.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import type { NumberedFact, Statement } from './numbered-facts.js';
import { ToldTo, WhoseWords } from './whose-words.js';
import { words } from './words.js';

interface FactTableProps {
  readonly finding: FindingView;
  readonly facts: readonly NumberedFact[];
  readonly at: number;
  readonly onGoTo: (number: number) => void;
}

interface SaidProps {
  readonly statements: readonly Statement[];
  readonly kind?: 'text' | 'line' | 'told';
}

const Said = ({ statements, kind = 'text' }: SaidProps) => {
  if (statements.length === 0) return <span className="quiet">—</span>;
  return (
    <>
      {statements.map((statement) => (
        <div key={`${statement.words} ${statement.clause}`} className="said">
          <strong lang="zh-CN">{statement.words}</strong>
          <small className="quiet" lang="zh-CN">
            {statement.clause}
          </small>
          {kind === 'text' && <WhoseWords {...statement} />}
          {kind === 'told' && <ToldTo {...statement} />}
        </div>
      ))}
    </>
  );
};

const Judgement = ({ finding }: { finding: FindingView }) => {
  const text = useWords(words);
  return finding.kind === 'inconsistent' ? (
    <StateTag tone="error">{text.contradiction}</StateTag>
  ) : (
    <StateTag tone="warning">{text.differs}</StateTag>
  );
};

const useAttribute = (): ((attribute: string) => string) => {
  const { attributes } = useWords(conflictWords);
  return (attribute) => attributes[attribute] ?? attribute;
};

const Row = ({ finding, fact, at, onGoTo }: Omit<FactTableProps, 'facts'> & { fact: NumberedFact }) => {
  const text = useWords(words);
  const nameOf = useAttribute();
  return (
    <tr
      className={fact.number === at ? 'current' : ''}
      aria-current={fact.number === at ? 'true' : undefined}
    >
      <td>{fact.number}</td>
      <td>
        <button type="button" className="link-button" onClick={() => onGoTo(fact.number)}>
          {nameOf(fact.attribute)}
        </button>
      </td>
      {fact.line !== null && (
        <td>
          <Said statements={[fact.line]} kind="line" />
        </td>
      )}
      {fact.told.length > 0 && (
        <td>
          <Said statements={fact.told} kind="told" />
        </td>
      )}
      {fact.statements.map((statements, index) => (
        <td key={index}>
          <Said statements={statements} />
        </td>
      ))}
      <td>
        <Judgement finding={finding} />
      </td>
      <td>{text.notBoth(...fact.values)}</td>
    </tr>
  );
};

const Cards = ({ finding, facts, at, onGoTo }: FactTableProps) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const nameOf = useAttribute();
  return (
    <ul className="cards fact-cards">
      {facts.map((fact) => (
        <li key={fact.number} className={fact.number === at ? 'card current' : 'card'}>
          <button type="button" className="card-head link-button" onClick={() => onGoTo(fact.number)}>
            <span>
              {fact.number}. {nameOf(fact.attribute)}
            </span>
            <Judgement finding={finding} />
          </button>
          <dl>
            {fact.line !== null && (
              <div>
                <dt>{text.agreed}</dt>
                <dd>
                  <Said statements={[fact.line]} kind="line" />
                </dd>
              </div>
            )}
            {fact.told.length > 0 && (
              <div>
                <dt>{text.toldPress}</dt>
                <dd>
                  <Said statements={fact.told} kind="told" />
                </dd>
              </div>
            )}
            {fact.statements.map((statements, index) => (
              <div key={index}>
                <dt>{labelled(text.side(index), finding.releases[index]?.organ.shortName ?? '')}</dt>
                <dd>
                  <Said statements={statements} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="quiet fact-why">{text.notBoth(...fact.values)}</p>
        </li>
      ))}
    </ul>
  );
};

/** Fact by fact: what each text says, the verdict, and why. */
export const FactTable = (props: FactTableProps) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const phone = usePhone();
  const { finding } = props;
  const nothing = finding.outsideOther === null ? text.noTexts : text.noFactsOutside;
  if (props.facts.length === 0)
    return <p className="quiet panel">{finding.texts.length === 0 ? nothing : text.noFacts}</p>;
  if (phone) return <Cards {...props} />;
  return (
    <div className="table-frame">
      <table className="table fact-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{text.fact}</th>
            {props.facts.some(({ line }) => line !== null) && <th scope="col">{text.agreed}</th>}
            {props.facts.some(({ told }) => told.length > 0) && <th scope="col">{text.toldPress}</th>}
            {props.finding.releases.map((release, index) => (
              <th scope="col" key={release.id}>
                {labelled(text.side(index), release.organ.shortName)}
              </th>
            ))}
            <th scope="col">{text.judgement}</th>
            <th scope="col">{text.why}</th>
          </tr>
        </thead>
        <tbody>
          {props.facts.map((fact) => (
            <Row key={fact.number} {...props} fact={fact} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
